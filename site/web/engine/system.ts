/// What a program asks of a system that there is none of here, in plain words. It fails
/// as Go programs fail wherever they run in a browser; this says why.

import { importsOf } from "./program.ts";
import { say } from "./say.ts";

const MISSING: [path: string, hint: Parameters<typeof say>[0]][] = [
  ["C", "needsC"],
  ["os/exec", "needsPrograms"],
  ["plugin", "needsPlugins"],
  ["net", "needsSockets"],
  ["os/user", "needsUsers"],
];

/** What to know about the program before it fails; undefined if it asks for nothing of the kind. */
export function systemHint(files: Record<string, string>): string | undefined {
  const imports = new Set(Object.entries(files).flatMap(([name, text]) => (name.endsWith(".go") ? importsOf(text) : [])));
  const hint = MISSING.find(([path]) => imports.has(path))?.[1];
  return hint && say(hint);
}
