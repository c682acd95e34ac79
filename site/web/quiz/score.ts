/// Judging answers: letters against letters.

/// The letters of `data-answer`: `c`, or `a c` where several are right.
export function letters(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/// Right is exactly the right ones: no fewer, no more.
export function isRight(answer: readonly string[], chosen: readonly string[]): boolean {
  return answer.length === chosen.length && answer.every((letter) => chosen.includes(letter));
}

/// `a`, `a and c`, `a, b and d`.
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/// How a whole quiz stands, in a sentence.
export function scoreText(right: number, total: number): string {
  if (right === total) return total === 1 ? "Right." : `All ${total} right.`;
  return `${right} of ${total} right.`;
}
