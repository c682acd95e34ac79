/// The exact engine's toolchain as the page has it: fetched when it is first wanted,
/// in a worker that stays, with the last programs that it built.

import workerSource from "worker:./host/toolchain-worker.ts";

import { buildNamed, packsFor, type BuildName, type ExactPart, type Manifest } from "./builds.ts";
import { EngineError } from "./contract.ts";
import type { Progress } from "./download.ts";
import type { Built, Step } from "./host/toolchain.ts";
import { openWorker } from "./open-worker.ts";
import { say } from "./say.ts";
import type { FromToolchain, ToToolchain } from "./toolchain-protocol.ts";

/** Where the toolchain gets its parts from. */
export interface Parts {
  manifest(): Promise<Manifest>;
  module(part: BuildName, listener: (progress: Progress) => void): Promise<WebAssembly.Module>;
  pack(part: ExactPart, listener: (progress: Progress) => void): Promise<Uint8Array>;
}

export type BuildProgress = ({ kind: "loading" } & Progress) | { kind: "building"; step: Step };

/** So many programs are kept as they were built. */
const KEPT_PROGRAMS = 6;

/** A worker that has been at a build for so long that nobody wants any more gives way to a new one. */
const PATIENCE_MS = 4000;

interface Pending {
  since: number;
  listener: (progress: BuildProgress) => void;
  resolve(built: Built): void;
  reject(error: EngineError): void;
}

export class Toolchain {
  #parts: Parts;
  #worker: Promise<Worker> | undefined;
  /** The packs that the worker has, or is about to get. */
  #packs = new Map<ExactPart, Promise<void>>();
  #pending = new Map<number, Pending>();
  #programs = new Map<string, Promise<Built>>();
  #listeners = new Map<string, Set<(progress: BuildProgress) => void>>();
  #builds = 0;
  #loaded = false;
  #generation = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the tools are there: a build then costs no download, or a small one. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** What is still to be fetched for the program, in bytes as they travel at worst. */
  async missingBytes(files: Record<string, string>): Promise<number> {
    const manifest = await this.#parts.manifest();
    const parts: BuildName[] = packsFor(files, manifest).filter((part) => !this.#packs.has(part));
    if (!this.#loaded) parts.push("exact-compile", "exact-link");
    return parts.reduce((sum, part) => sum + buildNamed(manifest, part).gzipBytes, 0);
  }

  /** Builds the program, or takes it from those that were built. Rejects with an EngineError. */
  build(files: Record<string, string>, listener: (progress: BuildProgress) => void): Promise<Built> {
    const key = JSON.stringify(Object.entries(files).sort());
    let listeners = this.#listeners.get(key);
    if (!listeners) this.#listeners.set(key, (listeners = new Set()));
    listeners.add(listener);
    let program = this.#programs.get(key);
    this.#programs.delete(key);
    program ??= this.#build(files, (progress) => {
      for (const listen of this.#listeners.get(key) ?? []) listen(progress);
    });
    this.#programs.set(key, program);
    if (this.#programs.size > KEPT_PROGRAMS) this.#programs.delete(this.#programs.keys().next().value!);
    program.catch(() => this.#programs.delete(key));
    return program.finally(() => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    });
  }

  /** Ends the worker and forgets everything but what the browser keeps. */
  dispose(): void {
    this.#programs.clear();
    this.#drop("The engine was put away.");
  }

  async #build(files: Record<string, string>, listener: (progress: BuildProgress) => void): Promise<Built> {
    await this.#fetch(files, listener);
    for (const { since } of this.#pending.values()) {
      if (performance.now() - since > PATIENCE_MS) {
        this.#drop("Another program was to be built.");
        await this.#fetch(files, listener);
        break;
      }
    }
    const worker = await this.#worker!;
    const build = ++this.#builds;
    return new Promise((resolve, reject) => {
      this.#pending.set(build, { since: performance.now(), listener, resolve, reject });
      send(worker, { kind: "build", build, files });
    });
  }

  /** Has the tools and the packs that these files need in the worker. */
  async #fetch(files: Record<string, string>, listener: (progress: BuildProgress) => void): Promise<void> {
    const manifest = await this.#parts.manifest();
    const sum = new Map<string, Progress>();
    const part = (name: string): ((progress: Progress) => void) => (progress) => {
      sum.set(name, progress);
      const all = [...sum.values()];
      listener({
        kind: "loading",
        loadedBytes: all.reduce((n, { loadedBytes }) => n + loadedBytes, 0),
        totalBytes: Math.max(expected, all.reduce((n, { totalBytes }) => n + totalBytes, 0)),
      });
    };
    const wanted = packsFor(files, manifest).filter((name) => !this.#packs.has(name));
    const expected = this.#loaded
      ? 0
      : (["exact-compile", "exact-link", ...wanted] as BuildName[]).reduce((n, name) => n + buildNamed(manifest, name).gzipBytes, 0);
    this.#worker ??= this.#spawn(part);
    const worker = this.#worker;
    for (const name of wanted) this.#packs.set(name, this.#addPack(name, worker, part(name)));
    await Promise.all([worker, ...packsFor(files, manifest).map((name) => this.#packs.get(name))]);
  }

  async #spawn(part: (name: string) => (progress: Progress) => void): Promise<Worker> {
    const generation = this.#generation;
    try {
      const [compile, link] = await Promise.all([
        this.#parts.module("exact-compile", part("exact-compile")),
        this.#parts.module("exact-link", part("exact-link")),
      ]);
      const worker = await openWorker(workerSource, "toolchain-worker.js");
      worker.onmessage = (event: MessageEvent<FromToolchain>) => this.#receive(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.#drop(event.message);
      };
      send(worker, { kind: "tools", tools: { compile, link } });
      if (generation !== this.#generation) worker.terminate();
      this.#loaded = true;
      return worker;
    } catch (error) {
      if (generation === this.#generation) this.#worker = undefined;
      throw error;
    }
  }

  async #addPack(name: ExactPart, worker: Promise<Worker>, listener: (progress: Progress) => void): Promise<void> {
    try {
      const [bytes, to] = await Promise.all([this.#parts.pack(name, listener), worker]);
      to.postMessage({ kind: "pack", bytes } satisfies ToToolchain, [bytes.buffer]);
    } catch (error) {
      this.#packs.delete(name);
      throw error;
    }
  }

  #receive(message: FromToolchain): void {
    if (message.kind === "ready") return;
    if (message.kind === "failed") return this.#drop(message.message);
    const pending = this.#pending.get(message.build);
    if (!pending) return;
    if (message.kind === "step") return pending.listener({ kind: "building", step: message.step });
    this.#pending.delete(message.build);
    pending.resolve(message.result);
  }

  /** Ends the worker; the next build starts another. */
  #drop(detail: string): void {
    const worker = this.#worker;
    this.#generation++;
    this.#worker = undefined;
    this.#loaded = false;
    this.#packs.clear();
    worker?.then((w) => w.terminate()).catch(() => {});
    const error = new EngineError(say("compilerBrokeDown"), true, { cause: detail });
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

function send(worker: Worker, message: ToToolchain): void {
  worker.postMessage(message);
}
