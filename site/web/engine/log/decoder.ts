/// The event log, made of the runtime's notes and of what the checker knows of the
/// source: numbers in place of addresses, names in place of lines, and nothing that is
/// not the program's.
///
/// Whether something is the program's is decided by the source. An object gets into the
/// log at the first operation on it that the source shows; a goroutine when the source
/// starts it, or when it does something that the source shows.

import type { LogEvent, ObjectType, Reason } from "../../timeline/log.ts";
import type { Operation } from "../../checker/protocol.ts";
import type { LogEntry } from "../protocol.ts";
import { Kind, Reader, REASONS, TIMER_ACTIONS } from "./records.ts";
import type { Source } from "./source.ts";

/** So many events are kept of a run, and the one that says that the log is full. */
export const MOST_EVENTS = 200_000;

/** Characters of a value that are shown. */
const MOST_CHARACTERS = 40;

/** Go's clock as the program starts, in ns: see host/clock.ts. */
const START_NS = 1e9;

/** What happened, without what every event has. */
type Happening<E = LogEvent> = E extends LogEvent ? Omit<E, "seq" | "t" | "g" | "line" | "file"> : never;

interface Goroutine {
  number: number;
  /** What it waits for; undefined while it runs. */
  wait: { reason: Reason; on: number[] } | undefined;
  /** What the one who will wake it has done for it. */
  handed: { object: number; value?: string } | undefined;
}

/** A goroutine that the source has not shown yet. */
interface Stranger {
  parent: number;
  name: string;
}

interface LoggedObject {
  number: number;
  type: ObjectType;
  name: string;
  /** Who made it, as the runtime numbers goroutines, and where. */
  g: number;
  site: number;
  /** Of a timer that runs: when it fires. */
  until?: number | undefined;
}

/** What may wait inside, without the source showing more than the call. */
const CALLS: [kind: Operation["kind"], reason: Reason][] = [
  ["once", "once"],
  ["semaphore", "semaphore"],
  ["wait", "wait"],
  ["network", "network"],
  ["input", "input"],
];

export class Decoder {
  #source: Source;
  #events: LogEvent[] = [];
  #t = 0;
  #seq = 0;
  #full = false;
  #goroutines = new Map<number, Goroutine>();
  #strangers = new Map<number, Stranger>();
  #count = 0;
  /** By address. A timer and a context also stand at the address of their channel. */
  #objects = new Map<number, LoggedObject>();
  #lastObject = 0;
  #writer: { g: number; site: number } | undefined;
  /** The last event, while more of the same output may follow. */
  #output: Extract<LogEvent, { kind: "output" }> | undefined;
  #closed: LoggedObject | undefined;
  #fired: LoggedObject | undefined;
  #panicked = 1;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The events of what came from the worker. */
  add(entries: LogEntry[]): LogEvent[] {
    for (const entry of entries) {
      this.#t = Math.max(this.#t, entry.t);
      if ("records" in entry) this.#records(entry.records);
      else if ("text" in entry) this.#print(entry.stream, entry.text);
      else this.#fill();
    }
    return this.#take(false);
  }

  /** The last events: the run has ended. */
  end(outcome: string, exitCode: number | null, virtualMs: number): LogEvent[] {
    this.#t = Math.max(this.#t, Math.round(virtualMs * 1e6));
    this.#flushOutput();
    const g = outcome === "panic" ? this.#panicked : 1;
    this.#events.push({ seq: ++this.#seq, t: this.#t, g, kind: "outcome", outcome, exitCode });
    return this.#take(true);
  }

  #take(all: boolean): LogEvent[] {
    if (all) this.#flushOutput();
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #fill(): void {
    if (this.#full) return;
    this.#flushOutput();
    this.#events.push({ seq: ++this.#seq, t: this.#t, g: 1, kind: "full" });
    this.#full = true;
  }

