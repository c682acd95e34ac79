/// One run, from the request to its outcome.

import { buildFor, type BuildName, type InstantBuild } from "./builds.ts";
import type { EngineError, EngineName, Outcome, Pace, Run, RunEvent, RunRequest } from "./contract.ts";
import type { Progress } from "./download.ts";
import type { Built } from "./host/toolchain.ts";
import type { Decoder } from "./log/decoder.ts";
import { endingOf, rejectionOf, stackOverflowed, type Ending } from "./outcome.ts";
import type { LogEvent } from "../timeline/log.ts";
import { isTest, splitFiles } from "./program.ts";
import type { Exit, FromWorker, Limits, StartRequest, ToWorker } from "./protocol.ts";
import { Queue } from "./queue.ts";
import { say } from "./say.ts";
import { systemHint } from "./system.ts";
import type { BuildProgress } from "./toolchain.ts";
import type { Translate, Translation } from "./translation.ts";

export const DEFAULT_SEED = 1;

/** Where a run gets its instance from: `engine.ts` on a page. */
export interface Instances<Module = WebAssembly.Module> {
  translate: Translate;
  /** What makes an event log of what a run notes. The checker is loaded by then. */
  log(files: Record<string, string>, engine: EngineName): Promise<Decoder>;
  load(name: "checker" | InstantBuild, listener: (progress: Progress) => void): Promise<Module>;
  take(build: InstantBuild, seed: number, module: Module): RunningInstance;
  keepWarm(build: InstantBuild, seed: number): void;
  /** For the exact engine. */
  toolchain: Builder;
  takeFor(program: WebAssembly.Module, seed: number): RunningInstance;
}

/** What makes programs of sources: `toolchain.ts` on a page. */
export interface Builder {
  missingBytes(files: Record<string, string>): Promise<number>;
  build(files: Record<string, string>, listener: (progress: BuildProgress) => void): Promise<Built>;
}

/** What a run needs of its instance: `instance.ts` on a page. */
export interface RunningInstance {
  /** Whether what it is to run with is loaded. */
  readonly ready: boolean;
  send(message: ToWorker): void;
  listen(listener: (message: Exclude<FromWorker, { kind: "failed" }>) => void, onFailure: (error: EngineError) => void): void;
  terminate(): void;
}

/** So many tests that call t.Parallel run at once, as on a machine with so many cores. */
const PARALLEL_TESTS = 8;

/** More than this is not fetched unasked over a connection that seems to be dear. */
const UNASKED_BYTES = 2e6;

const LIMITS: Limits = { outputBytes: 64 << 20, memoryBytes: 1 << 30 };

/** A program that has kept the instant engine busy for so long is better compiled. */
const LONG_BUSY_MS = 2000;
const BUSY_CHECK_MS = 250;

/** A run that goes on for so long gets company: the instance for the next run. */
const SPARE_AFTER_MS = 400;

export class EngineRun implements Run {
  readonly events = new Queue<RunEvent>(mergeEvents);
  readonly done: Promise<Outcome>;

  #engine: Instances;
  #id: number;
  #request: RunRequest;
  #seed: number;
  #files: Record<string, string>;
  #build: InstantBuild;
  #exact: boolean;
  /** The package whose tests run; what the go command adds to their output hangs on it. */
  #test: string | undefined;
  #agree: (() => void) | undefined;
  #agreed = false;
  #decoder: Decoder | undefined;
  #instance: RunningInstance | undefined;
  #startedMs = performance.now();
  #firstOutputMs: number | null = null;
  #progress = new Map<BuildName, Progress>();
  #virtualMs = 0;
  #notes: string[] = [];
  /** What was typed, for a run that begins anew, and what of it that run is still to get. */
  #typed: string[] = [];
  #inputClosed = false;
  #replayed: string[] | undefined;
  #awaitsInput = false;
  #paused = false;
  /** Goes over to the program that the exact engine has made meanwhile. */
  #goOver: (() => void) | undefined;
  #busyTimer: ReturnType<typeof setTimeout> | undefined;
  /** For how long the program has computed, as the worker said when it last had time to say anything. */
  #busyMs = 0;
  /** When it was last asked, until it answers. */
  #busyAskedMs: number | undefined;
  #spareTimer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #resolve!: (outcome: Outcome) => void;
  #reject!: (error: unknown) => void;

