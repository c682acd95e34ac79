import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, type Explanation } from "./explanation.ts";
import { pieces } from "./say.ts";
import { contention, lockOrder, pipeline, pool } from "./testdata/programs.ts";
import { MS, type SavedLog, simulate } from "./testdata/simulate.ts";

/** What a person reads: the title, who waits and why, `circle: …`, `hint: …`. */
function read(explanation: Explanation | null): string {
  if (!explanation) return "";
  const { title, stuck, cycle, hints } = explanation;
  // Code stays marked.
  const plain = (text: string) => pieces(text).map((piece) => (typeof piece === "string" ? piece : "code" in piece ? `\`${piece.code}\`` : piece.text)).join("");
  return [
    title,
    ...stuck.map(({ sentences }) => plain(sentences.join(" "))),
    ...(cycle.length > 0 ? [`circle: ${cycle.map(({ name, on, line }) => `${name} -${on}:${line}->`).join(" ")}`] : []),
    ...hints.map((hint) => `hint: ${hint}`),
  ].join("\n");
}

const cases: Record<string, [log: () => SavedLog, reads: string]> = {
  "a send in main on a channel without a buffer": [
    () =>
      simulate(function* (main) {
        const c = main.make("c", 0, 4);
        yield* main.send(c, 1, 5);
      }),
    `Why nobody can go on
main waits to send to \`c\`, line 5. Nobody has ever received there.
hint: A send on a channel without a buffer waits until another goroutine receives. Start the receiver with \`go\` before, or give the channel a buffer.`,
  ],
  "a full buffer that nobody empties": [
    () =>
      simulate(function* (main) {
        const c = main.make("c", 2, 4);
        for (let i = 0; i < 3; i++) yield* main.send(c, i, 6);
      }),
    `Why nobody can go on
main waits to send to \`c\`, line 6. Nobody has ever received there.
hint: The buffer is full and nobody empties it: receive in another goroutine, or make room for all that is sent.`,
  ],
  "a range over a channel that is never closed": [
    () =>
      simulate(function* (main) {
        const results = main.make("results", 0, 9);
        main.go("produce", function* (g) {
          for (let i = 0; i < 2; i++) yield* g.send(results, i, 5);
        }, 10);
        for (;;) yield* main.receive(results, 11);
      }),
    `Why nobody can go on
main waits to receive from \`results\`, line 11. produce sent there, and ended, line 5. Nobody has closed it.
hint: A range over a channel, or a loop that receives until the end, ends only when the channel is closed. The last sender should close \`results\`.`,
  ],
  "a channel that nobody sends on": [
    () =>
      simulate(function* (main) {
        const done = main.make("done", 0, 9);
        main.go("worker", function* (g) {
          yield* g.sleep(MS, 5);
        }, 10);
        yield* main.receive(done, 11);
      }),
    `Why nobody can go on
main waits to receive from \`done\`, line 11. Nobody has ever sent there.`,
  ],
  "two locks in opposite orders": [
    lockOrder,
    `Why nobody can go on
main waits at \`wg\`, line 15; its counter stands at 2. Those that could bring it to 0 wait too: transfer 1, transfer 2.
transfer 1 waits for the lock \`b.mu\`, line 22. transfer 2 has held it since line 20, and waits too.
transfer 2 waits for the lock \`a.mu\`, line 22. transfer 1 has held it since line 20, and waits too.
circle: transfer 1 -b.mu:22-> transfer 2 -a.mu:22->
hint: Two goroutines took the same locks in different orders. Take them in the same order everywhere.`,
  ],
  "a lock taken twice": [
    () =>
      simulate(function* (main) {
        const mu = main.mutex("c.mu", 4);
        yield* main.lock(mu, 8);
        yield* main.lock(mu, 12);
      }),
    `Why nobody can go on
main waits for the lock \`c.mu\`, line 12. It has held this lock itself since line 8.
hint: A mutex can’t be locked twice by the same goroutine. Unlock it first, or give the inner function no lock of its own.`,
  ],
  "a lock that its holder took along": [
    () =>
      simulate(function* (main) {
        const mu = main.mutex("mu", 4);
        main.go("early", function* (g) {
          yield* g.lock(mu, 8);
        }, 14);
        yield* main.sleep(MS, 15);
        yield* main.lock(mu, 16);
      }),
    `Why nobody can go on
main waits for the lock \`mu\`, line 16. early locked it at line 8, and ended without unlocking it.
hint: An \`Unlock\` is missing, perhaps after an early return. Write \`defer mu.Unlock()\` after each \`Lock\`.`,
  ],
  "a forgotten Done": [
    () =>
      simulate(function* (main) {
        const wg = main.group("wg", 4);
        for (let i = 0; i < 2; i++) {
          main.add(wg, 1, 6);
          main.go("worker", function* (g) {
            if (i === 0) g.add(wg, -1, 9);
          }, 7);
        }
        yield* main.wait(wg, 12);
      }),
    `Why nobody can go on
main waits at \`wg\`, line 12; its counter stands at 1. All others have ended, and the counter did not come to 0.
hint: The counter was raised more often than \`Done\` was called. Let each goroutine begin with \`defer wg.Done()\`.`,
  ],
  "an Add after Wait has begun": [
    () =>
      simulate(function* (main) {
        const wg = main.group("wg", 4);
        main.add(wg, 1, 5);
        main.go("worker", function* (g) {
          yield* g.sleep(MS, 8);
          g.add(wg, 1, 9);
          g.add(wg, -1, 10);
        }, 6);
        yield* main.wait(wg, 12);
      }),
    `Why nobody can go on
main waits at \`wg\`, line 12; its counter stands at 1. All others have ended, and the counter did not come to 0.
hint: \`Add\` was called after \`Wait\` had begun, or in the goroutine itself. Call \`Add\` before the \`go\` statement.`,
  ],
  "workers that main waits for before it receives": [
    () =>
      simulate(function* (main) {
        const results = main.make("results", 0, 4);
        const wg = main.group("wg", 5);
        for (let i = 0; i < 3; i++) {
          main.add(wg, 1, 7);
          main.go("worker", function* (g) {
            yield* g.send(results, i, 10);
            g.add(wg, -1, 11);
          }, 8);
        }
        yield* main.wait(wg, 13);
      }),
    `Why nobody can go on
main waits at \`wg\`, line 13; its counter stands at 3. Those that could bring it to 0 wait too: worker 1, worker 2, worker 3.
worker 1 waits to send to \`results\`, line 10. 2 more wait in the same place. Nobody has ever received there. main, which made it, waits too.
circle: main -wg:13-> worker 1 -results:10->
hint: main waits for the senders before it receives what they send. Let another goroutine call \`Wait\` and then close the channel, and receive meanwhile.`,
  ],
  "a nil channel": [
    () =>
      simulate(function* (main) {
        yield* main.forever("receive", ["ch"], 5);
      }),
    `Why nobody can go on
main waits to receive from \`ch\`, line 5. \`ch\` is nil: nobody can send or receive there.
hint: A channel is nil until \`make\` has made it.`,
  ],
  "an empty select": [
    () =>
      simulate(function* (main) {
        yield* main.forever("select", [], 5);
      }),
    `Why nobody can go on
main waits in an empty select, line 5.
hint: An empty \`select\` waits for ever: it makes sense only while other goroutines keep the program going.`,
  ],
  "two that each wait for the other's answer": [
    () =>
      simulate(function* (main) {
        const [a, b] = [main.make("a", 0, 3), main.make("b", 0, 4)];
        main.go("ping", function* (g) {
          yield* g.send(a, 1, 8);
          yield* g.receive(b, 9);
          yield* g.receive(b, 10);
        }, 6);
        yield* main.receive(a, 12);
        yield* main.send(b, 2, 13);
        yield* main.receive(a, 14);
      }),
    `Why nobody can go on
main waits to receive from \`a\`, line 14. ping sent there, and waits too.
ping waits to receive from \`b\`, line 10. main sent there, and waits too.
circle: main -a:14-> ping -b:10->`,
  ],
  "workers that still wait for jobs when main returns": [
    () =>
      simulate(function* (main) {
        const jobs = main.make("jobs", 0, 3);
        for (let i = 0; i < 3; i++) {
          main.go("worker", function* (g) {
            for (;;) yield* g.receive(jobs, 7);
          }, 5);
        }
        yield* main.send(jobs, 1, 9);
        yield* main.sleep(MS, 10);
      }),
    `3 goroutines were still waiting when main returned
worker 1 waits to receive from \`jobs\`, line 7. 2 more wait in the same place. main sent there, and ended, line 10. Nobody has closed it.
hint: A range over a channel, or a loop that receives until the end, ends only when the channel is closed. The last sender should close \`jobs\`.`,
  ],
  "a sender whose value nobody takes any more": [
    () =>
      simulate(function* (main) {
        const first = main.make("first", 0, 3);
        for (let i = 0; i < 2; i++) {
          main.go("fetch", function* (g) {
            yield* g.sleep((i + 1) * MS, 6);
            yield* g.send(first, i, 7);
          }, 5);
        }
        yield* main.receive(first, 9);
        yield* main.sleep(10 * MS, 10);
      }),
    `1 goroutine was still waiting when main returned
fetch 2 waits to send to \`first\`, line 7. main received there, and ended, line 10.
hint: Nobody will take the value any more. A buffer of one, or a context that ends the sender, helps.`,
  ],
};

for (const [about, [log, reads]] of Object.entries(cases)) {
  test(`explained: ${about}`, () => assert.equal(read(explain(log().events)), reads));
}

test("nothing is explained where nobody waits for ever", () => {
  for (const program of [pipeline, pool, contention]) assert.equal(explain(program().events), null);
});

test("nothing is explained of a run that has no end yet, was stopped, or panicked", () => {
  const { events } = lockOrder();
  assert.equal(explain(events.slice(0, -1)), null);
  for (const outcome of ["stopped", "panic"]) {
    assert.equal(explain([...events.slice(0, -1), { ...events.at(-1)!, kind: "outcome", outcome, exitCode: null }]), null);
  }
});

test("a goroutine that waits for input or an answer when main returns has not leaked", () => {
  const { events } = simulate(function* (main) {
    main.go("reader", (g) => g.forever("input", [], 4), 3);
    yield* main.sleep(MS, 5);
  });
  assert.equal(explain(events), null);
});
