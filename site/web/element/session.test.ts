import assert from "node:assert/strict";
import { test } from "node:test";
import { type Engine, EngineError, type Outcome, type RunEvent } from "../engine/contract.ts";
import { finished, ScriptedEngine } from "../testdata/engine.ts";
import { Session } from "./session.ts";

const request = () => ({ files: { "main.go": "package main" } });
const hello: RunEvent[] = [
  { kind: "start", engine: "instant" },
  { kind: "output", stream: "stdout", text: "hello\n", at: 0 },
];

test("events arrive in order, then the outcome", async () => {
  const seen: RunEvent[] = [];
  const session = new Session(Promise.resolve(new ScriptedEngine(hello)), request, (event) => seen.push(event));
  assert.equal(await session.done, finished);
  assert.deepEqual(seen, hello);
});

test("stop reaches the run", async () => {
  const engine = new ScriptedEngine(hello);
  const session = new Session(Promise.resolve(engine), request, () => session.stop());
  await session.done;
  assert.deepEqual(engine.calls, ["stop", "stop"]);
});

test("stop before the engine is there ends the run at once, and nothing is run later", async () => {
  let arrive: (engine: Engine) => void = () => {};
  const engine = new ScriptedEngine(hello);
  const session = new Session(new Promise<Engine>((resolve) => (arrive = resolve)), request, () => {});
  session.stop();
  assert.equal((await session.done).kind, "stopped");
  arrive(engine);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(engine.requests, []);
});

test("the request is made when the engine is there", async () => {
  const engine = new ScriptedEngine([]);
  let seed = 1;
  const session = new Session(Promise.resolve(engine), () => ({ files: {}, seed }), () => {});
  seed = 2;
  await session.done;
  assert.deepEqual(engine.requests, [{ files: {}, seed: 2 }]);
});

test("an engine that can't be had rejects", async () => {
  const failure = new EngineError("The download failed.", true);
  const absent = new Session(Promise.reject(failure), request, () => {});
  await assert.rejects(absent.done, failure);
  const cut = Promise.reject<Outcome>(failure);
  cut.catch(() => {});
  const broken = new Session(Promise.resolve(new ScriptedEngine([], cut)), request, () => {});
  await assert.rejects(broken.done, failure);
});
