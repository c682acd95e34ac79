/// Why goroutines wait for ever: who waits for what, who could have helped and does
/// not, in what circle, and what usually is to blame. From the log alone.
import type { LogEvent } from "./log.ts";
import { Names } from "./names.ts";
import { type GoroutineState, type ObjectState, State } from "./state.ts";
import { code, say } from "./say.ts";
import { atLine } from "./words.ts";

export interface Explanation {
  /** leak: the program ended, and they still waited. */
  readonly kind: "deadlock" | "leak";
  readonly title: string;
  readonly stuck: readonly Stuck[];
  /** Empty if there is none. */
  readonly cycle: readonly Link[];
  readonly hints: readonly string[];
}

/** Goroutines that wait at the same place for the same. */
export interface Stuck {
  readonly goroutines: readonly number[];
  readonly line: number | undefined;
  readonly file: number;
  /** What it waits for, and why nobody comes: sentences. */
  readonly sentences: readonly string[];
}

/** `g` waits for `on`, which `for` has or would have to see to. */
export interface Link {
  readonly g: number;
  readonly name: string;
  readonly on: string;
  readonly line: number | undefined;
  readonly for: number;
}

/// Null if nobody waits for ever.
export function explain(events: readonly LogEvent[]): Explanation | null {
  const outcome = events.at(-1);
  if (outcome?.kind !== "outcome") return null;
  const kind = outcome.outcome === "deadlock" ? "deadlock" : outcome.outcome === "ok" || outcome.outcome === "exit" ? "leak" : null;
  if (!kind) return null;
  const past = new Past(events);
  const stuck = past.state.goroutines.filter(({ doing, wait }) => doing === "waiting" && wait !== null && !isComing(wait));
  if (stuck.length === 0) return null;
  return new Explainer(past, kind, stuck).explain();
}

// Input or an answer may still have been on its way.
function isComing({ reason, until }: NonNullable<GoroutineState["wait"]>): boolean {
  return reason === "input" || reason === "network" || until !== undefined;
}

/** What each goroutine has done to an object. */
interface Deeds {
  readonly senders: Set<number>;
  readonly receivers: Set<number>;
  readonly doners: Set<number>;
  /** Who raised the counter while someone waited, or within a goroutine of its own. */
  addedLate: boolean;
}

class Past {
  readonly state = new State();
  readonly names = new Names();
  readonly #deeds = new Map<number, Deeds>();

  constructor(events: readonly LogEvent[]) {
    for (const event of events) {
      if (event.kind === "start") this.names.add(event.name, event.line);
      this.#note(event);
      this.state.apply(event);
    }
  }

  of(object: number): Deeds {
    let deeds = this.#deeds.get(object);
    if (!deeds) {
      deeds = { senders: new Set(), receivers: new Set(), doners: new Set(), addedLate: false };
      this.#deeds.set(object, deeds);
    }
    return deeds;
  }

  #note(event: LogEvent): void {
    switch (event.kind) {
      case "send":
        this.of(event.object).senders.add(event.g);
        if (event.to !== undefined) this.of(event.object).receivers.add(event.to);
        break;
      case "receive":
        this.of(event.object).receivers.add(event.g);
        if (event.from !== undefined) this.of(event.object).senders.add(event.from);
        break;
      case "block":
        if (event.reason === "send") for (const id of event.on) this.of(id).senders.add(event.g);
        if (event.reason === "receive") for (const id of event.on) this.of(id).receivers.add(event.g);
        break;
      case "count": {
        const before = this.state.object(event.object)?.count ?? 0;
        const deeds = this.of(event.object);
        if (event.count < before) {
          deeds.doners.add(event.g);
        } else {
          const waits = this.state.goroutines.some(({ wait }) => wait?.reason === "wait" && wait.on.includes(event.object));
          if (waits || (event.g !== this.state.object(event.object)?.by && !this.#starts(event.g))) deeds.addedLate = true;
        }
      }
    }
  }

  // Whether it has started others: then it may well count them.
  #starts(g: number): boolean {
    return this.state.goroutines.some(({ parent }) => parent === g);
  }
}

class Explainer {
  readonly #past: Past;
  readonly #kind: Explanation["kind"];
  readonly #stuck: readonly GoroutineState[];
  readonly #isStuck: ReadonlySet<number>;
  readonly #hints = new Set<string>();

  constructor(past: Past, kind: Explanation["kind"], stuck: readonly GoroutineState[]) {
    this.#past = past;
    this.#kind = kind;
    this.#stuck = stuck;
    this.#isStuck = new Set(stuck.map(({ id }) => id));
  }

