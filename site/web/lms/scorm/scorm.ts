/// A learning system that speaks SCORM 1.2.
///
/// Its interface is a few functions in another window, which the course does not
/// own: they may be missing, may refuse, and may be gone at any moment with the
/// window that they lived in. So every call is guarded, nothing counts as kept before
/// a commit has said so, and all that was not kept is written anew the next time,
/// be it to an interface that was not there before.
import { anonymous, type Kept, type Mode, type Snapshot, type System } from "../system.ts";
import type { Api } from "./find.ts";
import { readScore, SUSPEND_LIMIT, timespan } from "./values.ts";

export class Scorm implements System {
  readonly limit = SUSPEND_LIMIT;
  readonly exit = null;
  readonly mode: Mode;
  readonly learner: string;
  readonly passMark: number | null;
  readonly kept: Kept;
  readonly #find: () => Api | null;
  readonly #now: () => number;
  readonly #identity: string;
  readonly #began: number;
  #api: Api | null;
  /** What the system has accepted and committed. */
  #written = new Map<string, string>();
  /** Elements that it does not have, or refuses: asking again would change nothing. */
  readonly #refused = new Set<string>();

  /// Begins a session; null if the system refuses one. `find` is asked anew whenever
  /// the interface has gone. Times are in milliseconds.
  static begin(find: () => Api | null, now: () => number = () => performance.now()): Scorm | null {
    const api = find();
    return api && initialize(api) ? new Scorm(api, find, now) : null;
  }

  private constructor(api: Api, find: () => Api | null, now: () => number) {
    this.#api = api;
    this.#find = find;
    this.#now = now;
    this.#began = now();
    this.#identity = read(api, "cmi.core.student_id");
    this.learner = anonymous(this.#identity);
    const mode = read(api, "cmi.core.lesson_mode");
    // Many systems leave it unset, and mean normal.
    this.mode = mode === "review" || mode === "browse" ? mode : "normal";
    this.passMark = readScore(read(api, "cmi.student_data.mastery_score"));
    this.kept = {
      suspend: read(api, "cmi.suspend_data"),
      location: read(api, "cmi.core.lesson_location"),
      score: readScore(read(api, "cmi.core.score.raw")),
      passed: read(api, "cmi.core.lesson_status") === "passed",
    };
  }

  async save(snapshot: Snapshot): Promise<boolean> {
    return this.#write(snapshot);
  }

  async end(snapshot: Snapshot): Promise<boolean> {
    const taken = this.#write(snapshot);
    if (this.#api) call(this.#api, "LMSFinish", "");
    this.#lose();
    return taken;
  }

  /// Written in one go, as the page may be about to leave.
  #write(snapshot: Snapshot): boolean {
    if (this.mode !== "normal") return true;
    const api = this.#connect();
    if (!api) return false;
    const wanted = this.#values(snapshot);
    for (const [element, value] of wanted) {
      if (this.#refused.has(element) || this.#written.get(element) === value) continue;
      if (isTrue(call(api, "LMSSetValue", element, value))) continue;
      if (!this.#isRefusal(api, element)) return this.#failed(api);
    }
    if (!isTrue(call(api, "LMSCommit", ""))) return this.#failed(api);
    this.#written = wanted;
    return true;
  }

  #values({ suspend, location, score, status }: Snapshot): Map<string, string> {
    const values = new Map([
      ["cmi.core.lesson_status", status],
      ["cmi.core.lesson_location", location],
      ["cmi.suspend_data", suspend],
      // Without it a system may forget all this when the window is closed.
      ["cmi.core.exit", "suspend"],
      ["cmi.core.session_time", timespan((this.#now() - this.#began) / 1000)],
    ]);
    if (score !== null) {
      values.set("cmi.core.score.raw", String(score));
      values.set("cmi.core.score.min", "0");
      values.set("cmi.core.score.max", "100");
    }
    return values;
  }

  /// The interface, or another one that has taken its place. One of another learner's
  /// session is none of ours.
  #connect(): Api | null {
    const api = attempt(this.#find);
    if (api === this.#api) return api;
    this.#lose();
    if (!api || !initialize(api) || read(api, "cmi.core.student_id") !== this.#identity) return null;
    this.#api = api;
    return api;
  }

  /// Whether the system is there and will not have this element: it lacks it (401),
  /// or disagrees on its type or on who may write it (402 to 405).
  #isRefusal(api: Api, element: string): boolean {
    const code = text(call(api, "LMSGetLastError"));
    if (!/^40[1-5]$/.test(code)) return false;
    this.#refused.add(element);
    console.warn(`The learning system does not take ${element}: error ${code}.`);
    return true;
  }

  /// What was written since the last commit may be lost, and the session with it.
  #failed(api: Api): false {
    this.#written = new Map();
    const code = call(api, "LMSGetLastError");
    if (code === null || text(code) === NOT_INITIALIZED) this.#lose();
    return false;
  }

  #lose(): void {
    this.#api = null;
    this.#written = new Map();
  }
}

const NOT_INITIALIZED = "301";

/// A session that is already open is as good as one that is opened.
function initialize(api: Api): boolean {
  if (isTrue(call(api, "LMSInitialize", ""))) return true;
  return isTrue(call(api, "LMSCommit", ""));
}

function read(api: Api, element: string): string {
  return text(call(api, "LMSGetValue", element));
}

function call(api: Api, name: keyof Api, ...parameters: string[]): unknown {
  return attempt(() => (api[name] as (...parameters: string[]) => unknown)(...parameters));
}

/// Systems answer with the text, and some with the boolean.
function isTrue(answer: unknown): boolean {
  return String(answer) === "true";
}

function text(answer: unknown): string {
  return answer === null || answer === undefined ? "" : String(answer);
}

function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
