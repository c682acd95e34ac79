/// What the goroutines of a log are called: `main`, `worker 2` where there is more than
/// one worker, and `func:12` for a function without a name, started at line 12.
export class Names {
  readonly #bases: string[] = [];
  readonly #ordinals: number[] = [];
  readonly #counts = new Map<string, number>();

  /// Goroutine `g` starts. To be called in their order, from 1.
  add(name: string, line: number | undefined): void {
    const base = baseOf(name, line);
    const ordinal = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, ordinal);
    this.#bases.push(base);
    this.#ordinals.push(ordinal);
  }

  of(g: number): string {
    const base = this.#bases[g - 1];
    if (base === undefined) return `#${g}`;
    return this.#counts.get(base) === 1 ? base : `${base} ${this.#ordinals[g - 1]}`;
  }

  /// Without a number: what it shares with its like.
  base(g: number): string {
    return this.#bases[g - 1] ?? `#${g}`;
  }
}

// Go calls the literals of main main.func1, main.func2 and so on, which tells nobody
// which one it is.
function baseOf(name: string, line: number | undefined): string {
  return /\.func\d+(\.\d+)*$/.test(name) && line !== undefined ? `func:${line}` : name;
}
