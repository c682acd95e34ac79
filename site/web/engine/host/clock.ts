/// The time that a program lives in. It belongs to the host: Go's runtime reads it,
/// and asks to be woken, through imports.
///
/// Virtual time begins at EPOCH_UNIX_MS and moves only when the host moves it to a
/// timer that is due. Wall time is the machine's own.

/** Where virtual time begins: Thursday, 1 January 2026, 09:00:00 UTC. */
export const EPOCH_UNIX_MS = Date.UTC(2026, 0, 1, 9);

const NS_PER_MS = 1_000_000n;

// Go takes a monotonic clock that reads zero for a broken one.
const START_NS = 1_000_000_000n;

// Readings of the clock, since the program last waited, that are free. A program
// that waits by reading the clock again and again would never end on a clock that
// moves by timers alone: so each reading beyond moves it, at first by a
// microsecond, and by twice as much after each further PATIENCE readings, up to a
// millisecond. Go's scheduler reads the clock too, so PATIENCE is generous.
const PATIENCE = 20_000;
const SMALLEST_STEP_NS = 1000n;
const MOST_DOUBLINGS = 10;

/** A clock's hands and timers at some moment. */
export type ClockState = Readonly<{ virtualNow: bigint; timers: Map<number, bigint> }>;

export class Clock {
  #virtualNow = START_NS;
  #readings = 0;
  /** Added to performance.now() it is the time; undefined while time is virtual. */
  #wallOffset: bigint | undefined;
  #timers = new Map<number, bigint>();
  #lastTimer = 0;
  /** Called before virtual time moves. */
  beforeMove: () => void = () => {};

  get isVirtual(): boolean {
    return this.#wallOffset === undefined;
  }

  /** Goes over to the machine's clock, from where virtual time stands: Go's clock must not jump back. */
  useWallTime(): void {
    this.#wallOffset = this.#virtualNow - toNs(performance.now());
  }

  /** The present moment. Under virtual time, a reading by the program: see PATIENCE. */
  monotonicNs(): bigint {
    if (this.#wallOffset !== undefined) return this.#wallOffset + toNs(performance.now());
    if (++this.#readings > PATIENCE) {
      this.beforeMove();
      const doublings = Math.min(Math.floor(this.#readings / PATIENCE) - 1, MOST_DOUBLINGS);
      this.#virtualNow += SMALLEST_STEP_NS << BigInt(doublings);
    }
    return this.#virtualNow;
  }

  unixNs(): bigint {
    if (!this.isVirtual) return toNs(performance.timeOrigin + performance.now());
    return BigInt(EPOCH_UNIX_MS) * NS_PER_MS + this.#virtualNow - START_NS;
  }

  /** The present moment, without counting as a reading by the program. */
  nowNs(): bigint {
    return this.#wallOffset === undefined ? this.#virtualNow : this.monotonicNs();
  }

  /** Time since the program's start, in ms. */
  elapsedMs(): number {
    return this.toElapsedMs(this.nowNs());
  }

  /** Time since the program's start, in ns. */
  elapsedNs(): number {
    return Number(this.nowNs() - START_NS);
  }

  toElapsedMs(ns: bigint): number {
    return Number(ns - START_NS) / 1e6;
  }

  /** Moves virtual time on to `ns`. The program has been waiting, so its readings count anew. */
  moveTo(ns: bigint): void {
    if (ns > this.#virtualNow) {
      this.beforeMove();
      this.#virtualNow = ns;
    }
    this.#readings = 0;
  }

  /** Remembers that Go wants to be resumed after so long; returns the timer's id, above zero. */
  schedule(ns: bigint): number {
    this.#timers.set(++this.#lastTimer, this.nowNs() + ns);
    return this.#lastTimer;
  }

  clear(id: number): void {
    this.#timers.delete(id);
  }

  copy(): ClockState {
    return { virtualNow: this.#virtualNow, timers: new Map(this.#timers) };
  }

  restore({ virtualNow, timers }: ClockState): void {
    this.#virtualNow = virtualNow;
    this.#timers = new Map(timers);
    this.#readings = 0;
  }

  /** When the next timer is due; undefined if none is set. Go sets one at a time, for the earliest of its own. */
  nextDueNs(): bigint | undefined {
    let next: bigint | undefined;
    for (const due of this.#timers.values()) if (next === undefined || due < next) next = due;
    return next;
  }
}

function toNs(ms: number): bigint {
  return BigInt(Math.round(ms * 1e6));
}
