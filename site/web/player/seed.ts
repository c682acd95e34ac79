/// The seed as text, and another one.

/// Reads what was typed or written in a page. Null if it is no seed.
export function parseSeed(text: string): number | null {
  const seed = Number(text);
  return /^\d+$/.test(text.trim()) && seed < 2 ** 32 ? seed : null;
}

/// Any seed but this one, short enough to be told to a neighbour.
export function anotherSeed(than: number, random: () => number = Math.random): number {
  const seed = 1 + Math.floor(random() * 999);
  return seed < than ? seed : seed + 1;
}
