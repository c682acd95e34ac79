/// How a program stands after some of its events. Records are replaced, never changed,
/// so that a copy of a state costs no more than two arrays.
import type { LogEvent, ObjectType, Reason } from "./log.ts";

export type Doing = "going" | "waiting" | "sleeping" | "ended";

export interface Wait {
  readonly reason: Reason;
  readonly on: readonly number[];
  readonly names: readonly string[];
  readonly until: number | undefined;
  readonly line: number | undefined;
  /** When it began: virtual nanoseconds, and the event's number. */
  readonly since: number;
  readonly seq: number;
}

export interface GoroutineState {
  readonly id: number;
  readonly name: string;
  readonly parent: number;
  /** The go statement's. */
  readonly startLine: number | undefined;
  readonly doing: Doing;
  /** Null unless it waits or sleeps. */
  readonly wait: Wait | null;
  /** Where it was last, as far as the log tells. */
  readonly line: number | undefined;
  readonly file: number;
}

export interface Holder {
  readonly g: number;
  readonly mode: "lock" | "read lock";
  readonly line: number | undefined;
}

export interface ObjectState {
  readonly id: number;
  readonly type: ObjectType;
  readonly name: string;
  readonly line: number | undefined;
  readonly by: number;
  readonly capacity: number;
  readonly parent: number | undefined;
  readonly deadline: number | undefined;
  /** What a channel's buffer holds, the oldest first. */
  readonly values: readonly string[];
  readonly closed: boolean;
  /** How many values have gone in, and come out. */
  readonly sent: number;
  readonly received: number;
  readonly holders: readonly Holder[];
  /** A WaitGroup's counter. */
  readonly count: number;
  /** Why a context is done; null while it is not. */
  readonly cause: string | null;
}

export class State {
  /** How many events have happened. */
  step = 0;
  t = 0;
  /** By number, from 1 at index 0. */
  goroutines: GoroutineState[] = [];
  objects: ObjectState[] = [];
  /** How many of the log's output events have happened. */
  outputs = 0;
  /** Those that have not ended. */
  alive = 0;

  copy(): State {
    const copy = new State();
    copy.step = this.step;
    copy.t = this.t;
    copy.goroutines = this.goroutines.slice();
    copy.objects = this.objects.slice();
    copy.outputs = this.outputs;
    copy.alive = this.alive;
    return copy;
  }

  goroutine(g: number): GoroutineState | undefined {
    return this.goroutines[g - 1];
  }

  object(id: number): ObjectState | undefined {
    return this.objects[id - 1];
  }

  apply(event: LogEvent): void {
    this.step++;
    this.t = event.t;
    switch (event.kind) {
      case "start":
        this.goroutines[event.g - 1] = {
          id: event.g,
          name: event.name,
          parent: event.parent,
          startLine: event.line,
          doing: "going",
          wait: null,
          line: undefined,
          file: event.file ?? 0,
        };
        this.alive++;
        return;
      case "end":
        this.#set(event.g, { doing: "ended", wait: null });
        this.alive--;
        break;
      case "block": {
        const { reason, on, names, until, line, t: since, seq } = event;
        this.#set(event.g, {
          doing: reason === "sleep" ? "sleeping" : "waiting",
          wait: { reason, on, names, until, line, since, seq },
        });
        break;
      }
      case "wake":
        this.#set(event.g, { doing: "going", wait: null });
        break;
      case "object":
        this.objects[event.object - 1] = {
          id: event.object,
          type: event.type,
          name: event.name,
          line: event.line,
          by: event.g,
          capacity: event.capacity ?? 0,
          parent: event.parent,
          deadline: event.deadline,
          values: [],
          closed: false,
          sent: 0,
          received: 0,
          holders: [],
          count: 0,
          cause: null,
        };
        break;
      case "send":
        // What goes from hand to hand has no event of its own for the receiver.
        this.#change(event.object, ({ values, sent, received }) => ({
          values: event.to === undefined ? fitted([...values, event.value], event.fill) : values,
          sent: sent + 1,
          received: received + (event.to === undefined ? 0 : 1),
        }));
        break;
      case "receive":
        this.#change(event.object, ({ values, received }) => ({
          values: fitted(values.slice(1), event.fill),
          received: received + (event.ok ? 1 : 0),
        }));
        break;
      case "close":
        this.#change(event.object, () => ({ closed: true }));
        break;
      case "lock":
        this.#change(event.object, ({ holders }) => ({ holders: [...holders, { g: event.g, mode: event.mode, line: event.line }] }));
        break;
      case "unlock":
        this.#change(event.object, ({ holders }) => ({ holders: without(holders, event.g, event.mode) }));
        break;
      case "count":
        this.#change(event.object, () => ({ count: event.count }));
        break;
      case "cancel":
        this.#change(event.object, () => ({ cause: event.cause }));
        break;
      case "output":
        this.outputs++;
        break;
      case "outcome":
        // main has returned, or whoever panicked is gone; a deadlock ends nobody.
        if (event.outcome === "deadlock" || this.goroutine(event.g)?.doing !== "going") break;
        this.#set(event.g, { doing: "ended" });
        this.alive--;
        break;
    }
    if (event.line !== undefined) this.#set(event.g, { line: event.line, file: event.file ?? 0 });
  }

  #set(g: number, change: Partial<GoroutineState>): void {
    const before = this.goroutines[g - 1];
    if (before) this.goroutines[g - 1] = { ...before, ...change };
  }

  #change(id: number, change: (object: ObjectState) => Partial<ObjectState>): void {
    const before = this.objects[id - 1];
    if (before) this.objects[id - 1] = { ...before, ...change(before) };
  }
}

// The log's word on how many there are goes before our count: a sender that had waited
// puts its value in by the receiver's hand.
function fitted(values: string[], fill: number): string[] {
  while (values.length > fill) values.shift();
  while (values.length < fill) values.push("…");
  return values;
}

// Whoever unlocks need not be who locked.
function without(holders: readonly Holder[], g: number, mode: Holder["mode"]): Holder[] {
  const own = holders.findIndex((holder) => holder.mode === mode && holder.g === g);
  const at = own >= 0 ? own : holders.findIndex((holder) => holder.mode === mode);
  return holders.filter((_, i) => i !== at);
}
