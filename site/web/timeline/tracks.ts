/// A log as what is drawn: for each goroutine when it went, waited and ended, and the
/// arrows between them. Places in time are indexes of events.
import type { LogEvent, Reason } from "./log.ts";
import { Names } from "./names.ts";

export interface Track {
  readonly g: number;
  readonly parent: number;
  /** As the log calls it, and the go statement's line: what makes goroutines alike. */
  readonly name: string;
  readonly line: number | undefined;
  readonly start: number;
  /** -1 until it ends. */
  end: number;
  /** While it was the one that computed, both ends included. In order. */
  readonly runs: [from: number, to: number][];
  /** In order. */
  readonly waits: WaitSpan[];
  /** While it held a lock; `to` is -1 while it does. In the order of `from`. */
  readonly holds: HoldSpan[];
  /** Events that have a mark of their own on the lane. In order. */
  readonly marks: number[];
  /** All events that are about it. In order. */
  readonly events: number[];
}

export interface WaitSpan {
  readonly reason: Reason;
  readonly from: number;
  /** The event that ended it; -1 while nothing has. */
  to: number;
}

export interface HoldSpan {
  readonly object: number;
  readonly name: string;
  readonly from: number;
  to: number;
}

/** A moment that was set beforehand: a context's deadline. */
export interface Deadline {
  readonly g: number;
  readonly name: string;
  /** Virtual nanoseconds. */
  readonly at: number;
  readonly from: number;
}

export interface Arrow {
  /** start: a go statement; wake: one goroutine makes another go on; value: what one put into a buffer, another takes out; cancel: a context that is done. */
  readonly kind: "start" | "wake" | "value" | "cancel";
  readonly fromG: number;
  readonly from: number;
  readonly toG: number;
  readonly to: number;
  readonly value: string | undefined;
}

export class Tracks {
  readonly events: LogEvent[] = [];
  readonly names = new Names();
  /** By number, from goroutine 1 at index 0. */
  readonly tracks: Track[] = [];
  /** In the order of `to`. */
  readonly arrows: Arrow[] = [];
  readonly deadlines: Deadline[] = [];
  /** Rises with each change. */
  version = 0;
  // Who computes, since when.
  #running = 0;
  // Of each goroutine, its last event that was its own doing.
  readonly #lastOf: number[] = [];
  // What is in each channel's buffer: by whose event.
  readonly #buffers = new Map<number, number[]>();
  readonly #names: string[] = [];
  // By which event each context was cancelled.
  readonly #cancels = new Map<number, number>();

  append(events: readonly LogEvent[]): void {
    for (const event of events) this.#take(event, this.events.push(event) - 1);
    this.version++;
  }

  #take(event: LogEvent, i: number): void {
    if (event.kind === "start") {
      this.names.add(event.name, event.line);
      this.tracks.push({ g: event.g, parent: event.parent, name: event.name, line: event.line, start: i, end: -1, runs: [], waits: [], holds: [], marks: [], events: [] });
      if (event.parent > 0) this.arrows.push({ kind: "start", fromG: event.parent, from: i, toG: event.g, to: i, value: undefined });
    }
    const track = this.tracks[event.g - 1];
    if (!track) return;
    track.events.push(i);
    const doer = this.#doer(event, track);
    if (doer > 0) this.#run(doer, i);
    switch (event.kind) {
      case "end":
        track.end = i;
        this.#running = 0;
        break;
      case "outcome":
        if (event.outcome !== "deadlock" && track.end < 0 && (track.waits.at(-1)?.to ?? 0) >= 0) track.end = i;
        break;
      case "block":
        track.waits.push({ reason: event.reason, from: i, to: -1 });
        this.#running = 0;
        break;
      case "wake": {
        const wait = track.waits.at(-1);
        if (wait && wait.to < 0) wait.to = i;
        const cancelled = event.object === undefined ? undefined : this.#cancels.get(event.object);
        const from = typeof event.by === "number" ? this.#lastOf[event.by] : undefined;
        if (cancelled !== undefined) {
          this.arrows.push({ kind: "cancel", fromG: this.events[cancelled]!.g, from: cancelled, toG: event.g, to: i, value: undefined });
        } else if (typeof event.by === "number" && from !== undefined && event.by !== event.g) {
          this.arrows.push({ kind: "wake", fromG: event.by, from, toG: event.g, to: i, value: event.value });
        }
        break;
      }
      case "send":
        if (event.to === undefined) this.#buffer(event.object).push(i);
        track.marks.push(i);
        break;
      case "receive": {
        const from = this.#buffer(event.object).shift();
        const sender = from === undefined ? undefined : this.events[from];
        if (event.from === undefined && from !== undefined && sender && sender.g !== event.g && event.ok) {
          this.arrows.push({ kind: "value", fromG: sender.g, from, toG: event.g, to: i, value: event.value });
        }
        track.marks.push(i);
        break;
      }
      case "object":
        this.#names[event.object] = event.name;
        if (event.deadline !== undefined) this.deadlines.push({ g: event.g, name: event.name, at: event.deadline, from: i });
        break;
      case "lock":
        track.holds.push({ object: event.object, name: this.#names[event.object] ?? "", from: i, to: -1 });
        break;
      case "unlock":
        this.#release(event.object, track, i);
        break;
      case "output":
      case "panic":
      case "recover":
      case "raise":
      case "close":
      case "cancel":
        if (event.kind === "cancel") this.#cancels.set(event.object, i);
        track.marks.push(i);
    }
    if (doer > 0 && event.kind !== "wake") this.#lastOf[doer] = i;
  }

  // Whoever unlocks need not be who locked.
  #release(object: number, own: Track, i: number): void {
    const held = ({ holds }: Track) => holds.findLast((hold) => hold.object === object && hold.to < 0);
    const hold = held(own) ?? this.tracks.map(held).find((hold) => hold !== undefined);
    if (hold) hold.to = i;
  }

  // Whose computing has led to an event; 0 if nobody's, as when a timer fires.
  #doer(event: LogEvent, track: Track): number {
    if (event.kind === "wake") return typeof event.by === "number" ? event.by : 0;
    if (event.kind === "start") return event.parent || event.g;
    if (event.kind === "outcome" || event.kind === "full") return 0;
    const wait = track.waits.at(-1);
    return wait && wait.to < 0 ? 0 : event.g;
  }

  #run(g: number, i: number): void {
    const track = this.tracks[g - 1];
    // By its end a task of Python wakes others, and does no more.
    if (!track || track.end >= 0) return;
    const { runs } = track;
    const last = runs.at(-1);
    if (this.#running === g && last) last[1] = i;
    else runs.push([i, i]);
    this.#running = g;
  }

  #buffer(object: number): number[] {
    let buffer = this.#buffers.get(object);
    if (!buffer) this.#buffers.set(object, (buffer = []));
    return buffer;
  }
}
