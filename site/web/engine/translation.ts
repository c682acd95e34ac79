/// What must happen to a program before the instant engine can run it: the checker
/// says what is wrong with it, or translates it into what the interpreter does right.

import type { Diagnostic } from "./contract.ts";

export type Translation =
  | { kind: "program"; files: Record<string, string> }
  /** It does not build. `text` is what go build prints. */
  | { kind: "rejected"; text: string; diagnostics: Diagnostic[] }
  /** It is Go, but not for the instant engine. */
  | { kind: "refused"; reason: string; position?: { file: string; line: number } };

/** Rejects with an EngineError if the translator can't be had. */
export type Translate = (files: Record<string, string>, log?: boolean) => Promise<Translation>;
