/// A worker with one instance of an engine in it, warm or on its way there.

import workerSource from "worker:./host/worker.ts";

import type { BuildName } from "./builds.ts";
import { EngineError } from "./contract.ts";
import type { RunningInstance } from "./engine-run.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

/** A worker made from a Blob works on pages of other origins too, where a script's URL would be refused. */
function spawn(): Worker {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  try {
    return new Worker(url, { name: "awaitgo" });
  } finally {
    URL.revokeObjectURL(url);
  }
}

export class Instance implements RunningInstance {
  #worker: Worker;
  #listener: ((message: FromWorker) => void) | undefined;
  #failure: EngineError | undefined;

  constructor(readonly build: BuildName, readonly seed: number, module: WebAssembly.Module) {
    this.#worker = spawn();
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => {
      const message = event.data;
      if (message.kind === "failed") this.#fail(message.message);
      else this.#listener?.(message);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(event.message);
    };
    this.#worker.onmessageerror = () => this.#fail("a message could not be read");
    this.send({ kind: "load", module, seed });
  }

  /** Set once hosting has broken down; the instance is of no use then. */
  get failure(): EngineError | undefined {
    return this.#failure;
  }

  send(message: ToWorker): void {
    this.#worker.postMessage(message);
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
    this.#worker.terminate();
  }

  #fail(detail: string): void {
    this.#failure ??= new EngineError("The engine could not be started in this browser. Your program is safe; close other tabs or reload the page, and try again.", true, { cause: detail });
    this.#listener?.({ kind: "failed", message: detail });
  }
}
