import assert from "node:assert/strict";
import { test } from "node:test";
import { StrictScorm } from "../../testdata/scorm12.ts";
import type { Snapshot } from "../system.ts";
import type { Api } from "./find.ts";
import { Scorm } from "./scorm.ts";
import { timespan } from "./values.ts";

const SNAPSHOT: Snapshot = { suspend: "1;38=k3B", location: "38#quiz", score: 25, status: "incomplete", finished: false };

function begin(system: StrictScorm, find: () => Api | null = () => system.api): { session: Scorm; pass(ms: number): void } {
  let now = 5000;
  const session = Scorm.begin(find, () => now);
  assert.ok(session);
  return { session, pass: (ms) => void (now += ms) };
}

test("everything is written and committed, and the session is ended", async () => {
  const system = new StrictScorm();
  const { session, pass } = begin(system);
  pass(61_230);
  assert.equal(await session.save(SNAPSHOT), true);
  const { "cmi.core.student_id": _, "cmi.core.student_name": __, ...kept } = system.kept;
  assert.deepEqual(kept, {
    "cmi.core.credit": "credit",
    "cmi.core.entry": "ab-initio",
    "cmi.core.total_time": "0000:00:00.00",
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.lesson_location": "38#quiz",
    "cmi.core.score.raw": "25",
    "cmi.core.score.min": "0",
    "cmi.core.score.max": "100",
    "cmi.core.exit": "suspend",
    "cmi.core.session_time": "0000:01:01.23",
    "cmi.suspend_data": "1;38=k3B",
  });
  assert.equal(await session.end({ ...SNAPSHOT, score: 100, status: "passed" }), true);
  assert.equal(system.kept["cmi.core.lesson_status"], "passed");
  assert.equal(system.calls.at(-1), 'LMSFinish("")');
  assert.deepEqual(system.refusals, []);
});

test("only what has changed is written again", async () => {
  const system = new StrictScorm();
  const { session, pass } = begin(system);
  await session.save(SNAPSHOT);
  const before = system.calls.length;
  pass(1000);
  await session.save({ ...SNAPSHOT, score: 50 });
  assert.deepEqual(system.calls.slice(before), [
    'LMSSetValue("cmi.core.session_time", "0000:00:01.00")',
    'LMSSetValue("cmi.core.score.raw", "50")',
    'LMSCommit("")',
  ]);
});

test("a later session finds what the earlier one left", async () => {
  const first = new StrictScorm();
  const { session } = begin(first);
  await session.save(SNAPSHOT);
  // Its end is never heard of: the window was closed.
  const second = begin(new StrictScorm(first.kept)).session;
  assert.deepEqual(second.kept, { suspend: "1;38=k3B", location: "38#quiz", score: 25, passed: false });
  const fresh = begin(new StrictScorm()).session;
  assert.deepEqual(fresh.kept, { suspend: "", location: "", score: null, passed: false });
});

for (const [mode, want] of [["", "normal"], ["normal", "normal"], ["review", "review"], ["browse", "browse"]] as const) {
  test(`a lesson_mode of “${mode}” is ${want}`, async () => {
    const system = new StrictScorm({}, { values: { "cmi.core.lesson_mode": mode } });
    const { session } = begin(system);
    assert.equal(session.mode, want);
    assert.equal(await session.save(SNAPSHOT), true);
    await session.end(SNAPSHOT);
    const writes = system.calls.filter((call) => /^LMS(Set|Commit)/.test(call)).length;
    if (want === "normal") assert.ok(writes > 0);
    else assert.equal(writes, 0, "nothing is to be written");
    assert.deepEqual(system.refusals, []);
  });
}

test("the system's own mark counts, where it has one", () => {
  assert.equal(begin(new StrictScorm({}, { values: { "cmi.student_data.mastery_score": "65" } })).session.passMark, 65);
  assert.equal(begin(new StrictScorm({}, { has: [] })).session.passMark, null);
  assert.equal(begin(new StrictScorm({}, { values: { "cmi.student_data.mastery_score": "much" } })).session.passMark, null);
});

