/// One run, from the request to its outcome.

import { buildFor, type BuildName, type InstantBuild } from "./builds.ts";
import type { EngineError, EngineName, Outcome, Pace, Run, RunEvent, RunRequest } from "./contract.ts";
import type { Progress } from "./download.ts";
import type { Built } from "./host/toolchain.ts";
import { endingOf, rejectionOf, type Ending } from "./outcome.ts";
import { isTest, splitFiles } from "./program.ts";
import type { Exit, FromWorker, Limits, StartRequest, ToWorker } from "./protocol.ts";
import { Queue } from "./queue.ts";
import { say } from "./say.ts";
import type { BuildProgress } from "./toolchain.ts";
import type { Translate, Translation } from "./translation.ts";

export const DEFAULT_SEED = 1;

/** Where a run gets its instance from: `engine.ts` on a page. */
export interface Instances<Module = WebAssembly.Module> {
  translate: Translate;
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
  send(message: ToWorker): void;
  listen(listener: (message: Exclude<FromWorker, { kind: "failed" }>) => void, onFailure: (error: EngineError) => void): void;
  terminate(): void;
}

/** More than this is not fetched unasked over a connection that seems to be dear. */
const UNASKED_BYTES = 2e6;

const LIMITS: Limits = { outputBytes: 64 << 20, memoryBytes: 1 << 30 };

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
  /** Set while tests run; what the go command adds to their output hangs on it. */
  #test = false;
  #agree: (() => void) | undefined;
  #instance: RunningInstance | undefined;
  #startedMs = performance.now();
  #firstOutputMs: number | null = null;
  #progress = new Map<BuildName, Progress>();
  #virtualMs = 0;
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
    this.#instance?.send({ kind: "pause" });
  }

  resume(): void {
    this.#instance?.send({ kind: "resume" });
  }

  skip(): void {
    this.#instance?.send({ kind: "skip" });
  }

  agree(): void {
    this.#agree?.();
  }

  input(text: string): void {
    this.#instance?.send({ kind: "input", text });
  }

  closeInput(): void {
    this.#instance?.send({ kind: "closeInput" });
  }

  async #launch(): Promise<void> {
    try {
      const [translation, module] = await Promise.all([this.#translate(), this.#load(this.#build)]);
      if (this.#ended || this.#exact || translation.kind !== "program") return;
      this.#start(this.#engine.take(this.#build, this.#seed, module), this.#startRequest(translation.files));
      this.#spareTimer = setTimeout(() => this.#engine.keepWarm(this.#build, this.#seed), SPARE_AFTER_MS);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Nobody waits for an engine to be told that a program won't run on it. */
  async #translate(): Promise<Translation> {
    await this.#load("checker");
    const translation = await this.#engine.translate(this.#files);
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
    this.#goExact(sentence);
  }

  /** Hands the run to the engine that can do all that Go can. */
  #goExact(because: string): void {
    this.#exact = true;
    this.events.push({ kind: "note", text: say("goesExact", { because }) });
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
      if (built.kind === "rejected") return this.#finish(rejectionOf(built.text));
      this.#test = built.test;
      const request = this.#startRequest(this.#files);
      if (built.test) request.args.unshift("-test.v", "-test.paniconexit0", "-test.timeout=10m0s");
      // What is measured by a clock that stands still takes no time at all.
      if (built.benchmarks) {
        request.args.unshift("-test.bench=.");
        request.clock = { kind: "wall" };
      }
      this.#start(this.#engine.takeFor(built.module, this.#seed), request);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Asks first, where fetching may cost the reader money. */
  async #beAllowed(): Promise<void> {
    if (!meteredConnection()) return;
    const bytes = await this.#engine.toolchain.missingBytes(this.#files);
    if (bytes < UNASKED_BYTES || this.#ended) return;
    const agreed = new Promise<void>((resolve) => (this.#agree = resolve));
    this.events.push({ kind: "ask", bytes });
    await agreed;
  }

  #start(instance: RunningInstance, request: StartRequest): void {
    this.#instance = instance;
    instance.listen((message) => this.#receive(message), (error) => this.#fail(error));
    instance.send({ kind: "start", run: this.#id, request });
    this.events.push({ kind: "start", engine: this.#engineName });
  }

  #startRequest(files: Record<string, string>): StartRequest {
    const { args = [], stdin, clock = { kind: "virtual", pace: "instant" } } = this.#request;
    return { files, args: [...args], stdin: stdin ?? "", inputEnds: stdin !== undefined, clock, limits: LIMITS };
  }

  #receive(message: Exclude<FromWorker, { kind: "failed" }>): void {
    if (message.kind === "ready" || message.run !== this.#id || this.#ended) return;
    if (message.kind === "end") return this.#conclude(message.exit);
    this.#virtualMs = message.at;
    if (message.kind === "output") this.#firstOutputMs ??= performance.now() - this.#startedMs;
    const { run: _, ...event } = message;
    this.events.push(event);
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
      if (this.#request.engine === "instant") return this.#refuse({ kind: "refused", reason, ...(file && line ? { position: { file, line } } : {}) });
      this.#release();
      this.events.push({ kind: "again" });
      return this.#goExact(say("failedAt"));
    }
    try {
      this.#finish(endingOf(exit, LIMITS, { engine: this.#engineName, test: this.#test }));
    } catch (error) {
      this.#fail(error);
    }
  }

  #finish(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
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
    this.#instance?.terminate();
    this.#instance = undefined;
  }
}

/** Whether the browser says that its connection is metered, or that its user wants to save data. Few browsers do. */
function meteredConnection(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string } };
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
