/// A learning system that speaks xAPI, and has launched the course as cmi5 has it.
///
/// The rules of a session: the first statement is initialized and the last one
/// terminated; passed and completed come once in a registration; of passed and failed
/// a session has one at most, and failed never comes after passed. So failed waits for
/// the end, since who has failed may try again until then. In review and browse there
/// are the first and the last, and nothing else.
import { anonymous, type Kept, type Mode, type Snapshot, type System } from "../system.ts";
import { ATTEMPT, LAUNCH_DATA, type Launch, type LaunchData, PREFERENCES } from "./launch.ts";
import { type Fetch, RecordStore } from "./store.ts";
import { type Statement, statement, type Verb } from "./statement.ts";

export interface Here {
  fetch: Fetch;
  /** Milliseconds. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** What a reload of this page is to find: a permission is given out once. */
  session: Pick<Storage, "getItem" | "setItem"> | null;
}

/// Begins a session, or takes up the one that this page had before. Null if the
/// system can't be reached, or if the session is over: leaving a page ends it, and so
/// does reloading one.
export async function beginCmi5(launch: Launch, here: Here = inBrowser()): Promise<System | null> {
  let begun = recall(here, launch);
  for (const wait of WAITS_MS) {
    await here.wait(wait);
    try {
      begun ??= { token: await permission(launch, here.fetch), sent: [], began: here.now() };
      remember(here, launch, begun);
      return await begin(launch, begun, here);
    } catch (error) {
      console.warn("The learning system could not be reached.", error);
    }
  }
  return null;
}

/** One answer that gets lost on a bad connection is not to cost the session. */
const WAITS_MS = [0, 500, 2000];

/// Null: the session is over.
async function begin(launch: Launch, begun: Begun, here: Here): Promise<System | null> {
  if (begun.sent.includes("terminated")) return null;
  const store = new RecordStore(launch, begun.token, here.fetch);
  const data = JSON.parse((await store.state(LAUNCH_DATA)) ?? "{}") as LaunchData;
  // The standard has a course ask, even one that has no sound and no captions.
  await store.profile(PREFERENCES);
  const kept = readKept(await store.state(ATTEMPT));
  const session = new Cmi5(launch, data, store, here, kept, begun);
  await session.initialize();
  return session;
}

/// What is kept of the session in case the page is reloaded.
interface Begun {
  token: string;
  sent: Verb[];
  /** When, by the clock on the wall. */
  began: number;
}

/// What is kept of the attempt for later sessions. The verbs are those that a
/// registration may have once.
interface Document extends Kept {
  told: Verb[];
}

class Cmi5 implements System {
  readonly limit = Infinity;
  readonly mode: Mode;
  readonly learner: string;
  readonly passMark: number | null;
  readonly exit: string | null;
  readonly kept: Kept;
  readonly #launch: Launch;
  readonly #data: LaunchData;
  readonly #store: RecordStore;
  readonly #here: Here;
  readonly #begun: Begun;
  readonly #told: Set<Verb>;
  /** Statements that were made and not yet taken. They keep their ids. */
  #pending: Statement[] = [];
  #written = "";
  #queue: Promise<unknown> = Promise.resolve();

  constructor(launch: Launch, data: LaunchData, store: RecordStore, here: Here, document: Document, begun: Begun) {
    this.#launch = launch;
    this.#data = data;
    this.#store = store;
    this.#here = here;
    this.#begun = begun;
    this.#told = new Set(document.told);
    this.kept = document;
    this.mode = data.launchMode === "Review" ? "review" : data.launchMode === "Browse" ? "browse" : "normal";
    this.learner = learnerOf(launch);
    this.passMark = typeof data.masteryScore === "number" ? data.masteryScore * 100 : null;
    this.exit = data.returnURL ?? null;
  }

