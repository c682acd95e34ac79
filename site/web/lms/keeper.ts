/// Keeps an attempt: in the learning system after every change, and in the browser
/// for as long as the system has not taken it.
import { Attempt, PASS_MARK } from "./attempt.ts";
import { decode, encode } from "./encoding.ts";
import type { Outline } from "./outline.ts";
import type { Snapshot, System } from "./system.ts";

/// saved: the system has everything. saving: it is being told. waiting: it did not
/// take the last of it, and is asked again. review: nothing is kept, as agreed.
/// alone: there is no system, and the browser keeps what it can.
export type State = "saved" | "saving" | "waiting" | "review" | "alone";

export interface News {
  state: State;
  /** Whether this browser has a copy of what the system has not. */
  safe: boolean;
  /** How many lessons had to lose their particulars, for lack of room in the system. */
  shortened: number;
}

export interface Surroundings {
  /** A place in the browser for one text; null clears it. Whether that worked. */
  read(): string | null;
  write(text: string | null): boolean;
  /** Calls back after that many milliseconds. */
  after(ms: number, callback: () => void): void;
}

/** A system that did not answer is asked again, at first soon. */
const FIRST_PATIENCE_MS = 2_000;
const LAST_PATIENCE_MS = 60_000;

export class Keeper {
  readonly attempt: Attempt;
  readonly #system: System | null;
  readonly #here: Surroundings;
  readonly #onNews: (news: News) => void;
  readonly #passMark: number;
  #location: string;
  #news: News = { state: "saved", safe: true, shortened: 0 };
  #patience = FIRST_PATIENCE_MS;
  #changes = 0;
  #telling: Promise<void> | null = null;
  #asked = 0;
  #over = false;

  /// `system` is null where there is none.
  constructor(outline: Outline, system: System | null, here: Surroundings, passMark: number | null, onNews: (news: News) => void) {
    this.#system = system;
    this.#here = here;
    this.#onNews = onNews;
    this.#passMark = system?.passMark ?? passMark ?? PASS_MARK;
    this.attempt = decode(system?.kept.suspend ?? "", outline);
    this.attempt.floor = system?.kept.score ?? 0;
    this.#location = system?.kept.location ?? "";
    if (!this.#counts) {
      this.#tell({ state: "review" });
      return;
    }
    // What an earlier session could not get through to the system.
    const [location, suspend] = split(here.read());
    if (suspend) {
      this.attempt.merge(decode(suspend, outline));
      this.#location = location;
    }
    if (!system) this.#tell({ state: "alone" });
  }

  get location(): string {
    return this.#location;
  }

  /// The news of last.
  get news(): News {
    return this.#news;
  }

  /// Whether what happens here is kept anywhere.
  get #counts(): boolean {
    return this.#system === null || this.#system.mode === "normal";
  }

  /// The learner is somewhere else.
  move(location: string): void {
    if (location === this.#location) return;
    this.#location = location;
    this.changed();
  }

  /// Something of the attempt has changed. Many changes at once are told once.
  changed(): void {
    if (!this.#counts) return;
    this.#changes++;
    this.#copy();
    if (this.#system && !this.#over) this.#telling ??= Promise.resolve().then(() => this.#save(this.#system!));
  }

  /// Asks the system once more, now.
  retry(): void {
    this.#patience = FIRST_PATIENCE_MS;
    this.changed();
  }

  /// The page is about to leave, or to sleep: tells what was not yet told, at once.
  flush(): void {
    if (!this.#counts || !this.#system || this.#over) return;
    void this.#settle(this.#system.save(this.#snapshot()));
  }

  /// The session is over. What comes after it the browser keeps, until `resume`.
  async end(): Promise<void> {
    if (!this.#system || this.#over) return;
    this.#over = true;
    await this.#settle(this.#system.end(this.#snapshot()));
  }

  /// The page is back, which nobody expected.
  resume(): void {
    this.#over = false;
    this.changed();
  }

  async #settle(saving: Promise<boolean>): Promise<void> {
    const told = this.#changes;
    const taken = await saving.catch(() => false);
    if (!this.#counts || told !== this.#changes) return;
    if (taken) this.#saved();
    else this.#wait();
  }

  async #save(system: System): Promise<void> {
    this.#tell({ state: "saving" });
    let taken: boolean;
    let told: number;
    do {
      told = this.#changes;
      taken = await system.save(this.#snapshot()).catch(() => false);
    } while (taken && told !== this.#changes);
    this.#telling = null;
    if (taken) this.#saved();
    else this.#wait();
  }

  #saved(): void {
    this.#patience = FIRST_PATIENCE_MS;
    this.#asked++;
    this.#here.write(null);
    this.#tell({ state: "saved", safe: true });
  }

  #wait(): void {
    this.#tell({ state: "waiting" });
    const asked = ++this.#asked;
    if (this.#over) return;
    this.#here.after(this.#patience, () => {
      if (asked === this.#asked) this.changed();
    });
    this.#patience = Math.min(2 * this.#patience, LAST_PATIENCE_MS);
  }

  /// The browser's own copy, until the system has it.
  #copy(): void {
    const safe = this.#here.write(`${this.#location}\n${encode(this.attempt).text}`);
    if (safe !== this.#news.safe) this.#tell({ safe });
  }

  #snapshot(): Snapshot {
    const { text, shortened } = encode(this.attempt, this.#system?.limit);
    if (shortened !== this.#news.shortened) this.#tell({ shortened });
    return {
      suspend: text,
      location: this.#location,
      score: this.attempt.score,
      status: this.#system?.kept.passed ? "passed" : this.attempt.status(this.#passMark),
      finished: this.attempt.finished,
    };
  }

  #tell(news: Partial<News>): void {
    this.#news = { ...this.#news, ...news };
    this.#onNews(this.#news);
  }
}

function split(text: string | null): [location: string, suspend: string] {
  const at = text?.indexOf("\n") ?? -1;
  return text === null || at < 0 ? ["", ""] : [text.slice(0, at), text.slice(at + 1)];
}
