import type { Pace } from "../engine/contract.ts";

/// Where the program's clock stands while a wait is being watched.
///
/// The engine says when a wait begins and where it leads; between these two
/// moments this is the page's own reckoning. All times are milliseconds; `now`
/// is wall time on any steady clock.
export class Playhead {
  #from: number;
  #since: number;
  #pace: Pace;
  #paused: boolean;
  readonly start: number;
  readonly until: number;

  constructor(wait: { at: number; until: number; pace: Pace; paused: boolean }, now: number) {
    this.start = wait.at;
    this.until = wait.until;
    this.#from = wait.at;
    this.#since = now;
    this.#pace = wait.pace;
    this.#paused = wait.paused;
  }

  /// Virtual time.
  at(now: number): number {
    if (this.#paused) return this.#from;
    if (this.#pace === "instant") return this.until;
    return Math.min(this.until, this.#from + (now - this.#since) * this.#pace);
  }

  /// From 0 to 1.
  fraction(now: number): number {
    const whole = this.until - this.start;
    return whole <= 0 ? 1 : (this.at(now) - this.start) / whole;
  }

  setPace(pace: Pace, now: number): void {
    this.#rebase(now);
    this.#pace = pace;
  }

  setPaused(paused: boolean, now: number): void {
    this.#rebase(now);
    this.#paused = paused;
  }

  #rebase(now: number): void {
    this.#from = this.at(now);
    this.#since = now;
  }
}
