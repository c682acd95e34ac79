/// One of Go's tools, a js/wasm program that runs to its end over files in memory. It
/// counts on the operating system to clean up after it, so each run needs a program
/// that has just started. Starting it takes about as long as its work does: so it is
/// started once, and waits for its host (wasm/exact/_goroot); a copy is taken of it
/// there, and each run begins as that copy. Nothing of one run is left for the next.

import { Clock, type ClockState } from "./clock.ts";
import { Files, type FilesState } from "./files.ts";
import { Process, type ProcessState } from "./process.ts";
import { Random } from "./random.ts";
import { globalsOf } from "./session.ts";

/** A tool that waits for its host. */
interface Waiting {
  process: ProcessState;
  files: FilesState;
  clock: ClockState;
}

interface Live {
  process: Process;
  clock: Clock;
  started: Waiting;
  /** It waits further on: it has been told `said`, which is the same for many runs. */
  prepared?: { said: string; waiting: Waiting };
}

export interface Ended {
  code: number;
  /** What it printed. */
  text: string;
}

/** A tool that has grown to so many bytes is started anew: memory never gets smaller. */
const KEPT_BYTES = 320 << 20;

// Collecting garbage takes longer than the little memory is worth.
const ENVIRONMENT = { GOGC: "off", GOMEMLIMIT: "256MiB" };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Tool {
  readonly files: Files;
  #module: WebAssembly.Module;
  #live: Live | undefined;
  #text = "";

  constructor(module: WebAssembly.Module, readonly name: string) {
    this.#module = module;
    this.files = new Files({ write: (_, bytes) => this.#print(bytes), report() {} }, Infinity);
  }

  /// Runs it with these arguments. `early` and `further` are what else it asks of its
  /// host, in this order. Where it has been told all of `early`, a copy is kept for the
  /// next run that begins with the same.
  run(args: string[], early: unknown[] = [], further: unknown[] = []): Ended {
    let ended: Ended;
    try {
      const live = (this.#live ??= this.#start());
      ended = this.#runFrom(live, [[this.name, ...args], ...early], further);
    } catch (error) {
      this.#live = undefined;
      throw error;
    }
    if (this.#live.process.memoryBytes > KEPT_BYTES) this.#live = undefined;
    return ended;
  }

  #runFrom(live: Live, early: unknown[], further: unknown[]): Ended {
    this.#text = "";
    const said = JSON.stringify(early);
    if (early.length > 1 && live.prepared?.said === said) {
      this.#restore(live, live.prepared.waiting);
    } else {
      this.#restore(live, live.started);
      for (const value of early.slice(0, -1)) this.#tell(live, value);
      if (early.length > 1) {
        delete live.prepared;
        this.#tell(live, early.at(-1));
        if (live.process.exitCode === null) live.prepared = { said, waiting: this.#copy(live) };
      } else this.#tell(live, early[0]);
    }
    for (const value of further) this.#tell(live, value);
    if (live.process.exitCode === null) throw new Error(`${this.name} waits for nothing: ${this.#text}`);
    return { code: live.process.exitCode, text: this.#text };
  }

  #start(): Live {
    const clock = new Clock();
    const print = (bytes: Uint8Array): void => this.#print(bytes);
    const process = new Process({ clock, random: new Random(1), globals: globalsOf(this.files), runtimeWrite: print, memoryGrew() {} });
    process.start(new WebAssembly.Instance(this.#module, process.imports), [this.name], ENVIRONMENT);
    this.#untilItWaits(process, clock);
    if (process.exitCode !== null) throw new Error(`${this.name} ended as it started: ${this.#text}`);
    const live = { process, clock };
    return { ...live, started: this.#copy(live) };
  }

  #tell({ process, clock }: Pick<Live, "process" | "clock">, value: unknown): void {
    if (process.exitCode !== null) return;
    this.files.stdin.push(encoder.encode(JSON.stringify(value) + "\n"));
    this.#untilItWaits(process, clock);
  }

  /** For the host to say more, if it does not end before. */
  #untilItWaits(process: Process, clock: Clock): void {
    while (process.exitCode === null && !this.files.stdin.awaited) {
      const due = clock.nextDueNs();
      if (due === undefined) throw new Error(`${this.name} waits for nothing: ${this.#text}`);
      clock.moveTo(due);
      process.resume();
    }
  }

  #copy({ process, clock }: Pick<Live, "process" | "clock">): Waiting {
    return { process: process.copy(), files: this.files.copy(), clock: clock.copy() };
  }

  #restore({ process, clock }: Live, waiting: Waiting): void {
    process.restore(waiting.process);
    this.files.restore(waiting.files);
    clock.restore(waiting.clock);
  }

  #print(bytes: Uint8Array): void {
    this.#text += decoder.decode(bytes);
  }
}
