/// A learning system's side of SCORM 1.2 that is as strict as the standard's text: it
/// does what the run-time environment must do, refuses what it may, writes down
/// every refusal, and takes no value that is one character too long. It has no more
/// elements than the standard obliges a system to have, and those that `has` names.

interface Element {
  access: "read" | "write" | "both";
  accepts?(value: string): boolean;
}

const SAFE = /^[\x20-\x7e\t\r\n]*$/;
const text = (limit: number) => (value: string) => SAFE.test(value) && value.length <= limit;
const oneOf = (...words: string[]) => (value: string) => words.includes(value);
const score = (value: string) => value === "" || (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100);

const ELEMENTS: Record<string, Element> = {
  "cmi.core._children": { access: "read" },
  "cmi.core.student_id": { access: "read" },
  "cmi.core.student_name": { access: "read" },
  "cmi.core.credit": { access: "read" },
  "cmi.core.entry": { access: "read" },
  "cmi.core.total_time": { access: "read" },
  "cmi.core.lesson_mode": { access: "read" },
  "cmi.core.lesson_location": { access: "both", accepts: text(255) },
  "cmi.core.lesson_status": { access: "both", accepts: oneOf("passed", "completed", "failed", "incomplete", "browsed") },
  "cmi.core.score._children": { access: "read" },
  "cmi.core.score.raw": { access: "both", accepts: score },
  "cmi.core.exit": { access: "write", accepts: oneOf("time-out", "suspend", "logout", "") },
  "cmi.core.session_time": { access: "write", accepts: (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value) },
  "cmi.suspend_data": { access: "both", accepts: text(4096) },
  "cmi.launch_data": { access: "read" },
};

/** Elements that a system may have. */
const OPTIONAL: Record<string, Element> = {
  "cmi.core.score.min": { access: "both", accepts: score },
  "cmi.core.score.max": { access: "both", accepts: score },
  "cmi.student_data.mastery_score": { access: "read" },
};

export interface Options {
  has?: readonly string[];
  /** What the system says of the session: student_id, lesson_mode, mastery_score, ... by element. */
  values?: Record<string, string>;
}

/// What a system keeps between sessions: committed values by element.
export type Kept = Record<string, string>;

export class StrictScorm {
  /** What was refused, and why, in the order of the calls. */
  readonly refusals: string[] = [];
  /** Every call that came, as it would be written. */
  readonly calls: string[] = [];
  /** What the last commit has made safe. */
  kept: Kept;
  /** The server behind it is away: nothing can be committed. */
  away = false;
  #elements: Record<string, Element>;
  #values: Kept;
  #state: "new" | "open" | "over" = "new";
  #error = "0";

  constructor(kept: Kept = {}, { has = Object.keys(OPTIONAL), values = {} }: Options = {}) {
    this.#elements = { ...ELEMENTS, ...Object.fromEntries(has.map((name) => [name, OPTIONAL[name]!])) };
    this.kept = { ...kept };
    const resumes = kept["cmi.core.exit"] === "suspend";
    this.#values = {
      "cmi.core.student_id": "student 1",
      "cmi.core.student_name": "One, Student",
      "cmi.core.credit": "credit",
      "cmi.core.lesson_status": "not attempted",
      "cmi.core.total_time": "0000:00:00.00",
      ...(resumes ? kept : {}),
      "cmi.core.entry": resumes ? "resume" : "ab-initio",
      ...values,
    };
    delete this.#values["cmi.core.exit"];
    delete this.#values["cmi.core.session_time"];
  }

  /// Everything that a course may call, bound, as it stands in the window.
  readonly api = {
    LMSInitialize: (parameter: unknown) => this.#noted("LMSInitialize", [parameter], () => this.#initialize(parameter)),
    LMSFinish: (parameter: unknown) => this.#noted("LMSFinish", [parameter], () => this.#finish(parameter)),
    LMSGetValue: (element: unknown) => this.#noted("LMSGetValue", [element], () => this.#get(element)),
    LMSSetValue: (element: unknown, value: unknown) => this.#noted("LMSSetValue", [element, value], () => this.#set(element, value)),
    LMSCommit: (parameter: unknown) => this.#noted("LMSCommit", [parameter], () => this.#commit(parameter)),
    LMSGetLastError: () => this.#error,
    LMSGetErrorString: (code: unknown) => `error ${String(code)}`,
    LMSGetDiagnostic: (code: unknown) => `error ${String(code)}`,
  };

  #initialize(parameter: unknown): string {
    if (parameter !== "") return this.#refuse("201", "the parameter is not empty");
    if (this.#state !== "new") return this.#refuse("101", `the session is ${this.#state}`);
    this.#state = "open";
    return "true";
  }

  #finish(parameter: unknown): string {
    if (parameter !== "") return this.#refuse("201", "the parameter is not empty");
    if (this.#state !== "open") return this.#refuse("301", `the session is ${this.#state}`);
    this.#state = "over";
    if (this.away) return this.#fail();
    this.kept = { ...this.#values };
    return "true";
  }

  #commit(parameter: unknown): string {
    if (parameter !== "") return this.#refuse("201", "the parameter is not empty");
    if (this.#state !== "open") return this.#refuse("301", `the session is ${this.#state}`);
    if (this.away) return this.#fail();
    this.kept = { ...this.#values };
    return "true";
  }

  #get(name: unknown): string {
    if (this.#state !== "open") return this.#refuse("301", `the session is ${this.#state}`, "");
    const element = typeof name === "string" ? this.#elements[name] : undefined;
    // Asking is the only way to learn what a system has, so it is no mistake.
    if (!element) return this.#answer("401", "");
    if (element.access === "write") return this.#refuse("404", "it can only be written", "");
    this.#error = "0";
    return this.#values[String(name)] ?? "";
  }

  #set(name: unknown, value: unknown): string {
    if (this.#state !== "open") return this.#refuse("301", `the session is ${this.#state}`);
    if (typeof name !== "string" || typeof value !== "string") return this.#refuse("201", "not a text");
    const element = this.#elements[name];
    // A system that lacks an element it need not have says so, and that is all.
    if (!element && OPTIONAL[name]) return this.#answer("401", "false");
    if (!element) return this.#refuse("401", "there is no such element");
    if (/\._(children|count)$/.test(name)) return this.#refuse("402", "it is a keyword");
    if (element.access === "read") return this.#refuse("403", "it can only be read");
    if (!element.accepts!(value)) return this.#refuse("405", "it is of another type, or too long");
    this.#values[name] = value;
    this.#error = "0";
    return "true";
  }

  #noted(name: string, parameters: unknown[], act: () => string): string {
    this.calls.push(`${name}(${parameters.map((it) => JSON.stringify(it)).join(", ")})`);
    this.#error = "0";
    return act();
  }

  #refuse(code: string, why: string, answer = "false"): string {
    this.refusals.push(`${this.calls.at(-1)}: ${code}, ${why}`);
    return this.#answer(code, answer);
  }

  #answer(code: string, answer: string): string {
    this.#error = code;
    return answer;
  }

  #fail(): string {
    return this.#answer("101", "false");
  }
}
