import assert from "node:assert/strict";
import { test } from "node:test";
import { summarize } from "./summary.ts";
import { contention, pool } from "./testdata/programs.ts";
import { SECOND, type SavedLog, simulate } from "./testdata/simulate.ts";

const cases: Record<string, [log: () => SavedLog, says: string]> = {
  "three that sleep at the same time": [
    () =>
      simulate(function* (main) {
        const wg = main.group("wg", 1);
        main.add(wg, 3, 2);
        for (const tenths of [8, 10, 12]) {
          main.go("task", function* (g) {
            yield* g.sleep((tenths * SECOND) / 10, 3);
            g.add(wg, -1, 4);
          }, 5);
        }
        yield* main.wait(wg, 6);
      }),
    "4 goroutines, at most 4 at once. 3 s of waiting in 1.2 s: 2.5 times faster than one after the other.",
  ],
  "one that only sleeps": [
    () =>
      simulate(function* (main) {
        yield* main.sleep(SECOND, 1);
      }),
    "One goroutine. 1 s of waiting in 1 s.",
  ],
  "one that does neither": [() => simulate(function* (main) { main.print("hello", 1); }), ""],
  "one that sleeps on when the program ends": [
    () =>
      simulate(function* (main) {
        main.go("slow", (g) => g.sleep(10 * SECOND, 2), 1);
        yield* main.sleep(SECOND, 3);
      }),
    "2 goroutines, at most 2 at once. 2 s of waiting in 1 s: 2.0 times faster than one after the other.",
  ],
  "waits for each other": [
    contention,
    "5 goroutines, at most 5 at once. 1 s of waiting in 520 ms: 1.9 times faster than one after the other.",
  ],
};

for (const [about, [log, says]] of Object.entries(cases)) {
  test(`what happened: ${about}`, () => assert.equal(summarize(log().events), says));
}

test("what happened is told as far as the record goes", () => {
  const { events } = pool(20, 40);
  const cut = [...events.slice(0, 200), { ...events[199]!, kind: "full" as const }];
  assert.match(summarize(cut), /^22 goroutines, at most \d+ at once\. The record ends before the run does: it was too long\.$/);
});
