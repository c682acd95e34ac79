/// Logs for tests, made by a small scheduler: programs are generators that do what Go
/// programs do, and the log says what an engine's would. One goroutine runs at a time,
/// until it waits; those that can run take turns in the order in which they could.
///
///     const log = simulate(function* (main) {
///       const results = main.make("results", 0, 3);
///       main.go("worker", function* (worker) { yield* worker.send(results, 42, 8); }, 4);
///       yield* main.receive(results, 5);
///     });
import { type Header, type LogEvent, type ObjectType, type Reason, VERSION } from "../log.ts";

export interface SavedLog {
  header: Header;
  events: LogEvent[];
}

type Body = (g: Goroutine) => Generator<void, void>;

export const MS = 1_000_000;
export const SECOND = 1000 * MS;

export function simulate(main: Body): SavedLog {
  const machine = new Machine();
  machine.run(main);
  const header: Header = { log: "awaitgo", version: VERSION, engine: "instant", clock: "virtual", seed: 1, files: ["main.go"] };
  return { header, events: machine.events };
}

class Machine {
  readonly events: LogEvent[] = [];
  t = 0;
  #goroutines = 0;
  #objects = 0;
  #ready: Goroutine[] = [];
  #timers: { at: number; fire(): void }[] = [];
  over = false;

  // Loosely typed here, so that the union need not be taken apart twice.
  emit(event: { g: number; kind: LogEvent["kind"] } & Record<string, unknown>): void {
    if (!this.over) this.events.push({ seq: this.events.length + 1, t: this.t, ...clean(event) } as LogEvent);
  }

  object(g: number, type: ObjectType, name: string, line: number, more: Record<string, unknown> = {}): number {
    const object = ++this.#objects;
    this.emit({ g, kind: "object", object, type, name, line, ...more });
    return object;
  }

