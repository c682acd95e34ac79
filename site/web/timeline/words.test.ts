import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogEvent } from "./log.ts";
import { Names } from "./names.ts";
import { Replay } from "./replay.ts";
import { plain } from "./say.ts";
import { MS, type SavedLog, SECOND, simulate } from "./testdata/simulate.ts";
import { sentence } from "./words.ts";

/** A run, sentence by sentence. */
function told({ events }: { events: readonly LogEvent[] }): string[] {
  const replay = new Replay();
  replay.append(events);
  const names = new Names();
  for (const event of events) if (event.kind === "start") names.add(event.name, event.line);
  return events.map((event, i) => plain(sentence(event, replay.at(i), names)));
}

const runs: Record<string, [log: () => SavedLog, ...sentences: string[]]> = {
  "a channel without a buffer": [
    () =>
      simulate(function* (main) {
        const jobs = main.make("jobs", 0, 3);
        for (let i = 0; i < 2; i++) {
          main.go("worker", function* (g) {
            yield* g.receive(jobs, 14);
          }, 5);
        }
        yield* main.sleep(SECOND / 2, 6);
        yield* main.send(jobs, "tea", 7);
        main.close(jobs, 8);
      }),
    "The program starts with main.",
    "main makes the channel jobs, line 3, without a buffer.",
    "main starts worker 1, line 5.",
    "main starts worker 2, line 5.",
    "main sleeps for 500 ms, line 6.",
    "worker 1 waits to receive from jobs, line 14: nothing has been sent yet.",
    "worker 2 waits to receive from jobs, line 14: nothing has been sent yet.",
    "main has slept enough.",
    'main sends "tea" on jobs, line 7, to worker 1, which waited for it.',
    'worker 1 goes on: main has handed it "tea".',
    "main closes jobs, line 8.",
    "worker 2 goes on: main has closed jobs.",
    "main returns, and with it the program ends.",
    "The program has ended.",
  ],
  "a buffer": [
    () =>
      simulate(function* (main) {
        const queue = main.make("queue", 1, 2);
        main.go("main.func1", function* (g) {
          yield* g.send(queue, 1, 4);
          yield* g.send(queue, 2, 5);
          g.close(queue, 6);
        }, 3);
        yield* main.sleep(MS, 7);
        yield* main.receive(queue, 8);
        yield* main.receive(queue, 9);
        yield* main.sleep(MS, 10);
        yield* main.receive(queue, 11);
      }),
    "The program starts with main.",
    "main makes the channel queue, line 2, with room for 1 value.",
    "main starts func:3, line 3.",
    "main sleeps for 1 ms, line 7.",
    "func:3 puts 1 into queue, line 4: 1 of 1 places are taken.",
    "func:3 waits to send to queue, line 5: its buffer of 1 place is full.",
    "main has slept enough.",
    "main receives 1 from queue, line 8, and func:3, which waited to send, can go on.",
    "func:3 goes on: main has taken its value.",
    "main receives 2 from queue, line 9.",
    "main sleeps for 1 ms, line 10.",
    "func:3 closes queue, line 6.",
    "func:3 ends.",
    "main has slept enough.",
    "main finds queue closed and empty, line 11.",
    "main returns, and with it the program ends.",
    "The program has ended.",
  ],
  "a lock and a WaitGroup": [
    () =>
      simulate(function* (main) {
        const mu = main.mutex("mu", 2);
        const wg = main.group("wg", 3);
        main.add(wg, 1, 4);
        yield* main.lock(mu, 5);
        main.go("clerk", function* (g) {
          yield* g.lock(mu, 7);
          g.unlock(mu, 8);
          g.add(wg, -1, 9);
        }, 6);
        yield* main.sleep(MS, 10);
        main.unlock(mu, 11);
        yield* main.wait(wg, 12);
      }),
    "The program starts with main.",
    "main sets up the mutex mu, line 2.",
    "main sets up the WaitGroup wg, line 3.",
    "main sets the counter of wg to 1, line 4.",
    "main locks mu, line 5.",
    "main starts clerk, line 6.",
    "main sleeps for 1 ms, line 10.",
    "clerk waits for the lock mu, line 7: main has held it since line 5.",
    "main has slept enough.",
    "main unlocks mu, line 11.",
    "clerk goes on: main has unlocked mu.",
    "main waits at wg, line 12 for its counter to come to 0: it stands at 1.",
    "clerk locks mu, line 7.",
    "clerk unlocks mu, line 8.",
    "clerk sets the counter of wg to 0, line 9.",
    "main goes on: with clerk, the counter of wg has come to 0.",
    "clerk ends.",
    "main returns, and with it the program ends.",
    "The program has ended.",
  ],
  "a context and a select": [
    () =>
      simulate(function* (main) {
        const ctx = main.context("ctx", 2, undefined, 50 * MS);
        const never = main.make("never", 0, 3);
        yield* main.select([{ receive: never }, { done: ctx }], 4);
        main.print("too late", 5);
        main.panic("no answer", 6);
      }),
    "The program starts with main.",
    "main makes the context ctx, line 2, with its deadline at 50 ms.",
    "main makes the channel never, line 3, without a buffer.",
    "main waits in a select, line 4 for one of never, ctx.Done().",
    "The context ctx is done: context deadline exceeded.",
    "main goes on: ctx is done.",
    "main prints too late, line 5.",
    "main panics, line 6: no answer.",
    "The program has died of a panic.",
  ],
};

