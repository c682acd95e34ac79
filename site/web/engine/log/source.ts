/// What the log knows of the program's source: places, and the operations there.

import type { Operation } from "../../checker/protocol.ts";

export interface Place {
  /** Index into the files. */
  file: number;
  line: number;
}

/** An interpreted program's places are numbers: a file's, times this, and a line. */
const LINES = 1_000_000;

export class Source {
  /** The program's files, sorted by name. */
  readonly files: string[];
  #byKind = new Map<Operation["kind"], Operation[]>();
  #compiled = new Map<number, Place>();
  #found = new Map<string, Operation[]>();
  #turns = new Map<Operation, number>();

  constructor(files: string[], operations: Operation[], private readonly interpreted: boolean) {
    this.files = files;
    for (const operation of operations) {
      const list = this.#byKind.get(operation.kind);
      if (list) list.push(operation);
      else this.#byKind.set(operation.kind, [operation]);
    }
  }

  /** A compiled program's call is in this file, called "./name", and line. */
  learn(site: number, file: string, line: number): void {
    this.#compiled.set(site, { file: this.files.indexOf(file.replace(/^\.\//, "")), line });
  }

  place(site: number): Place | undefined {
    if (site === 0) return undefined;
    if (this.interpreted) return { file: Math.floor(site / LINES), line: site % LINES };
    return this.#compiled.get(site);
  }

  /** The operation of a kind at a place. Where a line has several, `name` tells which, if it can. */
  find(kind: Operation["kind"], site: number, name?: string): Operation | undefined {
    const found = this.#all(kind, site);
    return found.find((operation) => operation.name === name) ?? found[0];
  }

  /** The operation of a kind at a place, for one that makes something: where a line has several, they take turns. */
  next(kind: Operation["kind"], site: number): Operation | undefined {
    const found = this.#all(kind, site);
    if (found.length < 2) return found[0];
    const first = found[0]!;
    const turn = this.#turns.get(first) ?? 0;
    this.#turns.set(first, turn + 1);
    return found[turn % found.length];
  }

  #all(kind: Operation["kind"], site: number): Operation[] {
    if (site === 0) return [];
    const key = kind + site;
    let found = this.#found.get(key);
    if (!found) this.#found.set(key, (found = this.#search(kind, site)));
    return found;
  }

  #search(kind: Operation["kind"], site: number): Operation[] {
    const place = this.place(site);
    if (!place) return [];
    const { line } = place;
    const file = this.files[place.file];
    const around = (this.#byKind.get(kind) ?? []).filter((o) => o.file === file && o.line <= line && line <= o.last);
    const exact = around.filter((o) => o.line === line);
    return exact.length > 0 ? exact : around.slice(-1);
  }
}
