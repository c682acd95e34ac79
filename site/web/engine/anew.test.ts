/// A run that begins anew on the exact engine: when it does, what it asks first, and
/// that nothing which was typed is lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import type { Outcome, RunEvent, RunRequest } from "./contract.ts";
import { EngineRun, type Instances, type RunningInstance } from "./engine-run.ts";
import type { Built } from "./host/toolchain.ts";
import type { Exit, FromWorker, ToWorker } from "./protocol.ts";

type Heard = Exclude<FromWorker, { kind: "failed" }>;

/** A worker that notes what it is told; the test speaks for it. */
class Instance implements RunningInstance {
  ready = true;
  terminated = false;
  readonly told: ToWorker[] = [];
  #listener: ((message: Heard) => void) | undefined;
  #onTold: (message: ToWorker) => void;

  constructor(onTold: (message: ToWorker) => void = () => {}) {
    this.#onTold = onTold;
  }

  send(message: ToWorker): void {
    this.told.push(message);
    queueMicrotask(() => this.#onTold(message));
  }

  listen(listener: (message: Heard) => void): void {
    this.#listener = listener;
  }

  say(message: Heard): void {
    this.#listener?.(message);
  }

  terminate(): void {
    this.terminated = true;
    this.#listener = undefined;
  }

  get inputs(): string[] {
    return this.told.flatMap((message) => (message.kind === "input" ? [message.text] : []));
  }
}

interface Setting {
  instant: Instance;
  exact: Instance;
  missingBytes: number;
  engine?: RunRequest["engine"];
}

function begin({ instant, exact, missingBytes, engine = "auto" }: Setting): { run: EngineRun; events: RunEvent[]; seen(kind: RunEvent["kind"]): Promise<void>; over(): Promise<Outcome> } {
  const built: Built = { kind: "program", module: {} as WebAssembly.Module, test: undefined, benchmarks: false, bytes: 1 };
  const instances: Instances<null> = {
    translate: async (files) => ({ kind: "program", files }),
    load: async () => null,
    take: () => instant,
    keepWarm() {},
    log: () => Promise.reject(new Error("no log is wanted")),
    toolchain: { missingBytes: async () => missingBytes, build: async () => built },
    takeFor: () => exact,
  };
  const run = new EngineRun(instances as unknown as Instances, 1, { files: { "main.go": "package main" }, engine });
  const events: RunEvent[] = [];
  const waiting: { kind: RunEvent["kind"]; resolve(): void }[] = [];
  const read = (async () => {
    for await (const event of run.events) {
      events.push(event);
      for (const { kind, resolve } of waiting) if (kind === event.kind) resolve();
    }
  })();
  const seen = (kind: RunEvent["kind"]): Promise<void> =>
    new Promise((resolve) => (events.some((event) => event.kind === kind) ? resolve() : waiting.push({ kind, resolve })));
  const over = async () => (await read, run.done);
  return { run, events, seen, over };
}

function busyFor(busyMs: number): Instance {
  const instance: Instance = new Instance((message) => {
    if (message.kind === "busy") instance.say({ kind: "busy", run: 1, busyMs });
  });
  return instance;
}

const FINE: Exit = { cause: "exit", code: 0, runtimeText: "", virtualMs: 0 };

function ends(instance: Instance, exit = FINE): void {
  instance.say({ kind: "end", run: 1, exit });
}

/** Has a run end in the same way on the instant engine and, after it has gone over, on the exact one. */
async function endsOnBoth(exit: Exit): Promise<Outcome> {
  const [instant, exact] = [new Instance(), new Instance()];
  const { events, seen, over } = begin({ instant, exact, missingBytes: 0 });
  await seen("start");
  ends(instant, exit);
  while (exact.told.length === 0) await new Promise((resolve) => setTimeout(resolve));
  ends(exact, exit);
  const outcome = await over();
  assert.equal(outcome.engine, "exact");
  assert.deepEqual(kinds(events), ["start", "again", "note", "start"]);
  return outcome;
}

const wants: Heard = { kind: "waiting", run: 1, for: "input", at: 0 };
const kinds = (events: RunEvent[]) => events.map(({ kind }) => kind);

test("a program that has computed for long goes over to an exact engine that is at hand", async () => {
  const [instant, exact] = [busyFor(2500), new Instance()];
  const { run, events, seen, over } = begin({ instant, exact, missingBytes: 0 });
  await seen("again");
  assert.ok(instant.terminated);
  ends(exact);
  assert.equal((await over()).engine, "exact");
  assert.deepEqual(kinds(events), ["start", "again", "note", "start"]);
});

test("where it has to be fetched it is offered, and the run goes on", async () => {
  const [instant, exact] = [busyFor(2500), new Instance()];
  const { run, events, seen, over } = begin({ instant, exact, missingBytes: 1e7 });
  await seen("ask");
  assert.equal(instant.terminated, false);
  instant.say({ kind: "output", run: 1, stream: "stdout", text: "so far", at: 0 });
  ends(instant);
  const outcome = await over();
  assert.equal(outcome.engine, "instant");
  assert.deepEqual(kinds(events), ["start", "note", "ask", "output"]);
  run.agree();
  assert.deepEqual(exact.told, [], "too late");
});

test("who takes the offer sees the program begin anew", async () => {
  const [instant, exact] = [busyFor(2500), new Instance()];
  const { run, events, seen, over } = begin({ instant, exact, missingBytes: 1e7 });
  await seen("ask");
  run.agree();
  await seen("again");
  assert.ok(instant.terminated);
  while (exact.told.length === 0) await new Promise((resolve) => setTimeout(resolve));
  ends(exact);
  assert.equal((await over()).engine, "exact");
  assert.deepEqual(kinds(events), ["start", "note", "ask", "again", "note", "start"]);
});

for (const [how, overflow] of Object.entries({
  "its stack": { cause: "exit", code: 2, runtimeText: "runtime: goroutine stack exceeds 67108864-byte limit\nfatal error: stack overflow\n", virtualMs: 0 },
  "the browser's": { cause: "stack-overflow", code: null, runtimeText: "", virtualMs: 0 },
} satisfies Record<string, Exit>)) {
  test(`a program whose calls are too deep for ${how} is compiled`, async () => {
    const { kind, exitCode } = await endsOnBoth(overflow);
    assert.deepEqual([kind, exitCode], ["fatal", 2], "what even that engine has no room for never ends");
  });

  test(`and refused, not called endless, by the instant engine alone: ${how}`, async () => {
    const instant = new Instance();
    const { seen, over } = begin({ instant, exact: new Instance(), missingBytes: 0, engine: "instant" });
    await seen("start");
    ends(instant, overflow);
    const outcome = await over();
    assert.deepEqual([outcome.engine, outcome.kind], ["instant", "rejected"]);
    assert.match(outcome.reason, /its calls go deeper than the interpreter has room for/);
  });
}

test("a program that needs more memory than the interpreter may have is compiled; what the compiled one needs is a limit", async () => {
  const outcome = await endsOnBoth({ cause: "memory-limit", code: null, runtimeText: "", virtualMs: 0 });
  assert.equal(outcome.kind, "limit");
});

test("a program that only waits is left alone", async () => {
  let asked = 0;
  const instant: Instance = new Instance((message) => {
    if (message.kind !== "busy") return;
    instant.say({ kind: "busy", run: 1, busyMs: 10 });
    if (++asked === 3) ends(instant);
  });
  const { events, over } = begin({ instant, exact: new Instance(), missingBytes: 0 });
  assert.equal((await over()).engine, "instant");
  assert.deepEqual(kinds(events), ["start"]);
});

test("a worker that is still starting is not busy with the program", async () => {
  const instant = new Instance();
  instant.ready = false;
  const { run, over } = begin({ instant, exact: new Instance(), missingBytes: 0 });
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.deepEqual(instant.told.map(({ kind }) => kind), ["start"], "it is not even asked");
  run.stop();
  await over();
});

test("who has chosen the instant engine keeps it", async () => {
  const instant = busyFor(9000);
  const { run, over } = begin({ instant, exact: new Instance(), missingBytes: 0, engine: "instant" });
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal(instant.terminated, false);
  run.stop();
  await over();
});

test("what was typed is typed again, each line where it is asked for, and then the end of input", async () => {
  let asked = 0;
  const instant: Instance = new Instance((message) => {
    // It computes only after its questions.
    if (message.kind === "busy") instant.say({ kind: "busy", run: 1, busyMs: ++asked > 1 ? 2500 : 0 });
  });
  const exact: Instance = new Instance((message) => {
    if (message.kind === "start" || message.kind === "input") exact.say(wants);
    if (message.kind === "closeInput") ends(exact);
  });
  const { run, events, seen, over } = begin({ instant, exact, missingBytes: 0 });
  await seen("start");
  instant.say(wants);
  run.input("Ada\n");
  instant.say(wants);
  run.input("1815\n");
  run.closeInput();
  await over();
  assert.deepEqual(exact.inputs, ["Ada\n", "1815\n"]);
  const begunAnew = events.slice(kinds(events).indexOf("again"));
  assert.deepEqual(kinds(begunAnew), ["again", "note", "start", "typed", "typed"]);
});

test("who is just typing keeps the line: the program goes over once it is sent", async () => {
  const instant: Instance = new Instance((message) => {
    if (message.kind === "busy") instant.say({ kind: "busy", run: 1, busyMs: 2500 });
  });
  const exact: Instance = new Instance((message) => {
    if (message.kind === "start") exact.say(wants);
    if (message.kind === "input") ends(exact);
  });
  const { run, events, seen, over } = begin({ instant, exact, missingBytes: 0 });
  await seen("start");
  instant.say(wants);
  while (!instant.told.some(({ kind }) => kind === "busy")) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.equal(instant.terminated, false);
  assert.equal(kinds(events).includes("again"), false);
  run.input("Ada\n");
  await over();
  assert.deepEqual(instant.inputs, []);
  assert.deepEqual(exact.inputs, ["Ada\n"]);
});
