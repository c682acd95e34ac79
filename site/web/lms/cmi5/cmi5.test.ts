import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryStorage } from "../../testdata/storage.ts";
import { FakeRecordStore } from "../../testdata/xapi.ts";
import type { Snapshot } from "../system.ts";
import { beginCmi5 } from "./cmi5.ts";
import { type Launch, readLaunch } from "./launch.ts";
import { duration } from "./statement.ts";

const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example/", name: "7" } };
const REGISTRATION = "11111111-2222-4333-8444-555555555555";
const SNAPSHOT: Snapshot = { suspend: "1;38", location: "38", score: 25, status: "incomplete", finished: false };
const PASSED: Snapshot = { ...SNAPSHOT, score: 100, status: "passed", finished: true };
const FAILED: Snapshot = { ...SNAPSHOT, status: "failed", finished: true };

function search(changes: Record<string, string | null> = {}): string {
  const parameters = new URLSearchParams();
  const all = {
    endpoint: "https://lrs.example/xapi",
    fetch: "https://lms.example/token?x=1",
    actor: JSON.stringify(ACTOR),
    registration: REGISTRATION,
    activityId: "https://example.org/course",
    ...changes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null) parameters.set(name, value);
  return `?${parameters}`;
}

const LAUNCH = readLaunch(search()) as Launch;

async function begin(store: FakeRecordStore, session: Storage = memoryStorage()) {
  const clock = { now: Date.parse("2026-01-01T00:00:00Z") };
  const system = await beginCmi5(LAUNCH, { fetch: store.fetch, now: () => clock.now, wait: () => Promise.resolve(), session });
  return { system: system!, clock };
}

test("an address that launches is read, any other is none", () => {
  assert.deepEqual(LAUNCH, {
    endpoint: "https://lrs.example/xapi/",
    fetch: "https://lms.example/token?x=1",
    actor: ACTOR,
    registration: REGISTRATION,
    activityId: "https://example.org/course",
  });
  assert.equal(readLaunch(""), null);
  for (const name of ["endpoint", "fetch", "actor", "registration", "activityId"]) {
    assert.equal(readLaunch(search({ [name]: null })), null, name);
  }
  assert.equal(readLaunch(search({ endpoint: "javascript:alert(1)" })), null);
  assert.equal(readLaunch(search({ actor: "[" })), null);
  assert.equal(readLaunch(search({ actor: "7" })), null);
});

test("a whole attempt: initialized, passed, completed, terminated", async () => {
  const store = new FakeRecordStore();
  const { system, clock } = await begin(store);
  assert.deepEqual(store.verbs, ["initialized"]);
  clock.now += 90_500;
  assert.equal(await system.save(SNAPSHOT), true);
  assert.equal(await system.save(PASSED), true);
  assert.equal(await system.save(PASSED), true);
  assert.equal(await system.end(PASSED), true);
  assert.deepEqual(store.verbs, ["initialized", "passed", "completed", "terminated"]);
  assert.deepEqual(store.refusals, []);

  const passed = store.statements[1]!;
  assert.deepEqual(passed.actor, ACTOR);
  assert.deepEqual(passed.object, { objectType: "Activity", id: "https://example.org/course" });
  assert.deepEqual(passed.result, { success: true, score: { scaled: 1, raw: 100, min: 0, max: 100 }, duration: "PT90.5S" });
  assert.equal(passed.context.registration, REGISTRATION);
  assert.deepEqual(passed.context.contextActivities?.["grouping"], [{ id: "https://lms.example/group" }]);
  assert.deepEqual(passed.context.extensions, {
    "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1",
    "https://w3id.org/xapi/cmi5/context/extensions/masteryscore": 0.6,
  });
  assert.equal(system.passMark, 60);
});

test("who fails may try again until the end of the session", async () => {
  const store = new FakeRecordStore();
  const { system } = await begin(store);
  await system.save(FAILED);
  assert.deepEqual(store.verbs, ["initialized", "completed"]);
  await system.save(PASSED);
  await system.end(PASSED);
  assert.deepEqual(store.verbs, ["initialized", "completed", "passed", "terminated"]);
});