  /** Notes an event of the program's goroutine `g`, as the log numbers it. */
  #emit(g: number, site: number, what: Happening, at?: { line: number; file: string }): void {
    if (this.#full) return;
    if (this.#seq >= MOST_EVENTS) return this.#fill();
    this.#flushOutput();
    const event = { seq: ++this.#seq, t: this.#t, g, ...what } as LogEvent;
    const place = at ? { line: at.line, file: this.#source.files.indexOf(at.file) } : this.#source.place(site);
    if (place) {
      event.line = place.line;
      if (place.file > 0) event.file = place.file;
    }
    if (event.kind === "output") this.#output = event;
    else this.#events.push(event);
  }

  #flushOutput(): void {
    if (this.#output) this.#events.push(this.#output);
    this.#output = undefined;
  }

  #records(words: Uint32Array): void {
    const r = new Reader(words);
    while (r.next()) {
      if (this.#full) return;
      this.#record(r);
      if (r.kind !== Kind.place && r.kind !== Kind.time && r.kind !== Kind.start) this.#fired = r.kind === Kind.timer ? this.#fired : undefined;
    }
  }

  #record(r: Reader): void {
    switch (r.kind) {
      case Kind.time:
        this.#t = Math.max(this.#t, r.long() - START_NS);
        return;
      case Kind.place: {
        const line = r.word();
        this.#source.learn(r.site, r.text(), line);
        return;
      }
      case Kind.start:
        return this.#start(r);
      case Kind.end:
        return this.#end(r);
      case Kind.make:
        return this.#make(r);
      case Kind.send:
        return this.#send(r);
      case Kind.receive:
        return this.#receive(r);
      case Kind.close:
        return this.#close(r);
      case Kind.block:
        return this.#block(r);
      case Kind.wake:
        return this.#wake(r);
      case Kind.lock:
      case Kind.unlock:
        return this.#lock(r);
      case Kind.count:
        return this.#counted(r);
      case Kind.signal:
        return this.#signal(r);
      case Kind.timer:
        return this.#timer(r);
      case Kind.context:
        return this.#context(r);
      case Kind.cancel:
        return this.#cancel(r);
      case Kind.done: {
        const context = this.#objects.get(r.word());
        const channel = r.word();
        if (context) this.#objects.set(channel, context);
        return;
      }
      case Kind.write:
        this.#writer = { g: r.g, site: r.site };
        return;
      case Kind.panic:
      case Kind.recover:
        return this.#panic(r);
    }
  }

  #start(r: Reader): void {
    const id = r.word();
    const name = r.text();
    this.#goroutines.delete(id);
    if (this.#count === 0) return void this.#introduce(id, 0, "main", 0);
    const go = r.g !== 0 && this.#source.next("go", r.site);
    if (go) return void this.#introduce(id, this.#program(r.g), go.name, r.site, go);
    const timer = this.#fired;
    const called = timer && this.#source.find("go", timer.site);
    if (called) return void this.#introduce(id, this.#program(timer.g), called.name, timer.site, called);
    this.#strangers.set(id, { parent: r.g, name });
  }

  #introduce(id: number, parent: number, name: string, site: number, at?: Operation): Goroutine {
    const g: Goroutine = { number: ++this.#count, wait: undefined, handed: undefined };
    this.#goroutines.set(id, g);
    this.#strangers.delete(id);
    this.#emit(g.number, site, { kind: "start", parent, name }, at);
    return g;
  }

  /** The goroutine, which the source has shown; it is introduced if it has not been. */
  #known(id: number): Goroutine {
    const known = this.#goroutines.get(id);
    if (known) return known;
    const stranger = this.#strangers.get(id);
    const name = stranger?.name.replace(/^main\./, "").replace(/^.*\//, "") ?? "main.func";
    return this.#introduce(id, this.#program(stranger?.parent ?? 0), name, 0);
  }

  /** The number of a goroutine of the program, or of the nearest that a stranger comes from. */
  #program(id: number): number {
    for (let at = id; at !== 0; at = this.#strangers.get(at)?.parent ?? 0) {
      const known = this.#goroutines.get(at);
      if (known) return known.number;
    }
    return 1;
  }

  /** Whether a goroutine of the standard library comes from a timer. */
  #comesFromTimer(id: number): boolean {
    for (let at = id; at !== 0; at = this.#strangers.get(at)?.parent ?? -1) {
      if (this.#goroutines.has(at) || at === -1) return false;
    }
    return true;
  }

  #end(r: Reader): void {
    const g = this.#goroutines.get(r.g);
    this.#strangers.delete(r.g);
    if (g) this.#emit(g.number, 0, { kind: "end" });
    this.#goroutines.delete(r.g);
  }

