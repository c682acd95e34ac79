/// The builds of the engines that a site holds, and which ones a program needs.

import { EngineError } from "./contract.ts";
import { importsOf } from "./program.ts";
import { say } from "./say.ts";

/** `engine/manifest.json`, written by `pack.mjs`. */
export type Manifest = Record<BuildName, Build> & { docs: TextFile };

/** The checker, a build of the instant engine, or a part of the exact one: its tools, and packs of packages. */
export type BuildName = "checker" | InstantBuild | ExactPart;
export type InstantBuild = "instant" | "instant-http";
export type ExactPart = "exact-compile" | "exact-link" | `exact-${string}`;

export interface Build {
  /** File names beside the manifest. `gzip` is for hosts that don't compress; a package for other sites has nothing else. */
  wasm?: string;
  gzip: string;
  bytes: number;
  gzipBytes: number;
  /** For a pack: a program that imports one of these needs it. Without the list, every program does. */
  imports?: string[];
}

/** The site's build of that name. Throws an EngineError if it was made without. */
export function buildNamed(manifest: Manifest, name: BuildName): Build {
  const build = manifest[name];
  if (!build) throw new EngineError(say("missing"), false);
  return build;
}

/** A text that is there in compressed form alone. */
export type TextFile = Omit<Build, "wasm">;

/// A first guess from the source text. It may be wrong either way at little cost: a
/// mention in a comment fetches more than was needed, and a program whose imports
/// are written unusually is sent on by the engine itself (the report `needs-http`).
export function buildFor(files: Record<string, string>): InstantBuild {
  const imports = /["`]net\/(http|url)["`/]/;
  return Object.values(files).some((source) => imports.test(source)) ? "instant-http" : "instant";
}

const TOOLS = new Set<string>(["exact-compile", "exact-link"]);

/** The packs of packages that the program needs of the exact engine. */
export function packsFor(files: Record<string, string>, manifest: Manifest): ExactPart[] {
  const imports = new Set(Object.entries(files).flatMap(([name, source]) => (name.endsWith(".go") ? importsOf(source) : [])));
  // What the engine itself adds to programs: see host/plan.ts.
  if (Object.keys(files).some((name) => name.endsWith("_test.go"))) imports.add("testing");
  if (Object.values(files).some((source) => source.includes("LoadLocation"))) imports.add("time/tzdata");
  return (Object.entries(manifest) as [BuildName, Build][]).flatMap(([name, build]) =>
    name.startsWith("exact-") && !TOOLS.has(name) && (!build.imports || build.imports.some((path) => imports.has(path)))
      ? [name as ExactPart]
      : [],
  );
}