test("a session that ends in failure, and a later one that passes", async () => {
  const store = new FakeRecordStore();
  await (await begin(store)).system.end(FAILED);
  assert.deepEqual(store.verbs, ["initialized", "completed", "failed", "terminated"]);
  store.nextSession();
  const { system } = await begin(store);
  assert.deepEqual(system.kept.suspend, "1;38");
  await system.end(PASSED);
  store.nextSession();
  await (await begin(store)).system.end(PASSED);
  assert.deepEqual(store.verbs.filter((verb) => verb !== "initialized" && verb !== "terminated").sort(), ["completed", "failed", "passed"]);
  assert.deepEqual(store.refusals, []);
});

for (const launchMode of ["Review", "Browse"] as const) {
  test(`in ${launchMode} there are the first statement and the last, and nothing is kept`, async () => {
    const store = new FakeRecordStore({ launchMode });
    const { system } = await begin(store);
    assert.equal(system.mode, launchMode.toLowerCase());
    await system.save(PASSED);
    await system.end(PASSED);
    assert.deepEqual(store.verbs, ["initialized", "terminated"]);
    assert.equal(store.documents["awaitgo.attempt"], undefined);
  });
}

test("a store that is away gets each statement later, and once", async () => {
  const store = new FakeRecordStore();
  const { system } = await begin(store);
  store.away = true;
  assert.equal(await system.save(PASSED), false);
  store.away = false;
  assert.equal(await system.save(PASSED), true);
  assert.deepEqual(store.verbs, ["initialized", "passed", "completed"]);
});

test("an answer that got lost makes no second statement", async () => {
  const store = new FakeRecordStore();
  const { system } = await begin(store);
  store.deaf = true;
  assert.equal(await system.save(PASSED), false);
  store.deaf = false;
  assert.equal(await system.save(PASSED), true);
  assert.deepEqual(store.verbs, ["initialized", "passed", "completed"]);
});

test("a system that can't be reached is none, and a permission is asked for once", async () => {
  const store = new FakeRecordStore();
  const session = memoryStorage();
  store.away = true;
  assert.equal((await begin(store, session)).system, null);
  store.away = false;
  const { system } = await begin(store, session);
  assert.ok(system);
  // The page that did not end its session, and is there again.
  assert.ok((await begin(store, session)).system);
  assert.equal(store.permissions, 1);
  assert.deepEqual(store.verbs, ["initialized"]);
  await system.end(PASSED);
  assert.equal((await begin(store, session)).system, null, "its session is over");
});

for (const [call, what] of ["the permission", "the launch data", "the profile", "the attempt", "the first statement"].entries()) {
  for (const session of [memoryStorage(), null]) {
    test(`a connection that fails at ${what} costs no session, ${session ? "with" : "without"} storage`, async () => {
      const store = new FakeRecordStore();
      let calls = 0;
      const fetch: typeof store.fetch = (...parameters) => (calls++ === call ? Promise.reject(new TypeError("Failed to fetch")) : store.fetch(...parameters));
      const system = await beginCmi5(LAUNCH, { fetch, now: () => 0, wait: () => Promise.resolve(), session });
      assert.ok(system);
      assert.equal(store.permissions, 1);
      assert.deepEqual(store.verbs, ["initialized"]);
    });
  }
}

test("a session that is over says so, and takes nothing more", async () => {
  const store = new FakeRecordStore();
  const { system } = await begin(store);
  await system.end(SNAPSHOT);
  assert.equal(await system.save(PASSED), false);
  assert.equal(await system.end(PASSED), false);
  assert.deepEqual(store.verbs, ["initialized", "terminated"]);
});

for (const [seconds, want] of [[0, "PT0S"], [90.5, "PT90.5S"], [1.23456, "PT1.23S"], [-1, "PT0S"]] as const) {
  test(`${seconds} seconds are ${want}`, () => assert.equal(duration(seconds), want));
}
