/// The checker as a page has it: one worker for all its programs, started when the
/// first question comes.

import source from "worker:./worker.ts";

import { EngineError } from "../engine/contract.ts";
import { HostedWorker } from "../engine/hosted-worker.ts";
import { breakdownError } from "../engine/instance.ts";
import { say } from "../engine/say.ts";
import type { Answer, Question } from "./protocol.ts";
import type { FromChecker, ToChecker } from "./worker.ts";

const SCRIPT = { source, file: "./checker-worker.js", name: "awaitgo checker" };

type CheckerWorker = HostedWorker<ToChecker, FromChecker>;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: EngineError): void;
}

export class Checker {
  #load: () => Promise<WebAssembly.Module>;
  #worker: Promise<CheckerWorker> | undefined;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  /** Why the last worker is gone. */
  #ending: EngineError | undefined;

  /** `load` gives the compiled checker, and is asked again after it failed. */
  constructor(load: () => Promise<WebAssembly.Module>) {
    this.#load = load;
  }

  /** Has the worker ready. Failures wait for the next question to meet them again. */
  warm(): void {
    this.#start().catch(() => {});
  }

  /** Rejects with an EngineError if the checker can't be had. */
  async ask(question: Question): Promise<Answer> {
    const starting = this.#start();
    const worker = await starting;
    // It may have broken down while it was being started.
    if (this.#worker !== starting && this.#ending) throw this.#ending;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.send({ kind: "ask", line: JSON.stringify({ id, ...question }) });
    });
  }

  dispose(): void {
    this.#worker?.then((worker) => worker.terminate(), () => {});
    this.#end(new EngineError(say("checkerGone"), true));
  }

  #start(): Promise<CheckerWorker> {
    this.#worker ??= this.#load().then(
      (module) => this.#spawn(module),
      (error: unknown) => {
        this.#worker = undefined;
        throw error;
      },
    );
    return this.#worker;
  }

  #spawn(module: WebAssembly.Module): CheckerWorker {
    const worker: CheckerWorker = new HostedWorker<ToChecker, FromChecker>(
      SCRIPT,
      (message) => {
        if (message.kind === "answer") return this.#answer(message.line);
        worker.terminate();
        this.#end(new EngineError(say("checkerBrokeDown"), true, { cause: message.message }));
      },
      (breakdown) => {
        worker.terminate();
        this.#end(breakdownError(breakdown));
      },
    );
    worker.send({ kind: "load", module });
    return worker;
  }

  #answer(line: string): void {
    const answer = JSON.parse(line) as Answer;
    this.#waiting.get(answer.id)?.resolve(answer);
    this.#waiting.delete(answer.id);
  }

  /** Whoever waits hears of it; the next question starts another worker. */
  #end(error: EngineError): void {
    this.#worker = undefined;
    this.#ending = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
