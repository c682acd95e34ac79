import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../testdata/outline.ts";
import { encode } from "./encoding.ts";
import { Keeper, type News } from "./keeper.ts";
import type { Snapshot, System } from "./system.ts";

const OUTLINE = outlineOf(2, 2);

/** A learning system that answers as it is told. */
class FakeSystem implements System {
  mode: System["mode"] = "normal";
  learner = "x";
  limit = 4096;
  passMark = null;
  exit = null;
  kept = { suspend: "", location: "", score: null as number | null, passed: false };
  answers = true;
  snapshots: Snapshot[] = [];

  async save(snapshot: Snapshot): Promise<boolean> {
    this.snapshots.push(snapshot);
    return this.answers;
  }

  end(snapshot: Snapshot): Promise<boolean> {
    return this.save(snapshot);
  }
}

function keeping({ system = new FakeSystem() as FakeSystem | null, copy = null as string | null, storage = true } = {}) {
  const news: News[] = [];
  const timers: { ms: number; ring(): void }[] = [];
  const browser = { copy };
  const keeper = new Keeper(
    OUTLINE,
    system,
    {
      read: () => browser.copy,
      write(text) {
        if (storage) browser.copy = text;
        return storage || text === null;
      },
      after: (ms, ring) => void timers.push({ ms, ring }),
    },
    null,
    (told) => news.push(told),
  );
  const answer = (id: string) => {
    keeper.attempt.set(1, id, ["a"], true, true);
    keeper.changed();
  };
  return { keeper, system: system!, news, timers, browser, answer };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("each change is told, and many at once are told once", async () => {
  const { system, answer, browser, keeper } = keeping();
  answer("quiz-1");
  assert.ok(browser.copy, "kept here until the system has it");
  answer("quiz-2");
  await settled();
  assert.deepEqual(system.snapshots.map(({ score }) => score), [50]);
  assert.equal(browser.copy, null);
  assert.equal(keeper.news.state, "saved");
});

test("what changes while it is being told is told, too", async () => {
  const { system, answer } = keeping();
  const save = system.save.bind(system);
  let during = () => answer("quiz-2");
  system.save = (snapshot) => {
    const saved = save(snapshot);
    during();
    during = () => {};
    return saved;
  };
  answer("quiz-1");
  await settled();
  assert.deepEqual(system.snapshots.map(({ score }) => score), [25, 50]);
});

test("a system that is away is asked again, less and less often, and nothing is lost", async () => {
  const { system, answer, keeper, timers, browser } = keeping();
  system.answers = false;
  answer("quiz-1");
  await settled();
  assert.equal(keeper.news.state, "waiting");
  assert.equal(keeper.news.safe, true);
  assert.ok(browser.copy?.includes("1;1="));
  for (let asked = 0; asked < 8; asked++) {
    timers.at(-1)!.ring();
    await settled();
  }
  assert.deepEqual(timers.map(({ ms }) => ms), [2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000, 60000]);
  system.answers = true;
  timers.at(-1)!.ring();
  await settled();
  assert.equal(keeper.news.state, "saved");
  assert.equal(browser.copy, null);
  assert.equal(system.snapshots.at(-1)?.score, 25);
});

test("a timer whose time has passed asks nothing", async () => {
  const { system, answer, timers } = keeping();
  system.answers = false;
  answer("quiz-1");
  await settled();
  system.answers = true;
  answer("quiz-2");
  await settled();
  const before = system.snapshots.length;
  timers[0]!.ring();
  await settled();
  assert.equal(system.snapshots.length, before);
});

test("the next session gives the system what the last one could not", async () => {
  const first = keeping();
  first.system.answers = false;
  first.keeper.move("1#quiz");
  first.answer("quiz-1");
  await settled();
  const system = new FakeSystem();
  const second = keeping({ system, copy: first.browser.copy });
  assert.equal(second.keeper.attempt.score, 25);
  assert.equal(second.keeper.location, "1#quiz");
  second.keeper.changed();
  await settled();
  assert.equal(system.snapshots.at(-1)?.score, 25);
  assert.equal(second.browser.copy, null);
});

test("where the browser keeps nothing, that is said", async () => {
  const { system, answer, keeper } = keeping({ storage: false });
  system.answers = false;
  answer("quiz-1");
  await settled();
  assert.deepEqual([keeper.news.state, keeper.news.safe], ["waiting", false]);
});

for (const mode of ["review", "browse"] as const) {
  test(`in ${mode} nothing is told and nothing kept`, async () => {
    const system = new FakeSystem();
    system.mode = mode;
    system.kept.suspend = "1;1";
    const { answer, keeper, browser } = keeping({ system, copy: "2\n1;2" });
    answer("quiz-1");
    keeper.flush();
    await settled();
    assert.deepEqual(system.snapshots, []);
    assert.equal(browser.copy, "2\n1;2");
    assert.equal(keeper.news.state, "review");
  });
}

test("without a system the browser keeps it all", async () => {
  const { answer, keeper, browser } = keeping({ system: null });
  answer("quiz-1");
  await settled();
  assert.equal(keeper.news.state, "alone");
  const again = keeping({ system: null, copy: browser.copy });
  assert.equal(again.keeper.attempt.score, 25);
});

test("who has passed stays so, and a score never falls", async () => {
  const system = new FakeSystem();
  system.kept = { suspend: "", location: "", score: 90, passed: true };
  const { answer } = keeping({ system });
  answer("quiz-1");
  await settled();
  assert.deepEqual(system.snapshots.map(({ score, status }) => [score, status]), [[90, "passed"]]);
});

test("a system with little room gets less, and that is said", async () => {
  const system = new FakeSystem();
  system.limit = 4;
  const { answer, keeper } = keeping({ system });
  answer("quiz-1");
  await settled();
  assert.equal(system.snapshots[0]!.suspend, encode(keeper.attempt, 4).text);
  assert.equal(keeper.news.shortened, 1);
});

test("the end is told with all that is new", async () => {
  const { system, keeper, browser } = keeping();
  keeper.attempt.set(1, "quiz-1", ["a"], true, true);
  await keeper.end();
  assert.equal(system.snapshots.at(-1)?.score, 25);
  assert.equal(browser.copy, null);
});

test("after the end nothing is told, unless the page comes back", async () => {
  const { system, keeper, answer, browser } = keeping();
  await keeper.end();
  answer("quiz-1");
  keeper.flush();
  await keeper.end();
  await settled();
  assert.equal(system.snapshots.length, 1);
  assert.ok(browser.copy);
  keeper.resume();
  await settled();
  assert.equal(system.snapshots.at(-1)?.score, 25);
  assert.equal(browser.copy, null);
});
