/// Finds what a reader looks for in the index that the build has left.

/// assets/search.json; site/search.go says what stands in it.
export interface Index {
  readonly pages: readonly (readonly [number: number, title: string, url: string])[];
  readonly sections: readonly (readonly [page: number, id: string, heading: string, excerpt: string])[];
  readonly words: readonly string[];
  readonly found: readonly string[];
}

export interface Hit {
  readonly lesson: number;
  readonly title: string;
  /** From the site's root. */
  readonly url: string;
  /** Empty where the lesson begins. */
  readonly heading: string;
  readonly excerpt: string;
}

/// Parts a text into words as the index does.
export function cut(text: string): string[] {
  const plain = text.replace(/\p{Mn}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}\p{Mc}]+/gu) ?? []).filter((word) => !/^[a-z]$/.test(word));
}

/// The places that have every word of the query, or words that begin with it,
/// best first. The word that is being typed may be a single letter.
export function find(index: Index, query: string, most = 20): Hit[] {
  const typed = /(?:^|\s)([a-z])$/i.exec(query)?.[1]?.toLowerCase();
  const words = [...new Set([...cut(query), ...(typed ? [typed] : [])])];
  if (words.length === 0) return [];
  const [first = new Map<number, number>(), ...others] = words.map((word) => scoresOf(index, word));
  const all = [...first].filter(([at]) => others.every((other) => other.has(at)));
  return all
    .map(([at, score]) => [at, others.reduce((sum, other) => sum + (other.get(at) ?? 0), score)] as const)
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .flatMap(([at]) => hit(index, at));
}

// A word counts more the rarer it is and the higher it stands; a whole word
// counts twice what its beginning does.
function scoresOf(index: Index, word: string): Map<number, number> {
  const scores = new Map<number, number>();
  index.words.forEach((candidate, at) => {
    if (!candidate.startsWith(word)) return;
    const places = (index.found[at] ?? "").split(" ");
    const rarity = Math.log(1 + index.sections.length / (places.length / 2));
    const likeness = candidate === word ? 2 : word.length / candidate.length;
    let section = 0;
    for (let i = 0; i < places.length; i += 2) {
      section += Number(places[i]);
      const score = rarity * likeness * Number(places[i + 1]);
      scores.set(section, Math.max(score, scores.get(section) ?? 0));
    }
  });
  return scores;
}

function hit(index: Index, at: number): Hit[] {
  const section = index.sections[at];
  const page = section && index.pages[section[0]];
  if (!section || !page) return [];
  const [, id, heading, excerpt] = section;
  const [lesson, title, url] = page;
  return [{ lesson, title, url: id ? `${url}#${encodeURIComponent(id)}` : url, heading, excerpt }];
}
