/// What the runtime notes for the event log, on its way to the page. The notes lie in
/// the instance's memory until they are fetched: before virtual time moves, before what
/// is printed, and when there is no more room. So each has the time at which it was
/// fetched. See wasm/internal/patch for what they are.

import type { FromWorker, LogEntry } from "../protocol.ts";
import type { Clock } from "./clock.ts";

/** Far more than the log may hold; an end for what notes much that is not the program's. */
const MOST_WORDS = 20 << 20;

/** A message holds about so many words. */
const BATCH_WORDS = 32 << 10;

const WANTED = 1;
const WITH_TIMES = 2;

export class Recorder {
  #memory: (() => ArrayBufferLike) | undefined;
  #ring = 0;
  #used = 0;
  #words = 0;
  #entries: LogEntry[] = [];
  #entryWords = 0;
  #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };

  constructor(
    private readonly run: number,
    private readonly clock: Clock,
    private readonly post: (message: FromWorker) => void,
  ) {}

  /** The runtime says where its notes and their count are. Returns what it is to do. */
  open(memory: () => ArrayBufferLike, ring: number, used: number): number {
    this.#memory = memory;
    this.#ring = ring;
    this.#used = used;
    return this.clock.isVirtual ? WANTED : WANTED | WITH_TIMES;
  }

  /** Takes the notes that there are. Returns false if that is enough. */
  fetch(): boolean {
    if (!this.#memory) return false;
    const count = new DataView(this.#memory());
    const words = count.getUint32(this.#used, true);
    if (words === 0) return this.#words < MOST_WORDS;
    const records = new Uint32Array(this.#memory(), this.#ring, words).slice();
    count.setUint32(this.#used, 0, true);
    this.#words += words;
    this.#add({ t: this.clock.elapsedNs(), records }, words);
    if (this.#words < MOST_WORDS) return true;
    this.#add({ t: this.clock.elapsedNs(), full: true }, 0);
    this.#memory = undefined;
    return false;
  }

  print(stream: "stdout" | "stderr", bytes: Uint8Array): void {
    if (!this.#memory) return;
    this.fetch();
    const text = this.#decoders[stream].decode(bytes, { stream: true });
    this.#add({ t: this.clock.elapsedNs(), stream, text }, text.length >> 2);
  }

  /** Sends what there is: before the program waits, and when it ends. */
  flush(): void {
    this.fetch();
    this.#send();
  }

  #add(entry: LogEntry, words: number): void {
    this.#entries.push(entry);
    this.#entryWords += words + 8;
    if (this.#entryWords > BATCH_WORDS) this.#send();
  }

  #send(): void {
    if (this.#entries.length === 0) return;
    this.post({ kind: "log", run: this.run, entries: this.#entries });
    this.#entries = [];
    this.#entryWords = 0;
  }
}