test("a system that lacks what it need not have is asked for it once", async () => {
  const system = new StrictScorm({}, { has: [] });
  const { session } = begin(system);
  assert.equal(await session.save(SNAPSHOT), true);
  assert.equal(await session.save({ ...SNAPSHOT, score: 30 }), true);
  assert.equal(system.calls.filter((call) => call.includes("score.max")).length, 1);
  assert.equal(system.kept["cmi.core.score.raw"], "30");
  assert.deepEqual(system.refusals, []);
});

test("what a system could not commit is written anew when it can", async () => {
  const system = new StrictScorm();
  const { session } = begin(system);
  await session.save(SNAPSHOT);
  system.away = true;
  assert.equal(await session.save({ ...SNAPSHOT, score: 50 }), false);
  assert.equal(system.kept["cmi.core.score.raw"], "25");
  system.away = false;
  assert.equal(await session.save({ ...SNAPSHOT, score: 50 }), true);
  assert.equal(system.kept["cmi.core.score.raw"], "50");
  assert.deepEqual(system.refusals, []);
});

test("an interface that goes, and one that comes in its place", async () => {
  const first = new StrictScorm();
  const second = new StrictScorm();
  let api: Api | null = first.api;
  const { session } = begin(first, () => api);
  await session.save(SNAPSHOT);
  api = null;
  assert.equal(await session.save({ ...SNAPSHOT, score: 50 }), false);
  api = second.api;
  assert.equal(await session.save({ ...SNAPSHOT, score: 50 }), true);
  assert.equal(second.kept["cmi.suspend_data"], "1;38=k3B");
  assert.deepEqual([...first.refusals, ...second.refusals], []);
});

test("another learner's interface gets nothing", async () => {
  const first = new StrictScorm();
  const second = new StrictScorm({}, { values: { "cmi.core.student_id": "student 2" } });
  let api: Api = first.api;
  const { session } = begin(first, () => api);
  api = second.api;
  assert.equal(await session.save(SNAPSHOT), false);
  assert.deepEqual(second.calls.filter((call) => call.startsWith("LMSSet")), []);
});

test("an interface whose window is gone throws, and that is no news but the system's", async () => {
  const system = new StrictScorm();
  let gone = false;
  const api = new Proxy(system.api, {
    get(target, name, receiver) {
      if (gone) throw new Error("can't execute code from a freed script");
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const { session } = begin(system, () => api as Api);
  gone = true;
  assert.equal(await session.save(SNAPSHOT), false);
  assert.equal(await session.end(SNAPSHOT), false);
});

test("a system that has a session open already goes on with it", async () => {
  const system = new StrictScorm();
  system.api.LMSInitialize("");
  const { session } = begin(system);
  assert.equal(await session.save(SNAPSHOT), true);
});

test("a system that gives no session is none", () => {
  const system = new StrictScorm();
  system.api.LMSInitialize("");
  system.api.LMSFinish("");
  assert.equal(Scorm.begin(() => system.api), null);
  assert.equal(Scorm.begin(() => null), null);
});

test("systems that answer with booleans are understood", async () => {
  const system = new StrictScorm();
  const api = Object.fromEntries(
    Object.entries(system.api).map(([name, call]) => [
      name,
      (...parameters: [string, string]) => {
        const answer = (call as (...parameters: string[]) => string)(...parameters);
        return answer === "true" ? true : answer === "false" ? false : answer;
      },
    ]),
  ) as unknown as Api;
  const { session } = begin(system, () => api);
  assert.equal(await session.save(SNAPSHOT), true);
});

for (const [seconds, want] of [
  [0, "0000:00:00.00"],
  [59.996, "0000:01:00.00"],
  [3661.5, "0001:01:01.50"],
  [-1, "0000:00:00.00"],
  [1e9, "9999:59:59.99"],
] as const) {
  test(`${seconds} seconds are ${want}`, () => assert.equal(timespan(seconds), want));
}
