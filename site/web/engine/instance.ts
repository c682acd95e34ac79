/// A worker with one instance of an engine in it, warm or on its way there.

import workerSource from "worker:./host/worker.ts";

import type { BuildName } from "./builds.ts";
import { EngineError } from "./contract.ts";
import type { RunningInstance } from "./engine-run.ts";
import type { FromWorker, LoadedAs, ToWorker } from "./protocol.ts";

const COULD_NOT_START =
  "The engine could not be started in this browser. Your program is safe; close other tabs or reload the page, and try again.";
const NOT_ALLOWED =
  "This page does not let programs run: its Content-Security-Policy must allow “worker-src blob:”. Your program is safe; tell whoever runs this page.";

/** A worker made from a Blob works on pages of other origins too, where a script's URL would be refused. */
function fromBlob(): Worker {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  try {
    return new Worker(trusted(url), { name: "awaitgo" });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The same script as a file of the site: for pages of the site whose policy forbids blobs. */
function fromSite(): Worker {
  return new Worker(trusted(new URL("./worker.js", import.meta.url).href), { name: "awaitgo" });
}

/** A page may want every script's URL vouched for; its policy must then name `awaitgo`. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

// Undefined until it was asked for, null where it can't be had.
let policy: ReturnType<TrustedTypes["createPolicy"]> | null | undefined;

function trusted(url: string): string {
  if (policy === undefined) {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    try {
      policy = trustedTypes?.createPolicy("awaitgo", { createScriptURL: (url) => url }) ?? null;
    } catch {
      // The page doesn't allow it. Unless it insists on vouching, it goes without.
      policy = null;
    }
  }
  return policy?.createScriptURL(url) ?? url;
}

export class Instance implements RunningInstance {
  /** Once a page has refused blobs, it is not asked again. */
  static #blobsRefused = false;

  #worker: Worker | undefined;
  /** What a worker in this one's place would have to be told; undefined once this one has said a word. */
  #unheard: ToWorker[] | undefined = [];
  #listener: ((message: FromWorker) => void) | undefined;
  #failure: EngineError | undefined;

  constructor(readonly build: BuildName | null, readonly seed: number, module: WebAssembly.Module, as: LoadedAs = "engine") {
    this.#open();
    this.send({ kind: "load", module, seed, as });
  }

  #open(): void {
    let worker: Worker;
    try {
      worker = Instance.#blobsRefused ? fromSite() : fromBlob();
    } catch (error) {
      return this.#refused(error);
    }
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      this.#unheard = undefined;
      const message = event.data;
      if (message.kind === "failed") this.#fail(COULD_NOT_START, message.message);
      else this.#listener?.(message);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that was not let in, or is not there, fails without a message.
      if (this.#unheard && !event.message) this.#refused();
      else this.#fail(COULD_NOT_START, event.message);
    };
    worker.onmessageerror = () => this.#fail(COULD_NOT_START, "a message could not be read");
    this.#worker = worker;
    for (const message of this.#unheard ?? []) worker.postMessage(message);
  }

  /** The page's policy, or the browser, has refused a worker: there is one other way to try. */
  #refused(error?: unknown): void {
    this.#worker = undefined;
    if (!Instance.#blobsRefused) {
      Instance.#blobsRefused = true;
      this.#open();
      return;
    }
    // The next Run tries both ways again: the reason may have been a passing one.
    Instance.#blobsRefused = false;
    const byPolicy = error === undefined || (error as Error).name === "SecurityError";
    this.#fail(byPolicy ? NOT_ALLOWED : COULD_NOT_START, error);
  }

  /** Set once hosting has broken down; the instance is of no use then. */
  get failure(): EngineError | undefined {
    return this.#failure;
  }

  send(message: ToWorker): void {
    this.#unheard?.push(message);
    this.#worker?.postMessage(message);
  }

  /** From now on `listener` gets the messages; `failed` ones come as the error that they mean. */
  listen(listener: (message: Exclude<FromWorker, { kind: "failed" }>) => void, onFailure: (error: EngineError) => void): void {
    this.#listener = (message) => {
      if (message.kind === "failed") onFailure(this.#failure!);
      else listener(message);
    };
    if (this.#failure) onFailure(this.#failure);
  }

  terminate(): void {
    this.#listener = undefined;
    this.#unheard = undefined; // Nothing takes its place, should the page refuse it yet.
    this.#worker?.terminate();
  }

  #fail(message: string, cause: unknown): void {
    this.#failure ??= new EngineError(message, true, { cause });
    this.#listener?.({ kind: "failed", message: String(cause) });
  }
}
