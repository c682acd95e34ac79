/// The public face of `<await-go>`, as the package declares it. A test holds it
/// against the element itself.

/** How a run ended. */
export interface Outcome {
  /** `ok`: main returned. `rejected`: it did not compile, or no engine will run it. `stopped`: someone stopped it. */
  kind: "ok" | "exit" | "panic" | "fatal" | "deadlock" | "stopped" | "limit" | "rejected";
  engine: "instant" | "exact";
  /** As the process would exit; null where there is none. */
  exitCode: number | null;
  /** What a terminal would show of the ending itself. */
  text: string;
  /** One sentence for a person. Empty for `ok`. */
  reason: string;
  /** Where in the program it ended, when that is known. */
  position?: { file: string; line: number };
  diagnostics: Diagnostic[];
  /** Times in ms: on the program's own clock, and on the wall. */
  virtualMs: number;
  wallMs: number;
  firstOutputMs: number | null;
}

/** A message of the compiler. Lines and columns count from 1. */
export interface Diagnostic {
  file: string;
  line: number;
  column: number;
  message: string;
  severity: "error" | "warning";
}

/** One thing that a goroutine did. What else it holds hangs on its kind. */
export interface LogEvent {
  /** Counts from 1. */
  seq: number;
  /** In ns, on the program's own clock. */
  t: number;
  /** The goroutine's number; 0 is none. */
  g: number;
  kind: string;
  line?: number;
  [detail: string]: unknown;
}

/** The element's events. All of them bubble and cross shadow roots. */
export interface AwaitGoEventMap extends Omit<HTMLElementEventMap, "error"> {
  /** The program is there. */
  ready: CustomEvent<null>;
  /** A run begins. */
  run: CustomEvent<{ code: string }>;
  /** The program prints. */
  output: CustomEvent<{ stream: "stdout" | "stderr"; text: string }>;
  /** What goroutines did, as it happens, where the attribute `log` asks for it. */
  log: CustomEvent<{ events: LogEvent[] }>;
  /** A run has ended. */
  done: CustomEvent<Outcome>;
  /** No program, or no engine, could be had. */
  error: CustomEvent<{ message: string; retryable: boolean }>;
  /** It stands in an exercise, and does what that asks for. */
  pass: CustomEvent<null>;
}

export class AwaitGo extends HTMLElement {
  /** The URL of the folder `engine/`, relative to the page; null: beside the folder of this script. */
  static engineBase: string | URL | null;

  /** The program as it stands. */
  code: string;
  readonly running: boolean;

  /** Runs the program; one that runs gives way. Null where the `error` event says why it could not begin. */
  run(): Promise<Outcome | null>;
  stop(): void;
  /** Brings the original program back. */
  reset(): void;
  /** Lays the program out as gofmt does. */
  format(): Promise<void>;

  addEventListener<K extends keyof AwaitGoEventMap>(
    type: K,
    listener: (this: AwaitGo, event: AwaitGoEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof AwaitGoEventMap>(
    type: K,
    listener: (this: AwaitGo, event: AwaitGoEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The element's attributes, for the templates of frameworks. */
export interface AwaitGoAttributes {
  src?: string;
  file?: string;
  lesson?: string | number;
  example?: string | number;
  name?: string;
  engine?: "auto" | "instant" | "exact";
  clock?: "virtual" | "wall";
  pace?: number | "instant" | `${number}`;
  seed?: number | `${number}`;
  stdin?: string;
  readonly?: boolean | "";
  autorun?: boolean | "";
  theme?: "light" | "dark" | "auto";
  /** A run records what its goroutines do: see the event of this name, and the timeline. */
  log?: boolean | "";
  /** The URL of an event log, JSON Lines, that the timeline draws beside the run's own. */
  beside?: string;
  /** Parts to leave out, such as `"caption timeline"`. */
  hide?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "await-go": AwaitGo;
  }
}
