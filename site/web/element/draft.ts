/// A learner's edits to one listing, kept between visits.
import type { Store } from "../store/store.ts";

/// What tells a listing from the others of its page.
export interface Place {
  path: string;
  name: string | null;
  lesson: string | null;
  example: string | null;
  original: string;
}

export class Draft {
  readonly #store: Store;
  readonly #key: string;
  readonly #claims: Set<string>;

  /// `claims` are the keys in use on this page: two listings that say the same of
  /// themselves get different ones, in the order in which they come.
  constructor(place: Place, store: Store, claims: Set<string> = claimed) {
    const key = `draft:${place.path}#${identity(place)}`;
    let free = key;
    for (let copy = 2; claims.has(free); copy++) free = `${key}~${copy}`;
    claims.add(free);
    this.#key = free;
    this.#store = store;
    this.#claims = claims;
  }

  load(): string | null {
    return this.#store.get(this.#key);
  }

  /// Null: there is no edit to keep.
  save(text: string | null): void {
    if (text === null) this.#store.delete(this.#key);
    else this.#store.set(this.#key, text);
  }

  /// Gives the key back.
  release(): void {
    this.#claims.delete(this.#key);
  }
}

const claimed = new Set<string>();

function identity({ name, lesson, example, original }: Place): string {
  if (name) return name;
  if (lesson || example) return `${lesson ?? ""}/${example ?? ""}`;
  // Nameless listings may be reordered by the next edition of a page; their text
  // goes with them.
  return hash(original);
}

// FNV-1a: enough to tell the listings of one page apart.
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
