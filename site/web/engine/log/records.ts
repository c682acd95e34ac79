/// What the runtime notes, as wasm/internal/patch/_goroot/src/runtime/awaitgo_log.go
/// writes it: the names and numbers of that file.

export const Kind = {
  start: 1,
  end: 2,
  make: 3,
  send: 4,
  receive: 5,
  close: 6,
  block: 7,
  wake: 8,
  lock: 9,
  unlock: 10,
  count: 11,
  signal: 12,
  timer: 13,
  context: 14,
  cancel: 15,
  done: 16,
  write: 17,
  panic: 18,
  recover: 19,
  place: 20,
  time: 21,
} as const;

/** Why a goroutine waits, by number. */
export const REASONS = ["", "send", "receive", "select", "sleep", "lock", "read lock", "wait", "cond", "input"] as const;

export const TIMER_ACTIONS = ["set", "stop", "fire"] as const;

const decoder = new TextDecoder();

/** Reads records one after the other; within one, its words. */
export class Reader {
  kind = 0;
  /** The goroutine's number with the runtime. */
  g = 0;
  site = 0;
  /** The program did not do it itself, but something that it called. */
  inside = false;
  #words: Uint32Array;
  #at = 0;
  #next = 0;

  constructor(words: Uint32Array) {
    this.#words = words;
  }

  /** Goes to the next record. */
  next(): boolean {
    this.#at = this.#next;
    if (this.#at >= this.#words.length) return false;
    const head = this.#words[this.#at]!;
    this.kind = head >>> 24;
    this.#next = this.#at + (head & 0x7fffff);
    this.inside = ((head >>> 23) & 1) === 1;
    this.g = this.#words[this.#at + 1]!;
    this.site = this.#words[this.#at + 2]!;
    this.#at += 3;
    return true;
  }

  word(): number {
    return this.#words[this.#at++]!;
  }

  long(): number {
    const low = this.word();
    return low + (this.word() | 0) * 2 ** 32;
  }

  text(): string {
    const length = this.word();
    const from = this.#words.byteOffset + 4 * this.#at;
    this.#at += (length + 3) >> 2;
    return decoder.decode(new Uint8Array(this.#words.buffer, from, length));
  }

  /** The words that are left of the record. */
  rest(): Uint32Array {
    return this.#words.subarray(this.#at, this.#next);
  }
}
