/// The checker's worker: one instance of wasm/checker that answers questions as long
/// as the page lives. Questions and answers are lines of JSON (protocol.ts); this file
/// only carries them.

import { Clock } from "../engine/host/clock.ts";
import { Files } from "../engine/host/files.ts";
import { isolate } from "../engine/host/isolate.ts";
import { Process } from "../engine/host/process.ts";
import { Random } from "../engine/host/random.ts";
import { globalsOf } from "../engine/host/session.ts";

export type ToChecker = { kind: "load"; module: WebAssembly.Module } | { kind: "ask"; line: string };
export type FromChecker = { kind: "answer"; line: string } | { kind: "failed"; message: string };

interface WorkerScope {
  postMessage(message: FromChecker): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToChecker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = scope.postMessage.bind(scope);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

let unfinished = "";
let said = "";
const files = new Files({
  write: (_stream, bytes) => (said += decoder.decode(bytes)),
  report: (bytes) => {
    const lines = (unfinished + decoder.decode(bytes, { stream: true })).split("\n");
    unfinished = lines.pop()!;
    for (const line of lines) post({ kind: "answer", line });
  },
});
const clock = new Clock();
const process = new Process({
  clock,
  random: new Random(1),
  globals: globalsOf(files),
  runtimeWrite: (bytes) => (said += decoder.decode(bytes)),
  memoryGrew() {},
});

let wakeup: ReturnType<typeof setTimeout> | undefined;

/** Lets the checker run by `step`, and then whenever one of its timers is due. */
function live(step: () => void): void {
  try {
    step();
    if (process.exitCode !== null) throw new Error(`the checker ended: ${said}`);
    clearTimeout(wakeup);
    const due = clock.nextDueNs();
    if (due !== undefined) wakeup = setTimeout(() => live(() => process.resume()), Number(due - clock.nowNs()) / 1e6);
  } catch (error) {
    post({ kind: "failed", message: String(error) });
  }
}

scope.addEventListener("message", ({ data }) => {
  if (data.kind === "ask") return live(() => files.request.push(encoder.encode(data.line + "\n")));
  live(() => {
    clock.useWallTime();
    process.start(new WebAssembly.Instance(data.module, process.imports), ["checker"], {});
  });
});

isolate(globalThis);
