import assert from "node:assert/strict";
import { test } from "node:test";
import { Replay } from "./replay.ts";
import { State } from "./state.ts";
import { contention, crowd, fan, lockOrder, pipeline, pool } from "./testdata/programs.ts";
import { simulate } from "./testdata/simulate.ts";

for (const [name, program] of Object.entries({ pipeline, fan, pool, contention, lockOrder })) {
  test(`${name}: any step, in any order, is as if reached from the start`, () => {
    const { events } = program();
    const replay = new Replay();
    replay.append(events);
    const random = sequence(events.length + 1);
    for (let i = 0; i < 60; i++) {
      const step = random();
      const slow = new State();
      for (const event of events.slice(0, step)) slow.apply(event);
      assert.deepEqual(replay.at(step), slow, `step ${step}`);
    }
  });
}

test("a log of 10,000 goroutines is entered by way of a checkpoint", () => {
  const { events } = crowd(10_000, 3);
  assert.ok(events.length > 100_000, String(events.length));
  const replay = new Replay();
  replay.append(events);
  let applied = 0;
  const apply = State.prototype.apply;
  State.prototype.apply = function (event) {
    applied++;
    apply.call(this, event);
  };
  try {
    replay.at(70_000);
    replay.at(30_000);
  } finally {
    State.prototype.apply = apply;
  }
  assert.ok(applied < 5_000, `${applied} events for two seeks`);
  assert.equal(replay.at(events.length).alive, 0);
});

test("a buffer shows its values, the oldest first, and a lock its holders", () => {
  const { events } = simulate(function* (main) {
    const queue = main.make("queue", 3, 1);
    const mu = main.mutex("mu", 2);
    yield* main.lock(mu, 3);
    yield* main.send(queue, "a", 4);
    yield* main.send(queue, "b", 5);
    yield* main.receive(queue, 6);
    main.unlock(mu, 7);
    main.close(queue, 8);
  });
  const replay = new Replay();
  replay.append(events);
  const at = (kind: string, nth = 1) => events.filter((event, i) => event.kind === kind && i >= 0)[nth - 1]!.seq;
  assert.deepEqual(replay.at(at("send", 2)).object(1)?.values, ['"a"', '"b"']);
  assert.deepEqual(replay.at(at("receive")).object(1)?.values, ['"b"']);
  assert.deepEqual(replay.at(at("lock")).object(2)?.holders, [{ g: 1, mode: "lock", line: 3 }]);
  assert.deepEqual(replay.at(at("unlock")).object(2)?.holders, []);
  assert.equal(replay.at(events.length).object(1)?.closed, true);
});

test("the output up to a step is its last characters, and says whether some are missing", () => {
  const { events } = simulate(function* (main) {
    for (let i = 1; i <= 5; i++) main.print(`line ${i}`, i);
  });
  const replay = new Replay();
  replay.append(events);
  assert.deepEqual(replay.output(3, 100), { text: "line 1\nline 2\n", cut: false });
  assert.deepEqual(replay.output(6, 10), { text: "e 4\nline 5\n".slice(-10), cut: true });
  assert.deepEqual(replay.output(0, 10), { text: "", cut: false });
});

function sequence(below: number): () => number {
  let random = 1;
  return () => (random = (random * 48271) % 2147483647) % below;
}
