/// Judging answers: letters against letters.
import { say } from "./say.ts";

/// The letters of `data-answer`: `c`, or `a c` where several are right.
export function letters(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/// Right is exactly the right ones: no fewer, no more.
export function isRight(answer: readonly string[], chosen: readonly string[]): boolean {
  return answer.length === chosen.length && answer.every((letter) => chosen.includes(letter));
}

/// How a whole quiz stands, in a sentence.
export function scoreText(right: number, total: number): string {
  if (right === total) return say("allRight", { n: total });
  return say("someRight", { done: right, n: total });
}
