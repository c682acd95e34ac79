/// One plain sentence for each event.
import type { LogEvent, Reason } from "./log.ts";
import type { Names } from "./names.ts";
import { span } from "./span.ts";
import type { ObjectState, State } from "./state.ts";
import { code, lineMark, say, type TextKey } from "./say.ts";

/// What happens in an event, given the state before it.
export function sentence(event: LogEvent, before: State, names: Names): string {
  return new Teller(before, names).say(event);
}

class Teller {
  readonly #state: State;
  readonly #names: Names;

  constructor(state: State, names: Names) {
    this.#state = state;
    this.#names = names;
  }

  say(event: LogEvent): string {
    const g = this.#names.of(event.g);
    const line = atLine(event.line);
    switch (event.kind) {
      case "start":
        return event.parent === 0 ? say("stepMain", { g }) : say("stepStart", { parent: this.#names.of(event.parent), g, line });
      case "end":
        return say(event.g === 1 ? "stepMainEnd" : "stepEnd", { g, line });
      case "object":
        return this.#object(event, g, line);
      case "block":
        return this.#block(event, g, line);
      case "wake":
        return this.#wake(event, g);
      case "send": {
        const on = this.#name(event.object);
        const all = this.#state.object(event.object)?.capacity ?? 0;
        const values = { g, on, line, value: code(event.value) };
        if (event.to !== undefined) return say("sendTo", { ...values, to: this.#names.of(event.to) });
        return all > 0 ? say("sendBuffer", { ...values, n: event.fill, all }) : say("sendPlain", values);
      }
      case "receive": {
        const values = { g, on: this.#name(event.object), line };
        if (!event.ok) return say("receiveClosed", values);
        const value = code(event.value);
        return event.from === undefined
          ? say("receivePlain", { ...values, value })
          : say("receiveFrom", { ...values, value, from: this.#names.of(event.from) });
      }
      case "close":
        return say("close", { g, on: this.#name(event.object), line });
      case "lock":
        return say(event.mode === "lock" ? "lock" : "readLock", { g, on: this.#name(event.object), line });
      case "unlock":
        return say(event.mode === "lock" ? "unlock" : "readUnlock", { g, on: this.#name(event.object), line });
      case "count":
        return say("count", { g, on: this.#name(event.object), n: event.count, line });
      case "signal":
        return say(event.all ? "signalAll" : "signalOne", { g, on: this.#name(event.object), line });
      case "timer": {
        const on = this.#name(event.object);
        if (event.action === "fire") return say("timerFire", { on });
        if (event.action === "stop") return say("timerStop", { g, on, line });
        return say("timerSet", { g, on, line, time: span(event.until ?? event.t) });
      }
      case "cancel":
        return say("cancel", { on: this.#name(event.object), line, cause: event.cause });
      case "output":
        return say("print", { g, text: code(short(event.text.replace(/\n$/, ""), 60)), line });
      case "panic":
        return say("panic", { g, text: short(event.text, 200), line });
      case "recover":
        return say("recover", { g, text: short(event.text, 200), line });
      case "raise":
        return say("raise", { g, text: short(event.text, 200), line });
      case "outcome":
        return say(OUTCOMES[event.outcome] ?? "outcomeOther");
      case "full":
        return say("full");
    }
  }

  #name(object: number | undefined): string {
    const name = object === undefined ? undefined : this.#state.object(object)?.name;
    return code(name || "?");
  }

  #object(event: LogEvent & { kind: "object" }, g: string, line: string): string {
    const name = code(event.name);
    if (event.type === "channel") {
      const n = event.capacity ?? 0;
      return n > 0 ? say("stepBuffered", { g, name, line, n }) : say("stepChannel", { g, name, line });
    }
    if (event.type === "context") {
      return event.deadline === undefined
        ? say("stepContext", { g, name, line })
        : say("stepDeadline", { g, name, line, time: span(event.deadline) });
    }
    return say("stepObject", { g, type: say(TYPES[event.type]), name, line });
  }

  #block(event: LogEvent & { kind: "block" }, g: string, line: string): string {
    const { reason, on, names } = event;
    const object = on[0] === undefined ? undefined : this.#state.object(on[0]);
    const values = { g, line, on: code(names[0] ?? object?.name ?? "?") };
    switch (reason) {
      case "send":
        return say("waitSend", { ...values, why: whySend(object) });
      case "receive":
        return say("waitReceive", { ...values, why: whyReceive(object) });
      case "select":
        return names.length === 0 ? say("waitSelectNothing", values) : say("waitSelect", { ...values, on: names.map(code).join(", ") });
      case "sleep":
        return event.until === undefined ? say("waitSleepOpen", values) : say("waitSleep", { ...values, time: span(event.until - event.t) });
      case "lock":
      case "read lock":
        return say(reason === "lock" ? "waitLock" : "waitReadLock", { ...values, why: this.#whyLock(object, event.g) });
      case "wait":
        return say("waitWait", { ...values, n: object?.count ?? 0 });
      default:
        return say(WAITS[reason], values);
    }
  }

  #whyLock(object: ObjectState | undefined, g: number): string {
    const own = object?.holders.find((holder) => holder.g === g && holder.line !== undefined);
    if (own) return say("whyOwn", { n: own.line ?? 0 });
    const holder = object?.holders[0];
    if (!holder) return say("whyTaken");
    const name = this.#names.of(holder.g);
    return holder.line === undefined ? say("whyHeld", { holder: name }) : say("whyHeldLine", { holder: name, n: holder.line });
  }

  #wake(event: LogEvent & { kind: "wake" }, g: string): string {
    const wait = this.#state.goroutine(event.g)?.wait;
    const id = event.object ?? wait?.on[0];
    const object = id === undefined ? undefined : this.#state.object(id);
    const on = code(object?.name ?? wait?.names[0] ?? "?");
    if (event.by === "input") return say("wakeInput", { g });
    if (event.by === "network") return say("wakeNetwork", { g });
    if (object?.type === "context" && object.cause !== null) return say("wakeDone", { g, on });
    // A timeout of Python's ends a sleep before its time.
    const slept = wait?.reason === "sleep" && (wait.until ?? 0) <= event.t;
    if (event.by === "timer") return say(slept ? "wakeSlept" : "wakeTimer", { g });
    const values = { g, on, by: this.#names.of(event.by) };
    if (object?.type === "channel") {
      if (object.closed && event.value === undefined) return say("wakeClosed", values);
      return event.value === undefined ? say("wakeTaken", values) : say("wakeValue", { ...values, value: code(event.value) });
    }
    if (object?.type === "mutex" || object?.type === "rwmutex") return say("wakeUnlocked", values);
    if (object?.type === "waitgroup") return say("wakeCounted", values);
    return say("wakeBy", values);
  }
}

const OUTCOMES: Readonly<Record<string, TextKey>> = { ok: "outcomeOk", deadlock: "outcomeDeadlock", panic: "outcomePanic" };

const TYPES = {
  mutex: "theMutex",
  rwmutex: "theMutex",
  waitgroup: "theWaitGroup",
  cond: "theCond",
  once: "theOnce",
  semaphore: "theSemaphore",
  timer: "theTimer",
  ticker: "theTimer",
} as const satisfies Record<string, TextKey>;

const WAITS: Record<Exclude<Reason, "send" | "receive" | "select" | "sleep" | "lock" | "read lock" | "wait">, TextKey> = {
  cond: "waitCond",
  once: "waitOnce",
  semaphore: "waitSemaphore",
  await: "waitAwait",
  input: "waitInput",
  network: "waitNetwork",
};

function whySend(channel: ObjectState | undefined): string {
  if (!channel) return say("whyNil");
  return channel.capacity > 0 ? say("whyFull", { n: channel.capacity }) : say("whyNobodyReceives");
}

function whyReceive(channel: ObjectState | undefined): string {
  if (!channel) return say("whyNil");
  return say(channel.sent === 0 ? "whyNothingSent" : "whyAllTaken");
}

export function atLine(line: number | undefined): string {
  return line === undefined ? "" : say("atLine", { line: lineMark(line) });
}

function short(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
