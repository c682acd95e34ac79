/// The protocol as it is spoken: each file in testdata/transcripts is one run, with
/// every message between page and worker. The worker's side must send what stands
/// there when it gets what stands there, and so must the page's.
///
///     UPDATE=1 node --import tsx --test web/engine/transcripts.test.ts
///
/// records the worker's messages and the outcomes anew.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import type { Manifest } from "./builds.ts";
import type { Outcome, Run, RunEvent, RunRequest } from "./contract.ts";
import { EngineRun, type Instances, type RunningInstance } from "./engine-run.ts";
import { Session } from "./host/session.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

type Line = { to: ToWorkerText } | { from: FromWorker };
/** A module can't be written down. */
type ToWorkerText = Exclude<ToWorker, { kind: "load" }> | { kind: "load"; seed: number };

interface Transcript {
  about: string;
  request: RunRequest;
  messages: Line[];
  outcome: Partial<Outcome>;
}

const folder = join(import.meta.dirname, "testdata/transcripts");
const update = process.env.UPDATE === "1";

for (const name of readdirSync(folder)) {
  const path = join(folder, name);
  const transcript = JSON.parse(readFileSync(path, "utf8")) as Transcript;
  test(`${name}, the worker's side: ${transcript.about}`, async () => {
    const messages = await speakAsPage(transcript);
    if (update) transcript.messages = messages;
    assert.deepEqual(messages, transcript.messages, "UPDATE=1 accepts what the worker says now");
  });
  test(`${name}, the page's side: ${transcript.about}`, async () => {
    const { sent, events, outcome } = await speakAsWorker(transcript);
    if (update) {
      transcript.outcome = outcome;
      writeFileSync(path, JSON.stringify(transcript, null, 2) + "\n");
    }
    assert.deepEqual(outcome, transcript.outcome, "UPDATE=1 accepts this outcome");
    assert.deepEqual(sent, transcript.messages.flatMap((line) => ("to" in line && line.to.kind !== "load" ? [line.to] : [])));
    assert.equal(textOf(events), textOf(transcript.messages.flatMap((line) => ("from" in line ? [line.from] : []))));
  });
}

/** Sends the worker what the page sent, each time its turn has come, and writes everything down. */
async function speakAsPage(transcript: Transcript): Promise<Line[]> {
  const lines: Line[] = [];
  let heard: (() => void) | undefined;
  const post = (message: FromWorker): void => {
    const last = lines.at(-1);
    const from = withoutTrace(message);
    // How output is cut into messages hangs on the machine's speed.
    if (last && "from" in last && from.kind === "output" && continues(last.from, from)) last.from.text += from.text;
    else lines.push({ from });
    heard?.();
  };
  let session: Session | undefined;
  for (const line of transcript.messages) {
    if (!("to" in line)) continue;
    const before = transcript.messages.slice(0, transcript.messages.indexOf(line)).filter((l) => "from" in l).length;
    while (lines.filter((l) => "from" in l).length < before && !update) await new Promise<void>((resolve) => (heard = resolve));
    lines.push({ to: line.to });
    if (line.to.kind === "load") {
      session = new Session(line.to.seed, post);
      session.load(engine());
    } else if (line.to.kind === "start") session!.start(line.to.run, line.to.request);
    else if (line.to.kind === "input") session!.input(line.to.text);
    else if (line.to.kind === "closeInput") session!.closeInput();
    else if (line.to.kind === "skip") session!.skip();
    else throw new Error(`no transcript needs ${line.to.kind} yet`);
  }
  while (!lines.some((line) => "from" in line && line.from.kind === "end")) await new Promise<void>((resolve) => (heard = resolve));
  return lines;
}

function continues(last: FromWorker, next: FromWorker): last is Extract<FromWorker, { kind: "output" }> {
  return last.kind === "output" && next.kind === "output" && last.stream === next.stream && last.at === next.at;
}

/** The goroutines that the runtime lists are of another interpreter in another build. */
function withoutTrace(message: FromWorker): FromWorker {
  if (message.kind !== "end") return message;
  return { ...message, exit: { ...message.exit, runtimeText: message.exit.runtimeText.split("\n\ngoroutine ")[0]! } };
}

function engine(): WebAssembly.Module {
  const files = join(import.meta.dirname, "../bundle/engine");
  const manifest = JSON.parse(readFileSync(join(files, "manifest.json"), "utf8")) as Manifest;
  return new WebAssembly.Module(gunzipSync(readFileSync(join(files, manifest.instant.gzip))));
}

/** Gives the page's side what the worker sent, and returns what it made of it. */
async function speakAsWorker({ request, messages }: Transcript): Promise<{ sent: ToWorker[]; events: RunEvent[]; outcome: Partial<Outcome> }> {
  const sent: ToWorker[] = [];
  let listener: ((message: Exclude<FromWorker, { kind: "failed" }>) => void) | undefined;
  let run: Run;
  let at = 0;
  /** Lets the worker speak until it is the page's turn. A learner acts where only a learner can. */
  const play = (): void => {
    for (; at < messages.length; at++) {
      const line = messages[at]!;
      if ("from" in line) listener!(line.from as Exclude<FromWorker, { kind: "failed" }>);
      else if (line.to.kind === "input") run.input(line.to.text);
      else if (line.to.kind === "closeInput") run.closeInput();
      else if (line.to.kind === "skip") run.skip();
    }
  };
  const instance: RunningInstance = {
    ready: true,
    send(message) {
      sent.push(message);
      if (message.kind === "start") queueMicrotask(play);
    },
    listen: (to) => (listener = to),
    terminate() {},
  };
  const none = undefined as never; // transcripts are of the instant engine
  const instances: Instances<null> = {
    // These programs are the same in core Go.
    translate: async (files) => ({ kind: "program", files }),
    load: async () => null,
    take: () => instance,
    keepWarm() {},
    log: none,
    toolchain: none,
    takeFor: none,
  };
  run = new EngineRun(instances as unknown as Instances, 1, request);
  const events: RunEvent[] = [];
  for await (const event of run.events) events.push(event);
  const { wallMs: _, firstOutputMs: __, ...outcome } = await run.done;
  return { sent, events, outcome };
}

function textOf(messages: (RunEvent | FromWorker)[]): string {
  return messages.map((message) => (message.kind === "output" ? `${message.stream}@${message.at}: ${message.text}` : "")).join("");
}
