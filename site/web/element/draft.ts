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
  /// What the listing is called on its page.
  readonly name: string;
  readonly #store: Store;
  readonly #path: string;
  readonly #claims: Set<string>;

  /// `claims` are the names in use on this page: two listings that say the same of
  /// themselves get different ones, in the order in which they come.
  constructor(place: Place, store: Store, claims: Set<string> = claimed) {
    const wanted = identity(place);
    let free = wanted;
    for (let copy = 2; claims.has(`${place.path}#${free}`); copy++) free = `${wanted}~${copy}`;
    this.name = free;
    this.#store = store;
    this.#path = place.path;
    this.#claims = claims;
    claims.add(this.#place);
  }

  load(): string | null {
    return this.#store.get(`draft:${this.#place}`);
  }

  /// Null: there is no edit to keep.
  save(text: string | null): void {
    if (text === null) this.#store.delete(`draft:${this.#place}`);
    else this.#store.set(`draft:${this.#place}`, text);
  }

  /// Drafts that had to make room for another program, as `guest.ts` writes them.
  loadAside(): string | null {
    return this.#store.get(`aside:${this.#place}`);
  }

  saveAside(text: string | null): void {
    if (text === null) this.#store.delete(`aside:${this.#place}`);
    else this.#store.set(`aside:${this.#place}`, text);
  }

  /// Whether a listing of that name is on this page.
  isHere(name: string): boolean {
    return this.#claims.has(`${this.#path}#${name}`);
  }

  /// Gives the name back.
  release(): void {
    this.#claims.delete(this.#place);
  }

  get #place(): string {
    return `${this.#path}#${this.name}`;
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
