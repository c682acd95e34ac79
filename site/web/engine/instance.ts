/// A worker with one instance of an engine in it, warm or on its way there.

import source from "worker:./host/worker.ts";

import type { BuildName } from "./builds.ts";
import { EngineError } from "./contract.ts";
import type { RunningInstance } from "./engine-run.ts";
import { type Breakdown, HostedWorker } from "./hosted-worker.ts";
import type { FromWorker, LoadedAs, ToWorker } from "./protocol.ts";
import { say } from "./say.ts";

const SCRIPT = { source, file: "./worker.js", name: "awaitgo" };

/** In the learner's words. */
export function breakdownError({ forbidden, cause }: Breakdown): EngineError {
  return new EngineError(say(forbidden ? "forbidden" : "notStarted"), true, { cause });
}

export class Instance implements RunningInstance {
  #worker: HostedWorker<ToWorker, FromWorker>;
  #listener: ((message: FromWorker) => void) | undefined;
  #failure: EngineError | undefined;
  ready = false;

  constructor(readonly build: BuildName | null, readonly seed: number, module: WebAssembly.Module, as: LoadedAs = "engine") {
    this.#worker = new HostedWorker<ToWorker, FromWorker>(
      SCRIPT,
      (message) => {
        if (message.kind === "failed") this.#fail({ forbidden: false, cause: message.message });
        else {
          if (message.kind === "ready") this.ready = true;
          this.#listener?.(message);
        }
      },
      (breakdown) => this.#fail(breakdown),
    );
    this.send({ kind: "load", module, seed, as });
  }

  /** Set once hosting has broken down; the instance is of no use then. */
  get failure(): EngineError | undefined {
    return this.#failure;
  }

  send(message: ToWorker): void {
    this.#worker.send(message);
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

  #fail(breakdown: Breakdown): void {
    this.#failure ??= breakdownError(breakdown);
    this.#listener?.({ kind: "failed", message: String(breakdown.cause) });
  }
}
