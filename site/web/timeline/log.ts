/// The event log of a run: what its goroutines did, and who woke whom. Version 1.
///
/// A saved log is JSON Lines: a `Header`, then one event a line in the order in which
/// things happened. The same program, seed and clock give the same log.
///
///     {"log":"awaitgo","version":1,"engine":"instant","clock":"virtual","seed":1,"files":["prog.go"]}
///     {"seq":1,"t":0,"g":1,"kind":"start","parent":0,"name":"main"}
///     {"seq":2,"t":0,"g":1,"kind":"object","object":1,"type":"channel","name":"results","capacity":0,"line":9}
///     {"seq":3,"t":0,"g":2,"kind":"start","parent":1,"name":"worker","line":12}
///     {"seq":4,"t":0,"g":1,"kind":"block","reason":"receive","on":[1],"names":["results"],"line":14}
///     {"seq":5,"t":0,"g":2,"kind":"send","object":1,"value":"\"hi\"","fill":0,"to":1,"line":5}
///     {"seq":6,"t":0,"g":1,"kind":"wake","by":2,"object":1,"value":"\"hi\""}
///
/// Goroutines count from 1, main, in the order in which they are started. So do objects:
/// whatever can be waited for or held, and an `object` event comes before the first that
/// names one. What the program's own source does not touch (locks inside the standard
/// library, goroutines of the engine) is not in the log.
///
/// A value that passes from one goroutine to another is told once, by who comes second:
/// `send` with `to`, or `receive` with `from`; then the other one gets its `wake`. A wait
/// in a function that the program calls stands at the call: its reason is what the
/// function is known for ("once", "semaphore", "network"), or what it waits for inside.
/// Values are at most 40 characters; no method of the program is called for them.
///
/// Python's asyncio has such logs, too (site/recording): its tasks are the goroutines, and
/// every wait but a sleep is an "await".
///
/// Most logs end within 200,000 events; then one that is `full`, and the outcome.
///
/// Readers skip kinds and fields that they don't know; a change that would mislead them
/// raises the version.

export const VERSION = 1;

export interface Header {
  log: "awaitgo";
  version: typeof VERSION;
  engine: "instant" | "exact" | "python";
  clock: "virtual" | "wall";
  seed: number;
  /** Names of the program's files; an event without `file` is in the first. */
  files: string[];
}

/** What every event has. */
interface Common {
  /** Counts from 1, without gaps. */
  seq: number;
  /** Virtual nanoseconds since the program's start; never falls. */
  t: number;
  /** The goroutine that the event is about. */
  g: number;
  /** Where in the source, counting from 1. Absent where there is no such place. */
  line?: number;
  /** Index into `Header.files`; absent for the first. */
  file?: number;
}

export type Reason =
  | "send"
  | "receive"
  | "select"
  | "sleep"
  | "lock"
  | "read lock"
  /** WaitGroup.Wait, and errgroup's. */
  | "wait"
  | "cond"
  | "once"
  | "semaphore"
  /** Of Python: for a task, a queue, a lock or whatever else `names` has. */
  | "await"
  | "input"
  | "network";

export type ObjectType = "channel" | "mutex" | "rwmutex" | "waitgroup" | "cond" | "once" | "semaphore" | "timer" | "ticker" | "context";

export type LogEvent = Common &
  (
    /** `g` exists from now on. `name` is the function called, as the source names it ("worker", "counter.add" for a method, "main.func1" for a literal); `line` is the go statement's, or that of what starts it (WaitGroup.Go, AfterFunc). One that the library starts is told of when it first does something that the source shows. */
    | { kind: "start"; parent: number; name: string }
    | { kind: "end" }
    /** Something that can be waited for appears. `name` is the variable or field, as written where it was made or else first used, or the call that made it. A channel has its capacity if the program made it. A context has its parent's object, if that is the program's, and its deadline. */
    | { kind: "object"; object: number; type: ObjectType; name: string; capacity?: number; parent?: number; deadline?: number }
    /** `g` waits. `on` has an object for each name that stands for one (none for nil channels and sleeps), `names` what the source calls them; `until` is when a timer will end the wait. */
    | { kind: "block"; reason: Reason; on: number[]; names: string[]; until?: number }
    /** `g` goes on: because of goroutine `by`, or of what is no goroutine. `object` is what it had waited on, of a select the one that came about; `value` what it was handed. */
    | { kind: "wake"; by: number | "timer" | "input" | "network"; object?: number; value?: string }
    /** A value has gone into a channel: to goroutine `to` that waited for it, or into the buffer, which then holds `fill`. */
    | { kind: "send"; object: number; value: string; fill: number; to?: number }
    /** A value came out of a channel; `ok` false means that it is closed and empty. `from` had waited to send. */
    | { kind: "receive"; object: number; value: string; ok: boolean; fill: number; from?: number }
    | { kind: "close"; object: number }
    | { kind: "lock"; object: number; mode: "lock" | "read lock" }
    | { kind: "unlock"; object: number; mode: "lock" | "read lock" }
    /** A WaitGroup's counter after Add, Done or Go. */
    | { kind: "count"; object: number; count: number }
    | { kind: "signal"; object: number; all: boolean }
    /** `g` is who set it or stopped it. */
    | { kind: "timer"; object: number; action: "set" | "stop" | "fire"; until?: number }
    /** A context is done; `cause` is its error's text. `g` is who cancelled it; when a deadline passed, who made it, and there is no line. */
    | { kind: "cancel"; object: number; cause: string }
    | { kind: "output"; stream: "stdout" | "stderr"; text: string }
    /** `text` is the panic's value: a text, an error's text, or the value as of a send. */
    | { kind: "panic"; text: string }
    | { kind: "recover"; text: string }
    /** An exception that ends a task of Python; whoever awaits the task gets it. */
    | { kind: "raise"; text: string }
    /** The last event: how the run ended, as `Outcome.kind` says it. `g` is main or who panicked. */
    | { kind: "outcome"; outcome: string; exitCode: number | null }
    /** The log was full: what followed up to the end is not in it. */
    | { kind: "full" }
  );