  explain(): Explanation {
    const groups = new Map<string, GoroutineState[]>();
    for (const one of this.#stuck) {
      const { reason, on, line, names } = one.wait!;
      const key = `${one.name} ${reason} ${on.join()} ${on.length === 0 ? names.join() : ""} ${line}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const stuck = [...groups.values()].map((group) => this.#explain(group));
    const cycle = this.#cycle();
    if (cycle.length > 1 && cycle.every(({ g }) => this.#isLock(g))) this.#hint(say("hintLockOrder"), true);
    if (this.#kind === "leak" && this.#hints.size === 0) this.#hints.add(say("hintLeak"));
    const title = this.#kind === "deadlock" ? say("explainTitle") : say("leakTitle", { n: this.#stuck.length });
    return { kind: this.#kind, title, stuck, cycle, hints: [...this.#hints] };
  }

  #explain(group: readonly GoroutineState[]): Stuck {
    const { id, file, wait } = group[0]!;
    const { line, reason, on, names } = wait!;
    const object = on[0] === undefined ? undefined : this.#past.state.object(on[0]);
    const values = { g: this.#past.names.of(id), line: atLine(line), on: code(names[0] ?? object?.name ?? "?") };
    const sentences: string[] = [];
    const isNil = on.length === 0 && (reason === "send" || reason === "receive");
    switch (reason) {
      case "send":
        sentences.push(say("explainSend", values));
        if (object) this.#noReceiver(object, group, sentences);
        break;
      case "receive":
        sentences.push(say("explainReceive", values));
        if (object) this.#noSender(object, group, sentences);
        break;
      case "select":
        sentences.push(names.length === 0 ? say("explainSelectNothing", values) : say("explainSelect", { ...values, on: names.map(code).join(", ") }));
        if (names.length === 0) this.#hint(say("hintSelectEmpty"));
        break;
      case "lock":
      case "read lock":
        sentences.push(say("explainLock", values));
        if (object) this.#noUnlock(object, id, sentences);
        break;
      case "wait":
        sentences.push(say("explainWait", { ...values, n: object?.count ?? 0 }));
        if (object) this.#noDone(object, id, sentences);
        break;
      default:
        sentences.push(say("explainOther", values));
    }
    if (isNil) {
      sentences.push(say("explainNil", values));
      this.#hint(say("hintNil"));
    }
    if (group.length > 1) sentences.splice(1, 0, say("explainMany", { n: group.length - 1 }));
    return { goroutines: group.map(({ id }) => id), line, file, sentences };
  }

  #noReceiver(channel: ObjectState, group: readonly GoroutineState[], sentences: string[]): void {
    const { receivers } = this.#past.of(channel.id);
    this.#others(receivers, group, sentences, "receiverEnded", "receiverWaits");
    if (receivers.size === 0) {
      sentences.push(say("nobodyReceived"));
      this.#maker(channel, group, sentences);
    }
    if (this.#kind === "leak") this.#hint(say("hintLeakSend"));
    else if (channel.capacity > 0) this.#hint(say("hintFull"));
    else if (receivers.size === 0 && this.#waitsAtGroup(channel.by)) this.#hint(say("hintWaitFirst"));
    else if (receivers.size === 0) this.#hint(say("hintUnbuffered"));
  }

  #noSender(channel: ObjectState, group: readonly GoroutineState[], sentences: string[]): void {
    const { senders } = this.#past.of(channel.id);
    const others = [...senders].filter((g) => !group.some(({ id }) => id === g));
    this.#others(senders, group, sentences, "senderEnded", "senderWaits");
    if (others.length === 0) {
      sentences.push(say("nobodySent"));
      this.#maker(channel, group, sentences);
    }
    if (channel.received > 0 && !channel.closed && !others.some((g) => this.#isStuck.has(g))) {
      sentences.push(say("neverClosed"));
      this.#hint(say("hintClose", { on: code(channel.name) }));
    } else if (this.#kind === "leak") {
      this.#hint(say("hintLeakReceive"));
    }
  }

  // Those who did the other half before: they have ended, or wait themselves.
  #others(
    who: ReadonlySet<number>,
    group: readonly GoroutineState[],
    sentences: string[],
    ended: "senderEnded" | "receiverEnded",
    waits: "senderWaits" | "receiverWaits",
  ): void {
    const others = [...who].filter((g) => !group.some(({ id }) => id === g)).map((g) => this.#past.state.goroutine(g)!);
    const gone = others.filter(({ doing }) => doing === "ended");
    const last = gone.at(-1);
    if (last) sentences.push(say(ended, { who: this.#who(gone), line: gone.length === 1 ? atLine(last.line) : "" }));
    const waiting = others.filter(({ id }) => this.#isStuck.has(id));
    if (waiting.length > 0) sentences.push(say(waits, { who: this.#who(waiting) }));
  }

  // Of a channel that nobody has used from the other side, who made it is the likely one.
  #maker(channel: ObjectState, group: readonly GoroutineState[], sentences: string[]): void {
    if (!this.#isStuck.has(channel.by) || group.some(({ id }) => id === channel.by)) return;
    sentences.push(say("makerWaits", { who: this.#past.names.of(channel.by) }));
  }

  #noUnlock(mutex: ObjectState, g: number, sentences: string[]): void {
    const holder = mutex.holders.find((holder) => holder.g === g) ?? mutex.holders[0];
    if (!holder) return;
    const values = { who: this.#past.names.of(holder.g), n: holder.line ?? 0 };
    if (holder.g === g) {
      sentences.push(say("holderSelf", values));
      this.#hint(say("hintRelock"));
    } else if (this.#past.state.goroutine(holder.g)?.doing === "ended") {
      sentences.push(say("holderEnded", values));
      this.#hint(say("hintUnlock", { on: mutex.name }));
    } else if (this.#isStuck.has(holder.g)) {
      sentences.push(say("holderWaits", values));
    }
  }

  #noDone(group: ObjectState, g: number, sentences: string[]): void {
    const { addedLate } = this.#past.of(group.id);
    const waiting = this.#couldBeDone(group.id, g);
    if (waiting.length > 0) {
      sentences.push(say("counterOthersWait", { who: this.#who(waiting.map((id) => this.#past.state.goroutine(id)!)) }));
      return;
    }
    sentences.push(say("counterEnded"));
    this.#hint(addedLate ? say("hintAddAfter") : say("hintDone", { on: group.name }));
  }

  // Those that wait, but not at the same counter, and have not called Done.
  #couldBeDone(object: number, g: number): number[] {
    const { doners } = this.#past.of(object);
    return this.#stuck
      .filter(({ id, wait }) => id !== g && id !== 1 && !doners.has(id) && !(wait?.reason === "wait" && wait.on.includes(object)))
      .map(({ id }) => id);
  }

  // Who would have to help, and waits.
  #next(g: number): number[] {
    const wait = this.#past.state.goroutine(g)?.wait;
    const id = wait?.on[0];
    const object = id === undefined ? undefined : this.#past.state.object(id);
    if (!wait || !object) return [];
    const candidates = (known: ReadonlySet<number>) => ([...known].some((other) => other !== g) ? [...known] : [object.by]);
    switch (wait.reason) {
      case "lock":
      case "read lock":
        return object.holders.map((holder) => holder.g);
      case "send":
        return candidates(this.#past.of(object.id).receivers);
      case "receive":
        return candidates(this.#past.of(object.id).senders);
      case "wait":
        return this.#couldBeDone(object.id, g);
      default:
        return [];
    }
  }

  // The shortest circle that there is.
  #cycle(): Link[] {
    let best: number[] = [];
    // In a crowd of equals the first few stand for all.
    for (const { id: start } of this.#stuck.slice(0, 200)) {
      const cameFrom = new Map<number, number>([[start, 0]]);
      const queue = [start];
      for (let i = 0; i < queue.length && best.length !== 2; i++) {
        const g = queue[i]!;
        for (const other of this.#next(g)) {
          if (other === start && g !== start) {
            const path: number[] = [];
            for (let at = g; at !== 0; at = cameFrom.get(at) ?? 0) path.unshift(at);
            if (best.length === 0 || path.length < best.length) best = path;
            i = queue.length;
            break;
          }
          if (!this.#isStuck.has(other) || cameFrom.has(other)) continue;
          cameFrom.set(other, g);
          queue.push(other);
        }
      }
    }
    return best.map((g, i) => {
      const { wait } = this.#past.state.goroutine(g)!;
      const other = best[(i + 1) % best.length]!;
      return { g, name: this.#past.names.of(g), on: wait?.names[0] ?? "", line: wait?.line, for: other };
    });
  }

  #isLock(g: number): boolean {
    const reason = this.#past.state.goroutine(g)?.wait?.reason;
    return reason === "lock" || reason === "read lock";
  }

  #waitsAtGroup(g: number): boolean {
    return this.#past.state.goroutine(g)?.wait?.reason === "wait";
  }

  // `worker 1, worker 2 and 8 more` would be a list; names alone are enough.
  #who(goroutines: readonly GoroutineState[]): string {
    const names = goroutines.slice(0, 3).map(({ id }) => this.#past.names.of(id));
    const rest = goroutines.length - names.length;
    return rest > 0 ? `${names.join(", ")} ${say("more", { n: rest })}` : names.join(", ");
  }

  #hint(text: string, first = false): void {
    if (!first) {
      this.#hints.add(text);
      return;
    }
    const others = [...this.#hints];
    this.#hints.clear();
    for (const hint of [text, ...others]) this.#hints.add(hint);
  }
}