  async initialize(): Promise<void> {
    this.#say("initialized", null);
    try {
      await this.#send();
    } catch (error) {
      // Whoever tries again makes it anew.
      this.#begun.sent = [];
      remember(this.#here, this.#launch, this.#begun);
      throw error;
    }
  }

  save(snapshot: Snapshot): Promise<boolean> {
    const turn = this.#queue.then(async () => {
      if (this.#over) return false;
      if (this.mode === "normal") this.#report(snapshot);
      // What is kept says which statements were sent, so they go first.
      return taken(this.#send().then(() => this.#keep(snapshot)));
    });
    this.#queue = turn;
    return turn;
  }

  end(snapshot: Snapshot): Promise<boolean> {
    if (this.#over) return Promise.resolve(false);
    if (this.mode === "normal") {
      this.#report(snapshot);
      if (snapshot.status === "failed" && !this.#told.has("passed")) this.#say("failed", snapshot.score);
    }
    this.#say("terminated", null);
    // All at once and out of turn: the page may be gone before its turn comes.
    return taken(Promise.all([this.#keep(snapshot), this.#send()]));
  }

  get #over(): boolean {
    return this.#begun.sent.includes("terminated");
  }

  #report(snapshot: Snapshot): void {
    if (snapshot.status === "passed") this.#once("passed", snapshot.score);
    if (snapshot.finished || snapshot.status === "completed") this.#once("completed", null);
  }

  async #keep({ suspend, location, score, status }: Snapshot): Promise<void> {
    if (this.mode !== "normal") return;
    const passed = this.kept.passed || status === "passed";
    const text = JSON.stringify({ suspend, location, score, passed, told: [...this.#told] } satisfies Document);
    if (text === this.#written) return;
    await this.#store.setState(ATTEMPT, text);
    this.#written = text;
  }

  async #send(): Promise<void> {
    const pending = this.#pending;
    await this.#store.send(pending);
    this.#pending = this.#pending.filter((statement) => !pending.includes(statement));
  }

  #once(verb: Verb, score: number | null): void {
    if (this.#told.has(verb)) return;
    this.#told.add(verb);
    this.#say(verb, score);
  }

  /// Makes a statement that the session does not have yet.
  #say(verb: Verb, score: number | null): void {
    if (this.#begun.sent.includes(verb) || this.#over) return;
    this.#begun.sent.push(verb);
    this.#pending.push(
      statement(verb, {
        launch: this.#launch,
        data: this.#data,
        seconds: (this.#here.now() - this.#begun.began) / 1000,
        score,
        id: crypto.randomUUID(),
        time: new Date(this.#here.now()),
      }),
    );
    remember(this.#here, this.#launch, this.#begun);
  }
}

async function taken(asking: Promise<unknown>): Promise<boolean> {
  try {
    await asking;
    return true;
  } catch (error) {
    console.warn("The learning system did not take it.", error);
    return false;
  }
}

/// A registration is a course's attempt of a learner, so another one begins anew.
export function learnerOf({ actor, registration }: Launch): string {
  return anonymous(JSON.stringify(actor) + registration);
}

async function permission({ fetch: url }: Launch, fetch: Fetch): Promise<string> {
  const response = await fetch(url, { method: "POST", credentials: "omit" });
  const answer = (await response.json()) as { "auth-token"?: string; "error-text"?: string };
  if (!answer["auth-token"]) throw new Error(answer["error-text"] ?? `no permission: ${response.status}`);
  return answer["auth-token"];
}

function readKept(text: string | null): Document {
  const nothing: Document = { suspend: "", location: "", score: null, passed: false, told: [] };
  try {
    return { ...nothing, ...(JSON.parse(text ?? "{}") as Partial<Document>) };
  } catch {
    return nothing;
  }
}

function recall({ session }: Here, { fetch }: Launch): Begun | null {
  try {
    return JSON.parse(session?.getItem(`awaitgo:cmi5:${fetch}`) ?? "null") as Begun | null;
  } catch {
    return null;
  }
}

function remember({ session }: Here, { fetch }: Launch, begun: Begun): void {
  try {
    session?.setItem(`awaitgo:cmi5:${fetch}`, JSON.stringify(begun));
  } catch {
    // A reload then finds no permission, and goes on without the system.
  }
}

function inBrowser(): Here {
  let session: Storage | null = null;
  try {
    session = sessionStorage;
  } catch {
    // As above.
  }
  return {
    fetch: (...parameters) => fetch(...parameters),
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    session,
  };
}
