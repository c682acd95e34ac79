/// The picture's axis of time. Virtual time stands still while a program computes and
/// passes only while it waits, so an axis in proportion would put all that happens at
/// one moment onto one line, and one in steps would hide the waits. This one has both:
/// each moment at which something happens is as wide as its steps, one unit a step, and
/// between moments lie gaps in proportion to the time that passes.
import type { LogEvent } from "./log.ts";

export interface Moment {
  /** Virtual nanoseconds. */
  readonly t: number;
  /** Where it begins, and how wide it is, in units. */
  readonly at: number;
  readonly width: number;
}

export class Axis {
  readonly moments: readonly Moment[];
  /** In units; a little more than what happens in it. */
  readonly width: number;
  // Of each log's events the middle, and half of its width.
  readonly #middles: readonly Float64Array[];
  readonly #halves: readonly Float32Array[];

  /// Several logs share an axis: what happened at the same time stands at the same place.
  constructor(logs: readonly (readonly LogEvent[])[]) {
    const counts = logs.map(perMoment);
    const times = logs.length === 1 ? [...counts[0]!.keys()] : [...new Set(counts.flatMap((count) => [...count.keys()]))].sort((a, b) => a - b);
    const steps = logs.reduce((most, events) => Math.max(most, events.length), 0);
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    const perNs = span > 0 ? Math.max(20, 0.9 * steps) / span : 0;

    const moments: Moment[] = [];
    const index = new Map<number, Moment>();
    let at = 0;
    for (const [i, t] of times.entries()) {
      if (i > 0) at += gap(t - times[i - 1]!, perNs);
      const width = counts.reduce((most, count) => Math.max(most, count.get(t) ?? 0), 0);
      const moment = { t, at, width };
      moments.push(moment);
      index.set(t, moment);
      at += width;
    }
    this.moments = moments;
    // Room for what goes on after the last event, which may be for ever.
    const forever = logs.some((events) => isDeadlock(events.at(-1)));
    this.width = at === 0 ? 0 : at + (forever ? Math.max(4, at * 0.12) : Math.max(1.5, at * 0.03));

    const halves: Float32Array[] = [];
    this.#middles = logs.map((events, log) => {
      const middles = new Float64Array(events.length);
      const half = new Float32Array(events.length);
      halves.push(half);
      let moment: Moment | undefined;
      let nth = 0;
      let each = 1;
      for (const [i, { t }] of events.entries()) {
        if (t !== moment?.t) {
          moment = index.get(t)!;
          nth = 0;
          each = moment.width / (counts[log]!.get(t) ?? 1);
        }
        middles[i] = moment.at + (nth++ + 0.5) * each;
        half[i] = each / 2;
      }
      return middles;
    });
    this.#halves = halves;
  }

  middle(log: number, i: number): number {
    return this.#middles[log]?.[i] ?? 0;
  }

  left(log: number, i: number): number {
    return this.middle(log, i) - (this.#halves[log]?.[i] ?? 0);
  }

  right(log: number, i: number): number {
    return this.middle(log, i) + (this.#halves[log]?.[i] ?? 0);
  }

  /// The event whose middle is nearest; -1 if there is none.
  nearest(log: number, at: number): number {
    const middles = this.#middles[log];
    if (!middles || middles.length === 0) return -1;
    const after = Math.min(lowerBound(middles, at), middles.length - 1);
    return after > 0 && at - middles[after - 1]! < middles[after]! - at ? after - 1 : after;
  }

  /// The first event at or after a place; the number of events if there is none.
  firstFrom(log: number, at: number): number {
    return lowerBound(this.#middles[log] ?? [], at);
  }

  /// Where a virtual time is: the end of its moment, if it has one.
  place(t: number): number {
    const { moments } = this;
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle]!.t <= t) low = middle + 1;
      else high = middle;
    }
    const moment = moments[low - 1];
    if (!moment) return 0;
    const next = moments[low];
    const end = moment.at + moment.width;
    if (moment.t === t || !next) return moment.t === t ? moment.at : end;
    return end + ((t - moment.t) / (next.t - moment.t)) * (next.at - end);
  }

  /// The virtual time at a place.
  time(at: number): number {
    const { moments } = this;
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    const moment = moments[low - 1];
    if (!moment) return moments[0]?.t ?? 0;
    const next = moments[low];
    const end = moment.at + moment.width;
    if (!next || at <= end) return moment.t;
    return moment.t + ((at - end) / (next.at - end)) * (next.t - moment.t);
  }
}

function isDeadlock(event: LogEvent | undefined): boolean {
  return event?.kind === "outcome" && event.outcome === "deadlock";
}

function perMoment(events: readonly LogEvent[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { t } of events) counts.set(t, (counts.get(t) ?? 0) + 1);
  return counts;
}

// A wait must be seen beside a much longer one. What is shorter than a program's own
// reading of the clock is no wait.
function gap(ns: number, perNs: number): number {
  const least = ns >= 1_000_000 ? 1.5 : ns >= 10_000 ? 0.5 : 0;
  return Math.max(least, ns * perNs);
}

function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