  /** The object at an address. It gets into the log now if an operation shows it. */
  #object(address: number, r: Reader, shown: { type: ObjectType; name: string; line: number; file: string } | undefined): LoggedObject | undefined {
    const known = this.#objects.get(address);
    if (known || !shown) return known;
    return this.#appear(address, r, shown, { type: shown.type, name: shown.name });
  }

  #appear(
    address: number,
    r: Reader,
    at: { line: number; file: string },
    what: { type: ObjectType; name: string; capacity?: number; parent?: number; deadline?: number },
  ): LoggedObject {
    const { type, name } = what;
    const object: LoggedObject = { number: ++this.#lastObject, type, name, g: r.g, site: r.site };
    this.#objects.set(address, object);
    this.#emit(this.#known(r.g).number, r.site, { kind: "object", object: object.number, ...what }, at);
    return object;
  }

  #make(r: Reader): void {
    const address = r.word();
    const make = this.#source.next("make", r.site);
    this.#objects.delete(address);
    if (make) this.#appear(address, r, make, { type: "channel", name: make.name, capacity: r.word() });
  }

  /** The operation on a channel at a place, which may be a case of a select. */
  #channelOperation(kind: "send" | "receive", r: Reader, address: number): { line: number; file: string; name: string } | undefined {
    const known = this.#objects.get(address)?.name;
    const select = this.#source.find("select", r.site);
    if (select) {
      const cases = select.cases!.filter(({ send }) => send === (kind === "send"));
      const chosen = cases.find(({ name }) => sameName(name, known)) ?? cases[0];
      if (chosen) return { ...chosen, file: select.file };
    }
    return this.#source.find(kind, r.site, known);
  }

  #send(r: Reader): void {
    const address = r.word();
    const fill = r.word();
    const to = this.#goroutines.get(r.word());
    const value = short(r.text());
    const at = r.g === 0 ? undefined : this.#channelOperation("send", r, address);
    const object = this.#object(address, r, at && { ...at, type: "channel" });
    if (!object) return;
    if (to) to.handed = { object: object.number, value };
    // A timer's channel is sent to by the timer.
    if (r.g === 0 || object.type !== "channel") return;
    this.#emit(this.#known(r.g).number, r.site, { kind: "send", object: object.number, value, fill, ...(to && { to: to.number }) }, at);
  }

  #receive(r: Reader): void {
    const address = r.word();
    const fill = r.word();
    const from = this.#goroutines.get(r.word());
    const ok = r.word() === 1;
    const value = short(r.text());
    const at = r.g === 0 ? undefined : this.#channelOperation("receive", r, address);
    const object = this.#object(address, r, at && { ...at, type: "channel" });
    if (from && object) from.handed = { object: object.number };
    if (!object || r.g === 0 || !at) return;
    this.#emit(this.#known(r.g).number, r.site, { kind: "receive", object: object.number, value, ok, fill, ...(from && { from: from.number }) }, at);
  }

  #close(r: Reader): void {
    const address = r.word();
    const close = this.#source.find("close", r.site, this.#objects.get(address)?.name);
    const object = this.#object(address, r, close && { ...close, type: "channel" });
    this.#closed = object;
    if (object?.type !== "channel") return;
    this.#emit(this.#known(r.g).number, r.site, { kind: "close", object: object.number }, close);
  }

  #block(r: Reader): void {
    const raw = REASONS[r.word()]!;
    const wait = this.#waiting(raw, r);
    if (!wait) return;
    const g = this.#known(r.g);
    g.wait = wait;
    g.handed = undefined;
    const { at, until, reason, on, names } = wait;
    this.#emit(g.number, r.site, { kind: "block", reason, on, names, ...(until !== undefined && { until }) }, at);
  }

  #waiting(
    raw: (typeof REASONS)[number],
    r: Reader,
  ): { reason: Reason; on: number[]; names: string[]; until?: number | undefined; at?: { line: number; file: string } | undefined } | undefined {
    switch (raw) {
      case "":
        return undefined;
      case "input":
        return { reason: "input", on: [], names: ["stdin"] };
      case "sleep": {
        const until = r.long() - START_NS;
        const at = this.#source.find("sleep", r.site);
        return at ? { reason: "sleep", on: [], names: [], until, at } : { reason: "sleep", on: [], names: [], until, ...this.#inside(r) };
      }
      case "select": {
        const select = r.inside ? undefined : this.#source.find("select", r.site);
        if (!select) return this.#inside(r) ?? { reason: "select", on: [], names: [] };
        return { reason: "select", at: select, ...this.#selecting(select, r) };
      }
      case "send":
      case "receive": {
        const address = r.word();
        const at = r.inside ? undefined : this.#channelOperation(raw, r, address);
        if (!at) return this.#inside(r) ?? { reason: raw, on: [], names: [] };
        const select = this.#source.find("select", r.site);
        const object = address === 0 ? undefined : this.#object(address, r, { ...at, type: "channel" });
        const on = object ? [object.number] : [];
        return { reason: select ? "select" : raw, on, names: [at.name], until: object?.until, at: select ?? at };
      }
    }
    const address = r.word();
    const known = this.#objects.get(address);
    const at = this.#source.find(OPERATION_OF[raw], r.site, known?.name);
    if (at) {
      const object = this.#object(address, r, { ...at, type: at.type! });
      return { reason: raw, on: object ? [object.number] : [], names: [at.name], at };
    }
    const inside = this.#inside(r);
    if (inside && inside.reason === "once") {
      const object = this.#object(address, r, { ...inside.at!, type: "once" });
      return { ...inside, on: object ? [object.number] : [] };
    }
    if (known) return { reason: raw, on: [known.number], names: [known.name] };
    return inside ?? { reason: raw, on: [], names: [] };
  }

  /** A wait in a function that the program calls, of which the source shows no more. */
  #inside(r: Reader): { reason: Reason; on: number[]; names: string[]; at?: Operation } | undefined {
    for (const [kind, reason] of CALLS) {
      const at = this.#source.find(kind, r.site);
      if (!at) continue;
      const object = [...this.#objects.values()].find((o) => o.name === at.name && o.type === at.type);
      return { reason, on: object ? [object.number] : [], names: [at.name], at };
    }
    return undefined;
  }

  /** What a select waits for. The runtime has the sends in order, then the receives in reverse. */
  #selecting(select: Operation, r: Reader): { on: number[]; names: string[]; until?: number | undefined } {
    const sends = r.word();
    const channels = [...r.rest()];
    const ordered = { send: channels.slice(0, sends), receive: channels.slice(sends).reverse() };
    const on: number[] = [];
    const names: string[] = [];
    let until: number | undefined;
    for (const { send, name, line } of select.cases!) {
      const address = ordered[send ? "send" : "receive"].shift();
      names.push(name);
      if (!address) continue;
      const object = this.#object(address, r, { type: "channel", name, line, file: select.file });
      if (!object) continue;
      on.push(object.number);
      if (object.until !== undefined) until = Math.min(until ?? Infinity, object.until);
    }
    return { on, names, until };
  }

  #wake(r: Reader): void {
    const by = r.word();
    const g = this.#goroutines.get(r.g);
    if (!g?.wait) return;
    const { reason, on } = g.wait;
    let { object, value } = g.handed ?? {};
    object ??= this.#closed && on.includes(this.#closed.number) ? this.#closed.number : on.length === 1 ? on[0] : undefined;
    g.wait = g.handed = undefined;
    this.#emit(g.number, 0, { kind: "wake", by: this.#waker(by, reason), ...(object !== undefined && { object }), ...(value !== undefined && { value }) });
  }

  #waker(by: number, reason: Reason): number | "timer" | "input" | "network" {
    const known = this.#goroutines.get(by);
    if (known) return known.number;
    if (reason === "input" || reason === "network") return reason;
    return this.#comesFromTimer(by) ? "timer" : this.#program(by);
  }

  // What a Once, a Cond or an errgroup does to its parts has no line of its own.
  #lock(r: Reader): void {
    const address = r.word();
    const reading = r.word() === 1;
    const kind = r.kind === Kind.lock ? (reading ? "rlock" : "lock") : reading ? "runlock" : "unlock";
    const name = this.#objects.get(address)?.name;
    const at = this.#source.find(kind, r.site, name);
    // A Once runs its function under a lock, and a semaphore has one for itself.
    const holder = at ?? this.#source.find("once", r.site) ?? this.#source.find("semaphore", r.site);
    const object = this.#object(address, r, holder && { ...holder, type: holder.type! });
    if (!object || object.type === "semaphore") return;
    const what = { kind: r.kind === Kind.lock ? "lock" : "unlock", object: object.number, mode: reading ? "read lock" : "lock" } as const;
    this.#emit(this.#known(r.g).number, 0, what, at);
  }

  #counted(r: Reader): void {
    const address = r.word();
    const count = this.#source.find("count", r.site, this.#objects.get(address)?.name);
    const object = this.#object(address, r, count && { ...count, type: "waitgroup" });
    if (object) this.#emit(this.#known(r.g).number, 0, { kind: "count", object: object.number, count: r.word() | 0 }, count);
  }

  #signal(r: Reader): void {
    const address = r.word();
    const signal = this.#source.find("signal", r.site, this.#objects.get(address)?.name);
    const object = this.#object(address, r, signal && { ...signal, type: "cond" });
    if (object) this.#emit(this.#known(r.g).number, 0, { kind: "signal", object: object.number, all: r.word() === 1 }, signal);
  }

  #timer(r: Reader): void {
    const address = r.word();
    const action = TIMER_ACTIONS[r.word()]!;
    const channel = r.word();
    const until = r.long() - START_NS;
    const made = action === "set" && !this.#objects.has(address);
    const at = made ? this.#source.next("timer", r.site) : this.#source.find("timer", r.site, this.#objects.get(address)?.name);
    if (made && at?.type) this.#appear(address, r, at, { type: at.type, name: at.name });
    const object = this.#objects.get(address);
    if (!object) return;
    if (channel) this.#objects.set(channel, object);
    object.until = action === "set" ? until : undefined;
    if (action === "fire") this.#fired = object;
    const g = r.g === 0 ? this.#program(object.g) : this.#known(r.g).number;
    this.#emit(g, r.site, { kind: "timer", object: object.number, action, ...(action === "set" && { until }) }, at);
  }

  #context(r: Reader): void {
    const address = r.word();
    const parent = this.#objects.get(r.word());
    const duration = r.long();
    const at = this.#source.next("context", r.site);
    this.#objects.delete(address);
    if (!at) return;
    const deadline = duration > 0 ? this.#t + duration : undefined;
    this.#appear(address, r, at, { type: "context", name: at.name, ...(parent && { parent: parent.number }), ...(deadline !== undefined && { deadline }) });
  }

  #cancel(r: Reader): void {
    const object = this.#objects.get(r.word());
    if (!object) return;
    const known = this.#goroutines.get(r.g);
    this.#emit(known?.number ?? this.#program(object.g), known ? r.site : 0, { kind: "cancel", object: object.number, cause: r.text() });
  }

  #panic(r: Reader): void {
    const g = this.#known(r.g).number;
    if (r.kind === Kind.panic) this.#panicked = g;
    this.#emit(g, r.site, { kind: r.kind === Kind.panic ? "panic" : "recover", text: r.text() });
  }

  #print(stream: "stdout" | "stderr", text: string): void {
    const { g: id, site } = this.#writer ?? { g: 0, site: 0 };
    const g = site === 0 ? this.#program(id) : this.#known(id).number;
    const last = this.#output;
    const place = this.#source.place(site);
    // println and the like write bit by bit.
    if (last && last.g === g && last.stream === stream && last.t === this.#t && last.line === place?.line && !last.text.endsWith("\n")) {
      last.text += text;
      return;
    }
    this.#emit(g, site, { kind: "output", stream, text });
  }
}

/** Which operation waits for a reason. */
const OPERATION_OF = { lock: "lock", "read lock": "rlock", wait: "wait", cond: "cond" } as const satisfies Partial<Record<Reason, Operation["kind"]>>;

/** Whether an expression of the source stands for an object of this name. */
function sameName(expression: string, name: string | undefined): boolean {
  return name !== undefined && (expression === name || expression === `${name}.C` || expression === `${name}.Done()`);
}

function short(value: string): string {
  const characters = [...value];
  return characters.length > MOST_CHARACTERS ? characters.slice(0, MOST_CHARACTERS - 1).join("") + "…" : value;
}