  constructor(engine: Instances, id: number, request: RunRequest) {
    this.#engine = engine;
    this.#id = id;
    this.#request = request;
    this.#seed = request.seed ?? DEFAULT_SEED;
    this.#files = splitFiles(request.files);
    this.#build = buildFor(this.#files);
    const choice = request.engine ?? "auto";
    this.#exact = choice === "exact" || (choice === "auto" && isTest(this.#files));
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    void (this.#exact ? this.#launchExact() : this.#launch());
  }

  get #engineName(): EngineName {
    return this.#exact ? "exact" : "instant";
  }

  stop(): void {
    this.#finish({ kind: "stopped", exitCode: null, text: "", reason: say("stopped"), diagnostics: [] });
  }

  setPace(pace: Pace): void {
    // While the engine is still on its way, the program begins at this pace.
    if (this.#request.clock?.kind !== "wall") this.#request = { ...this.#request, clock: { kind: "virtual", pace } };
    this.#instance?.send({ kind: "pace", pace });
  }

  pause(): void {
    this.#paused = true;
    this.#instance?.send({ kind: "pause" });
  }

  resume(): void {
    this.#paused = false;
    this.#instance?.send({ kind: "resume" });
  }

  skip(): void {
    this.#instance?.send({ kind: "skip" });
  }

  agree(): void {
    this.#agreed = true;
    this.#agree?.();
  }

  input(text: string): void {
    this.#typed.push(text);
    this.#awaitsInput = false;
    if (this.#goOver) this.#goOver();
    else if (this.#replayed) this.#replayed.push(text);
    else this.#instance?.send({ kind: "input", text });
  }

  closeInput(): void {
    this.#inputClosed = true;
    this.#awaitsInput = false;
    if (this.#goOver) this.#goOver();
    else if (!this.#replayed) this.#instance?.send({ kind: "closeInput" });
  }

  async #launch(): Promise<void> {
    try {
      const [translation, module] = await Promise.all([this.#translate(), this.#load(this.#build)]);
      if (this.#ended || this.#exact || translation.kind !== "program") return;
      await this.#prepareLog();
      if (this.#ended) return;
      this.#start(this.#engine.take(this.#build, this.#seed, module), this.#startRequest(translation.files));
      if (this.#request.engine !== "instant") this.#busyTimer = setTimeout(() => this.#checkBusy(), BUSY_CHECK_MS);
      this.#spareTimer = setTimeout(() => this.#engine.keepWarm(this.#build, this.#seed), SPARE_AFTER_MS);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Nobody waits for an engine to be told that a program won't run on it. */
  async #translate(): Promise<Translation> {
    await this.#load("checker");
    const translation = await this.#engine.translate(this.#files, this.#request.log);
    if (translation.kind === "rejected") {
      const { text, diagnostics } = translation;
      this.#finish({ kind: "rejected", exitCode: 1, text, reason: say("notBuilt"), diagnostics });
    }
    if (translation.kind === "refused" && !this.#ended) this.#refuse(translation);
    return translation;
  }

  #refuse({ reason, position }: Extract<Translation, { kind: "refused" }>): void {
    const sentence = say("refused", { reason });
    if (this.#request.engine === "instant") {
      const ending: Ending = { kind: "rejected", exitCode: null, text: "", reason: sentence, diagnostics: [] };
      return this.#finish(position ? { ...ending, position } : ending);
    }
    // The engine that can do all that Go can.
    this.#exact = true;
    this.#note(say("goesExact", { because: sentence }));
    void this.#launchExact();
  }

  /** Loads a module, and tells how much of all that this run loads is there. */
  #load(name: "checker" | InstantBuild): Promise<WebAssembly.Module> {
    return this.#engine.load(name, (progress) => {
      this.#progress.set(name, progress);
      let [loadedBytes, totalBytes] = [0, 0];
      for (const each of this.#progress.values()) {
        loadedBytes += each.loadedBytes;
        totalBytes += each.totalBytes;
      }
      this.events.push({ kind: "loading", loadedBytes, totalBytes });
    });
  }

  async #launchExact(): Promise<void> {
    try {
      await this.#beAllowed();
      if (this.#ended) return;
      const built = await this.#engine.toolchain.build(this.#files, (progress) => this.events.push(progress));
      if (this.#ended) return;
      if (built.kind === "program") await this.#prepareLog();
      if (this.#ended) return;
      if (built.kind === "rejected") return this.#finish(rejectionOf(built.text, systemHint(this.#files)));
      this.#startBuilt(built);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #prepareLog(): Promise<void> {
    if (!this.#request.log) return;
    await this.#load("checker");
    this.#decoder = await this.#engine.log(this.#files, this.#engineName);
  }

  #startBuilt(built: Extract<Built, { kind: "program" }>): void {
    const hint = systemHint(this.#files);
    if (hint !== undefined) this.#note(hint);
    this.#test = built.test;
    const request = this.#startRequest(this.#files);
    request.answerLater = built.test !== undefined;
    if (built.test !== undefined) request.args.unshift("-test.v", "-test.paniconexit0", "-test.timeout=10m0s", `-test.parallel=${PARALLEL_TESTS}`);
    // What is measured by a clock that stands still takes no time at all.
    if (built.benchmarks) {
      request.args.unshift("-test.bench=.");
      request.clock = { kind: "wall" };
    }
    this.#start(this.#engine.takeFor(built.module, this.#seed), request);
  }

  /// Looks whether the program computes for so long that it should be compiled. A
  /// worker that computes can't answer, which is an answer too. Waiting doesn't count,
  /// in virtual time or real.
  #checkBusy(): void {
    const now = performance.now();
    const instance = this.#instance!;
    if (!instance.ready) this.#busyAskedMs = undefined;
    else if (this.#busyMs + (now - (this.#busyAskedMs ?? now)) > LONG_BUSY_MS) return void this.#offerExact();
    else if (this.#busyAskedMs === undefined) {
      this.#busyAskedMs = now;
      instance.send({ kind: "busy" });
    }
    this.#busyTimer = setTimeout(() => this.#checkBusy(), BUSY_CHECK_MS);
  }

  /// Has the exact engine run the program anew: by itself if nothing has to be fetched
  /// for it, and if the reader wants it otherwise. Until then the run goes on.
  async #offerExact(): Promise<void> {
    try {
      const { toolchain } = this.#engine;
      const bytes = await toolchain.missingBytes(this.#files);
      if (this.#ended || this.#exact) return;
      if (bytes > 0) {
        this.events.push({ kind: "note", text: say("keepsBusy") });
        this.events.push({ kind: "ask", bytes });
        this.#agree = () => this.#beginAnew(say("runsAnew"), () => void this.#launchExact());
        return;
      }
      const built = await toolchain.build(this.#files, () => {});
      if (this.#ended || this.#exact || built.kind !== "program") return;
      this.#goOver = () => this.#beginAnew(say("wasSlow"), () => void this.#prepareLog().then(() => this.#startBuilt(built), (error: unknown) => this.#fail(error)));
      // Who is just typing is not to lose the line.
      if (!this.#awaitsInput) this.#goOver();
    } catch {
      // The run goes on as it is.
    }
  }

  /** Ends the instance that runs the program, and has another one run it from its beginning. */
  #beginAnew(note: string, launch: () => void): void {
    this.#agree = this.#goOver = undefined;
    if (this.#ended || this.#exact) return;
    this.#release();
    this.#exact = true;
    this.#virtualMs = 0;
    this.#firstOutputMs = null;
    this.events.push({ kind: "again" });
    this.#note(note);
    launch();
  }

  /** Asks first, where fetching may cost the reader money. */
  async #beAllowed(): Promise<void> {
    if (!meteredConnection() || this.#agreed) return;
    const bytes = await this.#engine.toolchain.missingBytes(this.#files);
    if (bytes < UNASKED_BYTES || this.#ended) return;
    const agreed = new Promise<void>((resolve) => (this.#agree = resolve));
    this.events.push({ kind: "ask", bytes });
    await agreed;
  }

  /** Says one more thing about the run. */
  #note(text: string): void {
    this.#notes.push(text);
    this.events.push({ kind: "note", text: this.#notes.join(" ") });
  }

  #start(instance: RunningInstance, request: StartRequest): void {
    this.#instance = instance;
    instance.listen((message) => this.#receive(message), (error) => this.#fail(error));
    instance.send({ kind: "start", run: this.#id, request });
    if (this.#paused) instance.send({ kind: "pause" });
    if (this.#typed.length > 0 || this.#inputClosed) this.#replayed = [...this.#typed];
    this.events.push({ kind: "start", engine: this.#engineName });
  }

  #startRequest(files: Record<string, string>): StartRequest {
    const { args = [], stdin, clock = { kind: "virtual", pace: "instant" } } = this.#request;
    return { files, args: [...args], stdin: stdin ?? "", inputEnds: stdin !== undefined, clock, limits: LIMITS, ...(this.#decoder && { log: true }) };
  }

  #receive(message: Exclude<FromWorker, { kind: "failed" }>): void {
    if (message.kind === "ready" || message.run !== this.#id || this.#ended) return;
    if (message.kind === "end") return this.#conclude(message.exit);
    if (message.kind === "log") return this.#tell(this.#decoder!.add(message.entries));
    if (message.kind === "busy") {
      this.#busyMs = message.busyMs;
      this.#busyAskedMs = undefined;
      return;
    }
    this.#virtualMs = message.at;
    this.#awaitsInput = message.kind === "waiting" && message.for === "input";
    if (this.#awaitsInput && this.#replay()) return;
    if (message.kind === "output") this.#firstOutputMs ??= performance.now() - this.#startedMs;
    const { run: _, ...event } = message;
    this.events.push(event);
  }

  #tell(events: LogEvent[]): void {
    if (events.length > 0) this.events.push({ kind: "log", events });
  }

  /** Gives the program, which waits for input, what was typed before it began anew. */
  #replay(): boolean {
    const text = this.#replayed?.shift();
    if (text !== undefined) {
      this.events.push({ kind: "typed", text });
      this.#instance!.send({ kind: "input", text });
      return true;
    }
    const closes = this.#replayed !== undefined && this.#inputClosed;
    this.#replayed = undefined;
    if (closes) this.#instance!.send({ kind: "closeInput" });
    return closes;
  }

  #conclude(exit: Exit): void {
    if (exit.report?.kind === "needs-http" && this.#build === "instant") {
      this.#release();
      this.#build = "instant-http";
      void this.#launch();
      return;
    }
    this.#virtualMs = exit.virtualMs;
    // Rather late than wrong: the interpreter has met something that it can't do.
    if (exit.report?.kind === "failed") {
      const { text = "", file, line } = exit.report;
      const reason = `the interpreter failed (${text.trimEnd().replace(/^the instant engine fails here: /, "")})`;
      return this.#giveUp({ kind: "refused", reason, ...(file && line ? { position: { file, line } } : {}) }, say("failedAt"));
    }
    if (!this.#exact && stackOverflowed(exit)) {
      return this.#giveUp({ kind: "refused", reason: "its calls go deeper than the interpreter has room for" }, say("tooDeep"));
    }
    // A compiled program needs a part of what the interpreter takes for it.
    if (!this.#exact && exit.cause === "memory-limit" && this.#request.engine !== "instant") {
      return this.#beginAnew(say("goesExact", { because: say("tooLarge") }), () => void this.#launchExact());
    }
    try {
      this.#finish(endingOf(exit, LIMITS, { engine: this.#engineName, test: this.#test }));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The interpreter got nowhere with the program: the exact engine has its turn, unless only this one is wanted. */
  #giveUp(refused: Extract<Translation, { kind: "refused" }>, because: string): void {
    if (this.#request.engine === "instant") return this.#refuse(refused);
    this.#beginAnew(say("goesExact", { because }), () => void this.#launchExact());
  }

  #finish(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    if (this.#decoder) this.#tell(this.#decoder.end(ending.kind, ending.exitCode, this.#virtualMs));
    this.events.close();
    this.#resolve({
      ...ending,
      engine: this.#engineName,
      virtualMs: this.#virtualMs,
      wallMs: performance.now() - this.#startedMs,
      firstOutputMs: this.#firstOutputMs,
    });
    if (!this.#exact) this.#engine.keepWarm(this.#build, this.#seed);
  }

  #fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    this.events.close();
    this.#reject(error);
  }

  #release(): void {
    clearTimeout(this.#spareTimer);
    clearTimeout(this.#busyTimer);
    this.#instance?.terminate();
    this.#instance = undefined;
  }
}

/** Whether the browser says that its connection is metered, or that its user wants to save data. Few browsers do. */
function meteredConnection(): boolean {
  const { connection = undefined } = (globalThis.navigator ?? {}) as { connection?: { saveData?: boolean; type?: string } };
  return connection?.saveData === true || connection?.type === "cellular";
}

/** What a reader has not taken yet is kept short: progress replaces progress, text joins text. */
function mergeEvents(last: RunEvent, next: RunEvent): RunEvent | undefined {
  if (last.kind === "loading" && next.kind === "loading") return next;
  if (last.kind === "output" && next.kind === "output" && last.stream === next.stream && last.at === next.at) {
    return { ...last, text: last.text + next.text };
  }
  return undefined;
}
