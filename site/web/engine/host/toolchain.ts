/// Go's compiler and linker as this host runs them: each a js/wasm program, run to
/// its end over files in memory, in a fresh instance each time (they count on the
/// operating system to clean up after them).

import { Clock } from "./clock.ts";
import { Files } from "./files.ts";
import { filesOf } from "./pack.ts";
import { Process } from "./process.ts";
import { Random } from "./random.ts";
import { globalsOf } from "./session.ts";

export interface Tools {
  compile: WebAssembly.Module;
  link: WebAssembly.Module;
}

/** What became of one step. */
interface Ended {
  code: number;
  /** What it printed, stdout and stderr together. */
  text: string;
  files: Files;
}

/** A package to compile: a program's main, or what a test is made of. */
interface Unit {
  path: string;
  /** Name and text; the names as messages and traces show them. */
  sources: [name: string, text: string][];
}

export class Toolchain {
  #tools: Tools;
  #declarations = new Map<string, Uint8Array>();
  #code = new Map<string, Uint8Array>();

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Adds the packages of a pack to what programs can import. */
  add(pack: Uint8Array): void {
    for (const [name, bytes] of filesOf(pack)) {
      const path = name.slice(2, -".a".length);
      (name.startsWith("x/") ? this.#declarations : this.#code).set(path, bytes);
    }
  }
}
