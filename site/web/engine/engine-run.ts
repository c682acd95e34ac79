/// One run, from the request to its outcome.

import { buildFor, type BuildName, type ModuleName } from "./builds.ts";
import type { EngineError, Outcome, Pace, Run, RunEvent, RunRequest } from "./contract.ts";
import type { Progress } from "./download.ts";
import { endingOf, type Ending } from "./outcome.ts";
import type { Exit, FromWorker, Limits, StartRequest, ToWorker } from "./protocol.ts";
import { Queue } from "./queue.ts";
import type { Translate, Translation } from "./translation.ts";

export const DEFAULT_SEED = 1;

/** Where a run gets its instance from: `engine.ts` on a page. */
export interface Instances<Module = WebAssembly.Module> {
  translate: Translate;
  load(module: ModuleName, listener: (progress: Progress) => void): Promise<Module>;
  take(build: BuildName, seed: number, module: Module): RunningInstance;
  keepWarm(build: BuildName, seed: number): void;
}

/** What a run needs of its instance: `instance.ts` on a page. */
export interface RunningInstance {
  send(message: ToWorker): void;
  listen(listener: (message: Exclude<FromWorker, { kind: "failed" }>) => void, onFailure: (error: EngineError) => void): void;
  terminate(): void;
}

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
  #build: BuildName;
  #instance: RunningInstance | undefined;
  #startedMs = performance.now();
  #firstOutputMs: number | null = null;
  #progress = new Map<ModuleName, Progress>();
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
    this.#build = buildFor(request.files);
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    void this.#launch();
  }

  stop(): void {
    this.#finish({ kind: "stopped", exitCode: null, text: "", reason: "You stopped the program.", diagnostics: [] });
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

  input(text: string): void {
    this.#instance?.send({ kind: "input", text });
  }

  closeInput(): void {
    this.#instance?.send({ kind: "closeInput" });
  }

  async #launch(): Promise<void> {
    try {
      const [translation, module] = await Promise.all([this.#translate(), this.#load(this.#build)]);
      if (this.#ended) return;
      if (translation.kind !== "program") return;
      const instance = this.#engine.take(this.#build, this.#seed, module);
      this.#instance = instance;
      instance.listen((message) => this.#receive(message), (error) => this.#fail(error));
      instance.send({ kind: "start", run: this.#id, request: this.#startRequest(translation.files) });
      this.events.push({ kind: "start", engine: "instant" });
      this.#spareTimer = setTimeout(() => this.#engine.keepWarm(this.#build, this.#seed), SPARE_AFTER_MS);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #translate(): Promise<Translation> {
    await this.#load("checker");
    const translation = await this.#engine.translate(this.#request.files);
    // What does not build is said at once, whether or not there is an engine yet.
    if (translation.kind !== "program") this.#finish(notRun(translation));
    return translation;
  }

  /** Loads a module, and tells how much of all that this run loads is there. */
  #load(name: ModuleName): Promise<WebAssembly.Module> {
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

  #startRequest(files: Record<string, string>): StartRequest {
    const { args = [], stdin, clock = { kind: "virtual", pace: "instant" } } = this.#request;
    return { files, args, stdin: stdin ?? "", inputEnds: stdin !== undefined, clock, limits: LIMITS };
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
    try {
      this.#finish(endingOf(exit, LIMITS));
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
      engine: "instant",
      virtualMs: this.#virtualMs,
      wallMs: performance.now() - this.#startedMs,
      firstOutputMs: this.#firstOutputMs,
    });
    this.#engine.keepWarm(this.#build, this.#seed);
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

function notRun(translation: Exclude<Translation, { kind: "program" }>): Ending {
  if (translation.kind === "rejected") {
    const { text, diagnostics } = translation;
    return { kind: "rejected", exitCode: 1, text, reason: "The program does not build.", diagnostics };
  }
  const { reason, position } = translation;
  const sentence = `The instant engine can’t run this program: ${reason}.`;
  return { kind: "rejected", exitCode: null, text: "", reason: sentence, diagnostics: [], ...(position ? { position } : {}) };
}

/** What a reader has not taken yet is kept short: progress replaces progress, text joins text. */
function mergeEvents(last: RunEvent, next: RunEvent): RunEvent | undefined {
  if (last.kind === "loading" && next.kind === "loading") return next;
  if (last.kind === "output" && next.kind === "output" && last.stream === next.stream && last.at === next.at) {
    return { ...last, text: last.text + next.text };
  }
  return undefined;
}
