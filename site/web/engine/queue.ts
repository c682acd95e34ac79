/** An ordered stream with one writer and one reader, who may come late. */
export class Queue<T> implements AsyncIterable<T> {
  #items: T[] = [];
  #closed = false;
  #wake: (() => void) | undefined;

  /** `merge` may fold a new item into the last one that the reader has not taken yet. */
  constructor(private readonly merge: (last: T, next: T) => T | undefined = () => undefined) {}

  push(item: T): void {
    if (this.#closed) return;
    const last = this.#items.at(-1);
    const merged = last === undefined ? undefined : this.merge(last, item);
    if (merged === undefined) this.#items.push(item);
    else this.#items[this.#items.length - 1] = merged;
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (;;) {
      const items = this.#items;
      this.#items = [];
      yield* items;
      if (this.#items.length > 0) continue;
      if (this.#closed) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
  }
}
