/// What a learner has done of a course, and what that is worth.
///
/// What was once right stays earned for as long as the attempt lasts: who tries a
/// question again, or an exercise, risks nothing.
import type { Item, Lesson, Outline } from "./outline.ts";

export interface ItemState {
  /** The letters that are chosen. */
  chosen: readonly string[];
  /** Whether the learner asked if it is right, and has not begun anew since. */
  judged: boolean;
  earned: boolean;
}

export type Status = "incomplete" | "completed" | "passed" | "failed";

/// In per cent of what can be earned.
export const PASS_MARK = 80;

const UNTOUCHED: ItemState = { chosen: [], judged: false, earned: false };

export class Attempt {
  readonly outline: Outline;
  /** By the lessons' numbers; those that were touched last come last. */
  readonly #states = new Map<number, ItemState[]>();
  /** A score that an earlier session has reached, of which the particulars may be lost. */
  floor = 0;

  constructor(outline: Outline) {
    this.outline = outline;
  }

  /// The lessons that were opened, the last one last.
  get visited(): Lesson[] {
    return [...this.#states.keys()].map((number) => this.lesson(number)!);
  }

  lesson(number: number): Lesson | undefined {
    return this.outline.find((lesson) => lesson.number === number);
  }

  /// The state of each item of a lesson, in the order of the lesson.
  states(number: number): readonly ItemState[] {
    return this.#states.get(number) ?? this.lesson(number)?.items.map(() => UNTOUCHED) ?? [];
  }

  /// Notes that a lesson is open. Whether that is news.
  visit(number: number): boolean {
    return this.#put(number, [...this.states(number)]);
  }

  /// Notes how an item stands now. Whether that is news.
  set(number: number, id: string, chosen: readonly string[], judged: boolean, right: boolean): boolean {
    const items = this.lesson(number)?.items ?? [];
    const at = items.findIndex((item) => item.id === id);
    if (at < 0) return false;
    const states = [...this.states(number)];
    const before = states[at]!;
    const after = { chosen: [...chosen].sort(), judged, earned: before.earned || (judged && right) };
    states[at] = after;
    return this.#put(number, states) || !same(before, after);
  }

  /// Takes a whole lesson over, as a learning system has kept it.
  restore(number: number, states: readonly ItemState[]): void {
    if (states.length === this.lesson(number)?.items.length) this.#put(number, [...states]);
  }

  /// Takes in what another session of the same attempt has done, later than this one.
  merge(later: Attempt): void {
    for (const { number, items } of later.visited) {
      const [mine, theirs] = [this.states(number), later.states(number)];
      this.#put(number, items.map((_, at) => ({ ...theirs[at]!, earned: mine[at]!.earned || theirs[at]!.earned })));
    }
    this.floor = Math.max(this.floor, later.floor);
  }

  /// 0 to 100; null for a course in which there is nothing to be earned.
  get score(): number | null {
    const all = this.#all();
    if (all.length === 0) return null;
    const earned = all.filter((state) => state.earned).length;
    return Math.max(this.floor, Math.floor((100 * earned) / all.length));
  }

  /// How many of the items were earned.
  get earned(): { done: number; n: number } {
    const all = this.#all();
    return { done: all.filter((state) => state.earned).length, n: all.length };
  }

  /// A course is passed as soon as the mark is reached, and failed only when nothing
  /// is open any more. One with nothing to earn is completed once all has been opened.
  status(passMark = PASS_MARK): Status {
    const { score } = this;
    if (score === null) return this.#states.size === this.outline.length ? "completed" : "incomplete";
    if (score >= passMark) return "passed";
    return this.finished ? "failed" : "incomplete";
  }

  /// Whether every item has been judged, or earned before.
  get finished(): boolean {
    return this.outline.every(({ number }) => this.states(number).every(({ judged, earned }) => judged || earned));
  }

  #all(): ItemState[] {
    return this.outline.flatMap(({ number }) => this.states(number));
  }

  #put(number: number, states: ItemState[]): boolean {
    if (!this.lesson(number)) return false;
    const news = !this.#states.has(number);
    this.#states.delete(number);
    this.#states.set(number, states);
    return news;
  }
}

function same(a: ItemState, b: ItemState): boolean {
  return a.judged === b.judged && a.earned === b.earned && a.chosen.join() === b.chosen.join();
}

/// A short mark of what a lesson's items are, so that what was kept of another
/// edition of it is not taken for answers to this one.
export function editionOf(items: readonly Item[]): number {
  let value = 0x811c9dc5;
  for (const char of items.map(({ id, options, answer }) => `${id} ${options} ${answer.join("")}`).join("\n")) {
    value = Math.imul(value ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return value;
}
