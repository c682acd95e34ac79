/// Small texts kept in the browser between visits.
///
/// Storage throws where cookies are blocked (a third-party frame, a private
/// window) and when it is full. The learner then loses the memory, never the
/// page: every failure reads as "nothing kept".
export class Store {
  readonly #open: () => Storage;

  constructor(open: () => Storage = () => globalThis.localStorage) {
    this.#open = open;
  }

  get(key: string): string | null {
    try {
      return this.#open().getItem(PREFIX + key);
    } catch {
      return null;
    }
  }

  set(key: string, value: string): void {
    try {
      this.#open().setItem(PREFIX + key, value);
    } catch {
      // Kept for this visit by whoever asked; gone after it.
    }
  }

  delete(key: string): void {
    try {
      this.#open().removeItem(PREFIX + key);
    } catch {
      // Nothing was kept, so nothing is left.
    }
  }
}

// Other scripts of the same origin keep things too.
const PREFIX = "awaitgo:";
