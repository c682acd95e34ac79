/// The WebAssembly that a site holds, and which build of the engine a program needs.

/** `engine/manifest.json`, written by `pack.mjs`. */
export type Manifest = Record<ModuleName, Build> & { docs: TextFile };

export type BuildName = "instant" | "instant-http";
export type ModuleName = BuildName | "checker";

export interface Build {
  /** File names beside the manifest. `gzip` is for hosts that don't compress. */
  wasm: string;
  gzip: string;
  bytes: number;
  gzipBytes: number;
}

/** A text that is there in compressed form alone. */
export type TextFile = Omit<Build, "wasm">;

/// A first guess from the source text. It may be wrong either way at little cost: a
/// mention in a comment fetches more than was needed, and a program whose imports
/// are written unusually is sent on by the engine itself (the report `needs-http`).
export function buildFor(files: Record<string, string>): BuildName {
  const imports = /["`]net\/(http|url)["`/]/;
  return Object.values(files).some((source) => imports.test(source)) ? "instant-http" : "instant";
}
