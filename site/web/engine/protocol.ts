/// The protocol between the page and the worker that hosts one run.
///
/// A worker serves one run and is then thrown away: the only way to end a busy
/// WebAssembly program is to end its worker, so nothing worth keeping lives there.
///
///     page                                worker
///      | -- load {module, seed, as} ------> |   an engine is started and waits for a
///      |                                    |   program; a program is only kept ready
///      | <---------------------- ready ---- |
///      | -- start {run, request} ---------> |   the program runs
///      | <-------- output, waiting, ... --- |   as it happens, batched
///      | <-------------------------- log -- |   if the request asks for it: what the
///      |                                    |   runtime noted, and what was printed
///      | -- pace, pause, resume, skip,      |
///      |    input, closeInput ------------> |   whenever the learner acts
///      | -- busy -------------------------> |   for how long has it computed so far?
///      | <----------------- busy {busyMs} - |   once there is time to say so
///      | <------------------------ end ---- |   once; nothing follows
///      |            (terminate)             |
///
/// `start` may be sent before `ready`: it waits for it. Stopping needs no message,
/// the page terminates the worker. If hosting itself breaks, the worker sends
/// `failed` in place of `ready` or `end`. Messages from a worker carry the number
/// of the run that they belong to, so that what a terminated worker had already
/// posted is dropped. The transcripts in testdata are read by the tests of both sides.

import type { ClockRequest, Pace } from "./contract.ts";

export type ToWorker =
  | { kind: "load"; module: WebAssembly.Module; seed: number; as: LoadedAs }
  | { kind: "start"; run: number; request: StartRequest }
  | { kind: "pace"; pace: Pace }
  | { kind: "pause" }
  | { kind: "resume" }
  | { kind: "skip" }
  | { kind: "input"; text: string }
  | { kind: "closeInput" }
  | { kind: "busy" };

/** What the module is: the instant engine, which reads the program that it is to run, or the program itself. */
export type LoadedAs = "engine" | "program";

export interface StartRequest {
  /** An engine runs them; a program finds them in its working folder. */
  files: Record<string, string>;
  args: string[];
  /** Input that is there from the start; more follows by `input` unless `inputEnds`. */
  stdin: string;
  inputEnds: boolean;
  clock: ClockRequest;
  limits: Limits;
  /** Answers to what the program asks of its host come only once it waits, as tests need it that use synctest. */
  answerLater?: boolean;
  /** Fetch what the runtime notes of goroutines (host/recorder.ts) and send it on. */
  log?: boolean;
}

export interface Limits {
  /** Bytes that the program may print, stdout and stderr together. */
  outputBytes: number;
  /** Bytes of WebAssembly memory that the instance may have. */
  memoryBytes: number;
}

export type FromWorker =
  | { kind: "ready" }
  | { kind: "output"; run: number; stream: "stdout" | "stderr"; text: string; at: number }
  | { kind: "waiting"; run: number; for: "timer"; until: number; at: number }
  | { kind: "waiting"; run: number; for: "input"; at: number }
  | { kind: "busy"; run: number; busyMs: number }
  | { kind: "log"; run: number; entries: LogEntry[] }
  | { kind: "end"; run: number; exit: Exit }
  | { kind: "failed"; message: string };

/** What happened at `t`, in virtual ns since the start: records of the runtime, as wasm/internal/patch describes them; what was printed; or that no more is fetched. */
export type LogEntry = { t: number; records: Uint32Array } | { t: number; stream: "stdout" | "stderr"; text: string } | { t: number; full: true };

/** How an instance ended, as the host saw it; `outcome.ts` tells it to a person. */
export interface Exit {
  /** What ended it: the program exited, the host hit a limit, the WebAssembly stack ran out, or it asked its host for functions that there are none of. */
  cause: "exit" | "output-limit" | "memory-limit" | "stack-overflow" | "trap" | "foreign-imports";
  /** The process's exit code; null unless the cause is `exit`. */
  code: number | null;
  /** What Go's runtime itself wrote as it died: the text after the program's own output. */
  runtimeText: string;
  /** What the engine's Go side reported, if it did. */
  report?: Report;
  /** Virtual time at the end, in ms since the start. */
  virtualMs: number;
}

/** The one record that wasm/instant may leave; mirrored there as `report`. */
export interface Report {
  kind: "panic" | "deadlock" | "fatal" | "needs-http" | "failed";
  /** What a terminal shows of a death, up to the exit status. */
  text?: string;
  file?: string;
  line?: number;
}
