/// What every engine promises, and all that the rest of the page may know of one.
///
///     run({files, args, stdin, clock, seed}) -> {events, done, stop()}
///
/// `events` is what happens while the program runs, in order. `done` is how it
/// ended; it settles once, after the last event. It rejects only with an
/// `EngineError`: the engine could not be had (a failed download, a browser
/// without WebAssembly), so nothing is known about the program. Everything that
/// the *program* does, however badly, is an outcome.
///
/// Times are virtual milliseconds since the program's start unless a name says
/// otherwise. Under the wall clock, virtual and wall time are the same.

import type { LogEvent } from "../timeline/log.ts";

export type EngineName = "instant" | "exact";
export type EngineChoice = "auto" | EngineName;

export interface RunRequest {
  /** File name to source. Every `.go` file belongs to the program's package main. */
  files: Record<string, string>;
  engine?: EngineChoice;
  /** `os.Args[1:]`. */
  args?: string[];
  /** Input that is there from the start. Without it, input is typed: see `Run.input`. */
  stdin?: string;
  clock?: ClockRequest;
  /** Decides every random choice of a run: select, map order, math/rand. 0 to 2**32 - 1. */
  seed?: number;
  /** Report what the goroutines do, as `log` events. */
  log?: boolean;
}

export type ClockRequest =
  /** Time moves by timers alone; `pace` virtual seconds pass in a second of watching. */
  | { kind: "virtual"; pace: Pace }
  | { kind: "wall" };

export type ClockKind = ClockRequest["kind"];

/** A factor above zero, or "instant": never wait. */
export type Pace = number | "instant";

export interface Run {
  readonly events: AsyncIterable<RunEvent>;
  readonly done: Promise<Outcome>;
  /** Ends the run at once, whatever it is doing. Harmless after the end. */
  stop(): void;
  /** Changes the pace of a virtual clock, from now on. */
  setPace(pace: Pace): void;
  /** Holds a virtual clock still: the program goes on only until it next waits. */
  pause(): void;
  resume(): void;
  /** Cuts the wait that is under way short. */
  skip(): void;
  /** Lets the exact engine be fetched, where `ask` wanted to know. */
  agree(): void;
  /** Hands typed text to the program's standard input. */
  input(text: string): void;
  /** Ends standard input. */
  closeInput(): void;
}

export type RunEvent =
  /** The engine is being fetched. `totalBytes` is absent where the host does not tell. */
  | { kind: "loading"; loadedBytes: number; totalBytes?: number }
  /// The exact engine, so many bytes, is to be fetched, but not without `Run.agree`. It
  /// is needed, and the connection seems to be dear: then the run waits. Or the program
  /// computes for long and would be faster on it: then the run goes on.
  | { kind: "ask"; bytes: number }
  /** The exact engine makes a program of the source. */
  | { kind: "building"; step: "compiling" | "linking" }
  /** One sentence on what is being done and why, to be shown without fuss: another engine has to run this. */
  | { kind: "note"; text: string }
  /** The run begins anew, on another engine: what the program has printed so far no longer counts. */
  | { kind: "again" }
  /** What was typed before the run began anew, as the program reads it again. */
  | { kind: "typed"; text: string }
  /** The program was handed to the engine. */
  | { kind: "start"; engine: EngineName }
  | { kind: "output"; stream: "stdout" | "stderr"; text: string; at: number }
  /** The program waits: for a timer that fires at virtual time `until`, or for input. */
  | { kind: "waiting"; for: "timer"; until: number; at: number }
  | { kind: "waiting"; for: "input"; at: number }
  /** What the goroutines did since the last event of this kind; only where `RunRequest.log` asks for it. */
  | { kind: "log"; events: LogEvent[] };

/** A message about the source, as `go build` and `go vet` give it. Lines and columns count from 1; columns are bytes. */
export interface Diagnostic {
  file: string;
  line: number;
  column: number;
  message: string;
  severity: "error" | "warning";
  /** What to do about it, in plain words, if there is something to say. */
  hint?: string;
}

export type OutcomeKind =
  /** main returned. */
  | "ok"
  /** `os.Exit` or `log.Fatal`. */
  | "exit"
  | "panic"
  /** A fatal error of the runtime that is no panic: concurrent map writes, stack overflow. */
  | "fatal"
  | "deadlock"
  /** The learner, or a newer run, ended it. */
  | "stopped"
  /** It wanted more memory, or printed more, than a run may have. */
  | "limit"
  /** It did not compile, or the engine will not run it: see `diagnostics` and `reason`. */
  | "rejected";

export interface Outcome {
  kind: OutcomeKind;
  engine: EngineName;
  /** As the process would exit; null where there is none (stopped, limit). */
  exitCode: number | null;
  /** What a terminal would show of the ending itself, after the program's own output. Ends in a newline unless empty. */
  text: string;
  /** One sentence for a person: why the run was refused or ended as it did. Empty for ok. */
  reason: string;
  /** Where in the learner's files it ended, when that is known. */
  position?: { file: string; line: number };
  diagnostics: Diagnostic[];
  virtualMs: number;
  wallMs: number;
  /** Wall time from `run` to the first output, or null if nothing was printed. */
  firstOutputMs: number | null;
}

/** The engine could not be had. `message` is a sentence for the learner, with what to do. */
export class EngineError extends Error {
  constructor(message: string, readonly retryable: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = "EngineError";
  }
}

export interface Engine {
  run(request: RunRequest): Run;
  /// Fetches and warms what a program with these files would need, so that Run answers
  /// at once. The exact engine is not fetched for this; once it is there, the program
  /// is compiled. Never throws.
  warm(files: Record<string, string>, engine?: EngineChoice): void;
  /** Frees every worker. A later `run` starts afresh. */
  dispose(): void;
}
