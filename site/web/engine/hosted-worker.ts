/// A worker from one of our scripts, wherever the page lets it come from.

import { trusted } from "./trusted.ts";

/** A worker's script: its text, and the file of the site (beside this script) that holds the same. */
export interface Script {
  source: string;
  file: string;
  name: string;
}

/** Why there is no worker, or no longer one. `forbidden`: the page's own policy is the reason. */
export interface Breakdown {
  forbidden: boolean;
  cause: unknown;
}

export class HostedWorker<To, From> {
  /** Once a page has refused blobs, it is not asked again. */
  static #blobsRefused = false;

  #script: Script;
  #onMessage: (message: From) => void;
  #onBreakdown: (breakdown: Breakdown) => void;
  #worker: Worker | undefined;
  /** What a worker in this one's place would have to be told; undefined once this one has said a word. */
  #unheard: To[] | undefined = [];

  constructor(script: Script, onMessage: (message: From) => void, onBreakdown: (breakdown: Breakdown) => void) {
    this.#script = script;
    this.#onMessage = onMessage;
    this.#onBreakdown = onBreakdown;
    this.#open();
  }

  send(message: To): void {
    this.#unheard?.push(message);
    this.#worker?.postMessage(message);
  }

  terminate(): void {
    this.#unheard = undefined; // Nothing takes its place, should the page refuse it yet.
    this.#worker?.terminate();
  }

  #open(): void {
    let worker: Worker;
    try {
      worker = HostedWorker.#blobsRefused ? fromSite(this.#script) : fromBlob(this.#script);
    } catch (error) {
      return this.#refused(error);
    }
    worker.onmessage = (event: MessageEvent<From>) => {
      this.#unheard = undefined;
      this.#onMessage(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that was not let in, or is not there, fails without a message.
      if (this.#unheard && !event.message) this.#refused();
      else this.#onBreakdown({ forbidden: false, cause: event.message });
    };
    worker.onmessageerror = () => this.#onBreakdown({ forbidden: false, cause: "a message could not be read" });
    this.#worker = worker;
    for (const message of this.#unheard ?? []) worker.postMessage(message);
  }

  /** The page's policy, or the browser, has refused a worker: there is one other way to try. */
  #refused(error?: unknown): void {
    this.#worker = undefined;
    if (!HostedWorker.#blobsRefused) {
      HostedWorker.#blobsRefused = true;
      this.#open();
      return;
    }
    // The next worker tries both ways again: the reason may have been a passing one.
    HostedWorker.#blobsRefused = false;
    const forbidden = error === undefined || (error as Error).name === "SecurityError";
    // Whoever made this worker does not hold it yet.
    queueMicrotask(() => this.#onBreakdown({ forbidden, cause: error }));
  }
}

/** A worker made from a Blob works on pages of other origins too, where a script's URL would be refused. */
function fromBlob({ source, name }: Script): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(trusted(url), { name });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** For pages of the site whose policy forbids blobs. */
function fromSite({ file, name }: Script): Worker {
  return new Worker(trusted(new URL(file, import.meta.url).href), { name });
}
