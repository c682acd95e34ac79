/// One program's life in a worker: the instance, its files, and the loop that moves
/// time when the program waits.

import type { Pace } from "../contract.ts";
import type { Exit, FromWorker, Limits, LoadedAs, Report, StartRequest } from "../protocol.ts";
import { Clock } from "./clock.ts";
import { Files } from "./files.ts";
import { LimitReached } from "./limit.ts";
import { HostObject } from "./object.ts";
import { Output } from "./output.ts";
import { Process } from "./process.ts";
import { Random } from "./random.ts";
import { Recorder } from "./recorder.ts";
import { RuntimeText } from "./runtime-text.ts";

/** How long time may jump from timer to timer before the worker looks at its messages. */
const BURST_MS = 10;

/** What an engine may use of memory before it has a program; its run then has limits of its own. */
const START_LIMITS: Limits = { outputBytes: 0, memoryBytes: 1 << 30 };

/** Where a compiled program finds its files, and may write some. */
const WORKING_FOLDER = "/home/gopher";
const ENVIRONMENT = { HOME: WORKING_FOLDER, PWD: WORKING_FOLDER };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Session {
  #post: (message: FromWorker) => void;
  #clock = new Clock();
  #files: Files;
  #process: Process;
  #runtimeText = new RuntimeText();
  #reportText = "";
  /** Set if what is loaded is the program itself. */
  #program: WebAssembly.Module | undefined;

  #run: { id: number; limits: Limits; output: Output; recorder: Recorder | undefined } | undefined;
  #pace: Pace = "instant";
  #paused = false;
  #ended = false;
  #busyMs = 0;
  #wakeup: ReturnType<typeof setTimeout> | undefined;
  /** While a wait is being watched: when it began, in real and in virtual time. */
  #wait: { due: bigint; pace: number; sinceMs: number; sinceNs: bigint } | undefined;

  constructor(seed: number, post: (message: FromWorker) => void) {
    this.#post = post;
    this.#files = new Files({
      write: (stream, bytes) => this.#print(stream, bytes),
      report: (bytes) => {
        this.#reportText += decoder.decode(bytes, { stream: true });
      },
    });
    this.#process = new Process({
      clock: this.#clock,
      random: new Random(seed),
      seed,
      globals: globalsOf(this.#files),
      runtimeWrite: (bytes) => {
        const printed = this.#runtimeText.write(bytes);
        if (printed) this.#print("stderr", printed);
      },
      memoryGrew: (bytes) => {
        if (bytes > (this.#run?.limits ?? START_LIMITS).memoryBytes) throw new LimitReached("memory-limit");
      },
      recorder: () => this.#run?.recorder,
    });
  }

  /** Starts an engine, which is ready for a program once this returns; or keeps a program for its start. */
  load(module: WebAssembly.Module, as: LoadedAs = "engine"): void {
    if (as === "program") {
      this.#program = module;
      this.#post({ kind: "ready" });
      return;
    }
    const instance = new WebAssembly.Instance(module, this.#process.imports);
    this.#process.start(instance, ["main"], {});
    if (!this.#files.request.awaited) {
      throw new Error(`the engine ended before it had a program: ${this.#reportText}${this.#runtimeText.report}`);
    }
    this.#post({ kind: "ready" });
  }

  start(run: number, request: StartRequest): void {
    const output = new Output(run, request.limits.outputBytes, () => this.#clock.elapsedMs(), this.#post);
    const recorder = request.log ? new Recorder(run, this.#clock, this.#post) : undefined;
    if (recorder) this.#clock.beforeMove = () => recorder.fetch();
    this.#run = { id: run, limits: request.limits, output, recorder };
    if (request.clock.kind === "wall") this.#clock.useWallTime();
    else this.#pace = request.clock.pace;
    this.#files.stdin.push(encoder.encode(request.stdin));
    if (request.inputEnds) this.#files.stdin.end();
    const program = this.#program;
    if (program) {
      for (const [name, text] of Object.entries(request.files)) this.#files.add(`${WORKING_FOLDER}/${name}`, encoder.encode(text), true);
      this.#files.makeWritable(WORKING_FOLDER);
      this.#files.chdir(WORKING_FOLDER);
      this.#files.withoutEngine();
      if (request.answerLater) this.#process.answerLater();
      return this.#live(() => this.#process.start(this.#instantiate(program), ["main", ...request.args], ENVIRONMENT));
    }
    this.#live(() => {
      this.#files.request.push(encoder.encode(JSON.stringify({ files: request.files, args: request.args })));
      this.#files.request.end();
    });
  }

  #print(stream: "stdout" | "stderr", bytes: Uint8Array): void {
    this.#run?.recorder?.print(stream, bytes);
    this.#run?.output.write(stream, bytes);
  }

  /** Sends what the program printed and did so far. */
  #flush(): void {
    this.#run?.output.flush();
    this.#run?.recorder?.flush();
  }

  #instantiate(program: WebAssembly.Module): WebAssembly.Instance {
    try {
      return new WebAssembly.Instance(program, this.#process.imports);
    } catch (error) {
      if (error instanceof WebAssembly.LinkError || error instanceof TypeError) throw new ForeignImports(error.message);
      throw error;
    }
  }

  setPace(pace: Pace): void {
    this.#settleWait();
    this.#pace = pace;
    this.#advance();
  }

  pause(): void {
    this.#settleWait();
    this.#paused = true;
  }

  unpause(): void {
    this.#paused = false;
    this.#advance();
  }

  skip(): void {
    const due = this.#clock.nextDueNs();
    if (!this.#run || this.#ended || due === undefined || !this.#clock.isVirtual) return;
    this.#fire(due);
    this.#advance();
  }

  input(text: string): void {
    this.#settleWait();
    this.#live(() => this.#files.stdin.push(encoder.encode(text)));
  }

  closeInput(): void {
    this.#settleWait();
    this.#live(() => this.#files.stdin.end());
  }

  /** Says for how long the program has computed. */
  tellBusy(): void {
    if (this.#run && !this.#ended) this.#post({ kind: "busy", run: this.#run.id, busyMs: this.#busyMs });
  }

  /** Lets the program run by `step`, then moves time on. */
  #live(step: () => void): void {
    this.#guard(step);
    this.#advance();
  }

  /** Runs `step`, and ends the run if the instance ended in it, one way or another. */
  #guard(step: () => void): void {
    if (!this.#run || this.#ended) return;
    const began = performance.now();
    try {
      step();
    } catch (error) {
      this.#end(causeOf(error));
      return;
    }
    this.#busyMs += performance.now() - began;
    if (this.#process.exitCode !== null) this.#end("exit");
  }

  /** Called whenever the program waits: decides what comes next. */
  #advance(): void {
    clearTimeout(this.#wakeup);
    this.#wait = undefined;
    const burstEnd = performance.now() + BURST_MS;
    while (this.#run && !this.#ended) {
      const due = this.#clock.nextDueNs();
      if (due === undefined) {
        if (this.#files.stdin.awaited) return this.#awaitInput();
        this.#guard(() => {
          if (this.#files.deadlock.awaited) this.#files.deadlock.end();
          else this.#process.reportDeadlock();
        });
        // A runtime that had something to do after all has set a timer now.
        if (!this.#ended && this.#clock.nextDueNs() === undefined) return this.#end("trap");
        continue;
      }
      if (!this.#clock.isVirtual) return this.#sleepUntil(due, this.#clock.nowNs(), 1);
      if (this.#paused) return this.#announceTimer(due);
      // Someone may be typing: time must not race past them.
      const pace = this.#pace === "instant" && this.#files.stdin.awaited ? 1 : this.#pace;
      if (pace !== "instant") return this.#sleepUntil(due, this.#clock.nowNs(), pace);
      this.#fire(due);
      if (performance.now() > burstEnd) {
        this.#flush();
        this.#wakeup = setTimeout(() => this.#advance());
        return;
      }
    }
  }

  #sleepUntil(due: bigint, now: bigint, pace: number): void {
    this.#announceTimer(due);
    if (this.#files.stdin.awaited) this.#announceInput();
    this.#wait = { due, pace, sinceMs: performance.now(), sinceNs: now };
    const ms = Math.max(0, Number(due - now) / 1e6 / pace);
    this.#wakeup = setTimeout(() => {
      this.#fire(due);
      this.#advance();
    }, Math.min(ms, 2 ** 31 - 1));
  }

  /** Gives virtual time what has passed of the wait that is being watched. */
  #settleWait(): void {
    clearTimeout(this.#wakeup);
    if (this.#wait && this.#clock.isVirtual) {
      const passed = BigInt(Math.floor((performance.now() - this.#wait.sinceMs) * this.#wait.pace * 1e6));
      const now = this.#wait.sinceNs + passed;
      this.#clock.moveTo(now < this.#wait.due ? now : this.#wait.due);
    }
    this.#wait = undefined;
  }

  #fire(due: bigint): void {
    this.#clock.moveTo(due);
    this.#guard(() => this.#process.resume());
  }

  #awaitInput(): void {
    this.#flush();
    this.#announceInput();
  }

  #announceInput(): void {
    this.#post({ kind: "waiting", run: this.#run!.id, for: "input", at: this.#clock.elapsedMs() });
  }

  #announceTimer(due: bigint): void {
    this.#flush();
    const until = this.#clock.toElapsedMs(due);
    this.#post({ kind: "waiting", run: this.#run!.id, for: "timer", until, at: this.#clock.elapsedMs() });
  }

  #end(cause: Exit["cause"]): void {
    if (this.#ended || !this.#run) return;
    this.#ended = true;
    this.#flush();
    const exit: Exit = {
      cause,
      code: cause === "exit" ? this.#process.exitCode : null,
      runtimeText: this.#runtimeText.report,
      virtualMs: this.#clock.elapsedMs(),
    };
    if (this.#reportText !== "") exit.report = JSON.parse(this.#reportText) as Report;
    this.#post({ kind: "end", run: this.#run.id, exit });
  }
}

/** The program imports what only another host has. */
class ForeignImports extends Error {}

/** What went wrong in an instance that did not exit by itself. */
function causeOf(error: unknown): Exit["cause"] {
  if (error instanceof LimitReached) return error.limit;
  if (error instanceof ForeignImports) return "foreign-imports";
  // V8 throws a RangeError when the stack is exhausted, SpiderMonkey an InternalError.
  if (error instanceof RangeError || (error as Error)?.name === "InternalError") return "stack-overflow";
  return "trap";
}

/** What a program may ask its host for by name. */
export function globalsOf(files: Files): Record<string, unknown> {
  const refused = (): HostObject => new HostObject({});
  return {
    // syscall/js looks these two up as it starts; what they would make is never needed.
    Object: refused(),
    Array: refused(),
    Uint8Array: new HostObject({}, { construct: ([length]) => new Uint8Array(length as number) }),
    // Only to ask for the time zone.
    Date: new HostObject({}, { construct: () => new HostObject({ getTimezoneOffset: () => 0 }) }),
    fs: files.api,
    path: new HostObject({ resolve: files.resolve }),
    process: new HostObject({
      pid: 1,
      ppid: 0,
      getuid: () => 0,
      getgid: () => 0,
      geteuid: () => 0,
      getegid: () => 0,
      getgroups: () => [],
      umask: () => 0o022,
      cwd: files.cwd,
      chdir: files.chdir,
    }),
  };
}
