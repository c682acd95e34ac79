/// What a learner has answered, kept between visits.
import { place } from "../store/place.ts";
import { Store } from "../store/store.ts";

export interface Answer {
  chosen: string[];
  /** Whether the learner asked if it is right. */
  checked: boolean;
}

/// Answers by question id.
export type Answers = Record<string, Answer>;

/// Where the answers to one quiz are kept.
export interface Memory {
  load(): Answers;
  save(answers: Answers): void;
}

let memoryOf = (quiz: string): Memory => new Progress(new Store(), place(), quiz);

/// Where this page keeps the answers to the quiz of a lesson.
export function memoryFor(quiz: string): Memory {
  return memoryOf(quiz);
}

/// Has them kept elsewhere than in the browser: in a learning system, say.
export function keepAnswers(by: (quiz: string) => Memory): void {
  memoryOf = by;
}

export class Progress implements Memory {
  readonly #store: Store;
  readonly #key: string;

  constructor(store: Store, path: string, quiz: string) {
    this.#store = store;
    this.#key = `quiz:${path}#${quiz}`;
  }

  /// What can't be understood (another version wrote it) counts as unanswered.
  load(): Answers {
    try {
      const kept: unknown = JSON.parse(this.#store.get(this.#key) ?? "{}");
      return Object.fromEntries(Object.entries(kept ?? {}).filter(([, answer]) => isAnswer(answer)));
    } catch {
      return {};
    }
  }

  save(answers: Answers): void {
    if (Object.keys(answers).length === 0) this.#store.delete(this.#key);
    else this.#store.set(this.#key, JSON.stringify(answers));
  }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== "object" || value === null) return false;
  const { chosen, checked } = value as Partial<Answer>;
  return typeof checked === "boolean" && Array.isArray(chosen) && chosen.every((letter) => typeof letter === "string");
}