for (const [about, [log, ...sentences]] of Object.entries(runs)) {
  test(`a sentence for each step: ${about}`, () => assert.deepEqual(told(log()), sentences));
}

/** An event of main, after it has started and an object has been made. */
function one(event: Record<string, unknown>, object: Record<string, unknown> = {}): string {
  const events = [
    { kind: "start", parent: 0, name: "main" },
    { kind: "object", object: 1, type: "channel", name: "x", ...object },
    event,
  ].map((event, i) => ({ seq: i + 1, t: 0, g: 1, ...event }) as LogEvent);
  return told({ events }).at(-1)!;
}

for (const [event, object, says] of [
  [{ kind: "block", reason: "receive", on: [], names: ["ch"], line: 3 }, {}, "main waits to receive from ch, line 3: the channel is nil, and that waits for ever."],
  [{ kind: "block", reason: "send", on: [1], names: ["x"], line: 3 }, {}, "main waits to send to x, line 3: nobody is receiving just now."],
  [{ kind: "block", reason: "select", on: [], names: [], line: 3 }, {}, "main waits in an empty select, line 3, for ever."],
  [{ kind: "block", reason: "read lock", on: [1], names: ["x"], line: 3 }, { type: "rwmutex" }, "main waits to read under the lock x, line 3: it is taken."],
  [{ kind: "block", reason: "cond", on: [1], names: ["x"], line: 3 }, { type: "cond" }, "main waits for a signal on x, line 3."],
  [{ kind: "block", reason: "once", on: [1], names: ["x"] }, { type: "once" }, "main waits until x has been done by another."],
  [{ kind: "block", reason: "semaphore", on: [1], names: ["x"] }, { type: "semaphore" }, "main waits for room in the semaphore x."],
  [{ kind: "block", reason: "input", on: [], names: [] }, {}, "main waits for input."],
  [{ kind: "block", reason: "network", on: [], names: [] }, {}, "main waits for the network."],
  [{ kind: "wake", by: "input" }, {}, "main goes on: there is input."],
  [{ kind: "wake", by: "network" }, {}, "main goes on: the network has answered."],
  [{ kind: "signal", object: 1, all: true, line: 4 }, { type: "cond" }, "main signals x to all that wait, line 4."],
  [{ kind: "timer", object: 1, action: "set", until: SECOND, line: 4 }, { type: "timer" }, "main sets x to 1 s, line 4."],
  [{ kind: "timer", object: 1, action: "fire" }, { type: "ticker" }, "x goes off."],
  [{ kind: "recover", text: "boom", line: 4 }, {}, "main recovers, line 4 from: boom."],
  [{ kind: "lock", object: 1, mode: "read lock", line: 4 }, { type: "rwmutex" }, "main locks x for reading, line 4."],
  [{ kind: "full" }, {}, "The record is full: what follows is not in it."],
] as const) {
  test(`said: ${says}`, () => assert.equal(one(event, object), says));
}

test("what a program prints or sends can't pass for a mark of ours", () => {
  const text = one({ kind: "output", stream: "stdout", text: "a `b` \ue0007\ue001c\ue002\n" });
  assert.equal(text, "main prints a 'b' \ufffd7\ufffdc\ufffd.");
});