  start(parent: number, name: string, body: Body, line?: number): Goroutine {
    const goroutine = new Goroutine(this, ++this.#goroutines, body);
    this.emit({ g: goroutine.id, kind: "start", parent, name, line });
    this.#ready.push(goroutine);
    return goroutine;
  }

  ready(goroutine: Goroutine): void {
    this.#ready.push(goroutine);
  }

  /** Gives what takes the timer back. */
  after(ns: number, fire: () => void): () => void {
    const timer = { at: this.t + ns, fire };
    // The next to fire is the last; of two at one time, the older one.
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#timers[middle]!.at > timer.at) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  }

  run(body: Body): void {
    const main = this.start(0, "main", body);
    for (;;) {
      for (let i = 0; i < this.#ready.length; i++) {
        const next = this.#ready[i]!;
        if (!next.step()) continue;
        this.emit({ g: next.id, kind: "end" });
        if (next === main) return this.finish("ok", 0);
      }
      if (this.over) return;
      this.#ready = [];
      const timer = this.#timers.pop();
      if (!timer) return this.finish("deadlock", 2);
      this.t = Math.max(this.t, timer.at);
      timer.fire();
    }
  }

  finish(outcome: string, exitCode: number, g = 1): void {
    this.emit({ g, kind: "outcome", outcome, exitCode });
    this.over = true;
    this.#ready.length = 0;
  }
}

function clean<T extends object>(event: T): T {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as T;
}

interface Waiter {
  g: Goroutine;
  value?: string;
  /** Of a select: the case that has been chosen. */
  choose?: (value: string, ok: boolean) => void;
}

export class Channel {
  readonly buffer: string[] = [];
  readonly senders: Waiter[] = [];
  readonly receivers: Waiter[] = [];
  closed = false;
  constructor(readonly id: number, readonly name: string, readonly capacity: number) {}
}

export class Mutex {
  holder: Goroutine | null = null;
  readonly waiters: Goroutine[] = [];
  constructor(readonly id: number, readonly name: string) {}
}

export class Group {
  count = 0;
  readonly waiters: Goroutine[] = [];
  constructor(readonly id: number, readonly name: string) {}
}

export class Context {
  readonly children: Context[] = [];
  readonly waiters: Waiter[] = [];
  cause = "";
  constructor(readonly id: number, readonly name: string) {}
}

export type Case = { receive: Channel; name?: string } | { send: Channel; value: unknown } | { done: Context };

export class Goroutine {
  readonly #machine: Machine;
  readonly #body: Generator<void, void>;
  #handed: { value: string; ok: boolean; which: number } = { value: "", ok: true, which: 0 };

  constructor(machine: Machine, readonly id: number, body: Body) {
    this.#machine = machine;
    this.#body = body(this);
  }

  /** Whether it has ended. */
  step(): boolean {
    return this.#body.next().done === true;
  }

  get now(): number {
    return this.#machine.t;
  }

  go(name: string, body: Body, line: number): Goroutine {
    return this.#machine.start(this.id, name, body, line);
  }

  make(name: string, capacity: number, line: number): Channel {
    return new Channel(this.#machine.object(this.id, "channel", name, line, { capacity }), name, capacity);
  }

  mutex(name: string, line: number): Mutex {
    return new Mutex(this.#machine.object(this.id, "mutex", name, line), name);
  }

  group(name: string, line: number): Group {
    return new Group(this.#machine.object(this.id, "waitgroup", name, line), name);
  }

  context(name: string, line: number, parent?: Context, timeout?: number): Context {
    const deadline = timeout === undefined ? undefined : this.now + timeout;
    const context = new Context(this.#machine.object(this.id, "context", name, line, { parent: parent?.id, deadline }), name);
    parent?.children.push(context);
    if (timeout !== undefined) this.#machine.after(timeout, () => this.#cancel(context, "context deadline exceeded", "timer"));
    return context;
  }

  cancel(context: Context, line: number): void {
    this.#cancel(context, "context canceled", this.id, line);
  }

  print(text: string, line: number): void {
    this.#emit("output", { stream: "stdout", text: text + "\n", line });
  }

  *sleep(ns: number, line: number): Generator<void, void> {
    const machine = this.#machine;
    this.#emit("block", { reason: "sleep", on: [], names: [], until: machine.t + ns, line });
    machine.after(ns, () => this.#wake("timer"));
    yield;
  }

  *send(channel: Channel, value: unknown, line: number): Generator<void, void> {
    const text = show(value);
    if (this.#trySend(channel, text, line)) return;
    this.#block("send", [channel], line);
    channel.senders.push({ g: this, value: text });
    yield;
  }

  *receive(channel: Channel, line: number): Generator<void, { value: string; ok: boolean }> {
    const got = this.#tryReceive(channel, line);
    if (got) return got;
    this.#block("receive", [channel], line);
    channel.receivers.push({ g: this });
    yield;
    return this.#handed;
  }

  /** Gives the index of the case that went. The first that can, goes. */
  *select(cases: Case[], line: number): Generator<void, { which: number; value: string; ok: boolean }> {
    for (const [which, one] of cases.entries()) {
      if ("receive" in one) {
        const got = this.#tryReceive(one.receive, line);
        if (got) return { which, ...got };
      } else if ("send" in one) {
        if (this.#trySend(one.send, show(one.value), line)) return { which, value: "", ok: true };
      } else if (one.done.cause) {
        return { which, value: "", ok: false };
      }
    }
    const on = cases.map((one) => ("receive" in one ? one.receive : "send" in one ? one.send : one.done));
    this.#block("select", on, line, cases.map((one, i) => ("done" in one ? `${one.done.name}.Done()` : on[i]!.name)));
    const queues: Waiter[][] = cases.map((one) => ("receive" in one ? one.receive.receivers : "send" in one ? one.send.senders : one.done.waiters));
    const waiters = cases.map((one, which): Waiter => {
      const choose = (value: string, ok: boolean) => {
        this.#handed = { value, ok, which };
        queues.forEach((queue, i) => remove(queue, waiters[i]!));
      };
      return "send" in one ? { g: this, value: show(one.value), choose } : { g: this, choose };
    });
    queues.forEach((queue, i) => queue.push(waiters[i]!));
    yield;
    return { ...this.#handed };
  }

  close(channel: Channel, line: number): void {
    channel.closed = true;
    this.#emit("close", { object: channel.id, line });
    for (const waiter of channel.receivers.splice(0)) this.#hand(waiter, channel.id, "0", false);
  }

  *lock(mutex: Mutex, line: number): Generator<void, void> {
    if (mutex.holder) {
      this.#block("lock", [mutex], line);
      mutex.waiters.push(this);
      yield;
    }
    mutex.holder = this;
    this.#emit("lock", { object: mutex.id, mode: "lock", line });
  }

  unlock(mutex: Mutex, line: number): void {
    this.#emit("unlock", { object: mutex.id, mode: "lock", line });
    mutex.holder = mutex.waiters.shift() ?? null;
    if (mutex.holder) mutex.holder.#wake(this.id, mutex.id);
  }

  add(group: Group, n: number, line: number): void {
    group.count += n;
    this.#emit("count", { object: group.id, count: group.count, line });
    if (group.count === 0) for (const waiter of group.waiters.splice(0)) waiter.#wake(this.id, group.id);
  }

  *wait(group: Group, line: number): Generator<void, void> {
    if (group.count === 0) return;
    this.#block("wait", [group], line);
    group.waiters.push(this);
    yield;
  }

  /** Waits for nothing that could ever come. */
  *forever(reason: Reason, names: string[], line: number): Generator<void, void> {
    this.#emit("block", { reason, on: [], names, line });
    yield;
  }

  panic(text: string, line: number): void {
    this.#emit("panic", { text, line });
    this.#machine.finish("panic", 2, this.id);
  }

  #trySend(channel: Channel, value: string, line: number): boolean {
    const waiter = channel.receivers.shift();
    if (waiter) {
      this.#emit("send", { object: channel.id, value, fill: channel.buffer.length, to: waiter.g.id, line });
      this.#hand(waiter, channel.id, value, true);
      return true;
    }
    if (channel.buffer.length >= channel.capacity) return false;
    channel.buffer.push(value);
    this.#emit("send", { object: channel.id, value, fill: channel.buffer.length, line });
    return true;
  }

  #tryReceive(channel: Channel, line: number): { value: string; ok: boolean } | null {
    if (channel.buffer.length === 0 && channel.senders.length === 0) {
      if (!channel.closed) return null;
      this.#emit("receive", { object: channel.id, value: "0", ok: false, fill: 0, line });
      return { value: "0", ok: false };
    }
    const sender = channel.senders.shift();
    if (sender) channel.buffer.push(sender.value ?? "");
    const value = channel.buffer.shift() ?? "";
    this.#emit("receive", { object: channel.id, value, ok: true, fill: channel.buffer.length, from: sender?.g.id, line });
    if (sender) {
      sender.choose?.("", true);
      sender.g.#wake(this.id, channel.id);
    }
    return { value, ok: true };
  }

  #hand(waiter: Waiter, object: number, value: string, ok: boolean): void {
    waiter.g.#handed = { value, ok, which: 0 };
    waiter.choose?.(value, ok);
    waiter.g.#wake(this.id, object, ok ? value : undefined);
  }

  #cancel(context: Context, cause: string, by: number | "timer", line?: number): void {
    if (context.cause) return;
    context.cause = cause;
    this.#emit("cancel", { object: context.id, cause, line: by === "timer" ? undefined : line });
    for (const waiter of context.waiters.splice(0)) {
      waiter.choose?.("", false);
      waiter.g.#wake(by, context.id);
    }
    for (const child of context.children) this.#cancel(child, cause, by, line);
  }

  #wake(by: number | "timer", object?: number, value?: string): void {
    this.#emit("wake", { by, object, value });
    this.#machine.ready(this);
  }

  #block(reason: Reason, on: { id: number; name: string }[], line: number, names = on.map(({ name }) => name)): void {
    this.#emit("block", { reason, on: on.map(({ id }) => id), names, line });
  }

  #emit(kind: LogEvent["kind"], more: Record<string, unknown>): void {
    this.#machine.emit({ g: this.id, kind, ...more });
  }
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}
