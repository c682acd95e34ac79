/// What a learning system is to a course, by whichever standard they speak.
import type { Status } from "./attempt.ts";

/// normal: what the learner does counts. In review and browse it does not, and
/// nothing is written anywhere.
export type Mode = "normal" | "review" | "browse";

/// What a course has to tell.
export interface Snapshot {
  /** See encoding.ts. */
  suspend: string;
  /** Where the learner is: see location.ts. */
  location: string;
  /** 0 to 100; null in a course without anything to earn. */
  score: number | null;
  status: Status;
  /** Nothing is left to be done, be it right or wrong. */
  finished: boolean;
}

/// What it kept of earlier sessions of this attempt.
export interface Kept {
  suspend: string;
  location: string;
  score: number | null;
  /** The course was passed before. That it stays, whatever is tried since. */
  passed: boolean;
}

export interface System {
  readonly mode: Mode;
  /** Tells learners of one browser apart, and says nothing about who they are. */
  readonly learner: string;
  /** How many characters of `suspend` find room. */
  readonly limit: number;
  /** In per cent; null if the system doesn't say. */
  readonly passMark: number | null;
  readonly kept: Kept;
  /** Where to go after the course; null: its window is all there is. */
  readonly exit: string | null;
  /** Tells it everything that is new, for good. False: it did not take it, so tell it again later. */
  save(snapshot: Snapshot): Promise<boolean>;
  /** The same for the last time, and that the session is over. What was saved is safe whether or not this arrives. */
  end(snapshot: Snapshot): Promise<boolean>;
}

/// A short name for whatever tells a learner from others.
export function anonymous(identity: string): string {
  let value = 0xcbf29ce484222325n;
  for (const char of identity) value = ((value ^ BigInt(char.codePointAt(0)!)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return value.toString(36);
}
