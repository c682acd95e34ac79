/// Programs, from whatever folder they lie in.
///
/// - A `.go` file with a main function is a program. What lies beside it as NAME.in is
///   its standard input.
/// - A folder in which one file alone has a main function is one program, of all its
///   files: so are the files of package main that stand below it in a module of theirs.
/// - A `.txtar` file is a program of several files.
///
/// Tests (`_test.go`), folders named testdata, and files of other packages are no
/// programs.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import type { EngineChoice } from "../../web/engine/contract.ts";
import { splitFiles } from "../../web/engine/program.ts";

export interface Program {
  /** Its path, from the folder that was asked for. */
  name: string;
  files: Record<string, string>;
  stdin: string;
}

const MAIN = /^func main\(\)/m;
const PACKAGE_MAIN = /^package main\b/m;

/** The programs of a folder and those below it, or the one that a file is; sorted by name. */
export function programsOf(path: string): Program[] {
  if (!statSync(path).isDirectory()) return programsOfFolder(dirname(path), dirname(path), (name) => name === basename(path));
  const programs = programsOfFolder(path, path);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    const folder = join(entry.parentPath, entry.name);
    if (entry.isDirectory() && !/(^|\/)(testdata|node_modules|\.[^/]*)(\/|$)/.test(relative(path, folder))) {
      programs.push(...programsOfFolder(folder, path));
    }
  }
  return programs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function programsOfFolder(folder: string, root: string, wanted: (name: string) => boolean = () => true): Program[] {
  const names = readdirSync(folder).filter((name) => wanted(name) && statSync(join(folder, name)).isFile());
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const stdin = (name: string) => (names.includes(name) ? read(name) : "");
  const path = (name: string) => relative(root, join(folder, name)) || basename(folder);

  const programs: Program[] = [];
  for (const name of names.filter((name) => name.endsWith(".txtar"))) {
    const files = Object.entries(splitFiles({ "": read(name) })).filter(([file]) => file.endsWith(".go"));
    programs.push({ name: path(name), files: Object.fromEntries(files), stdin: stdin(name.replace(/\.txtar$/, ".in")) });
  }
  const sources = names.filter((name) => name.endsWith(".go") && !name.endsWith("_test.go")).map((name) => [name, read(name)] as const);
  const ours = sources.filter(([, source]) => PACKAGE_MAIN.test(source));
  const mains = ours.filter(([, source]) => MAIN.test(source));
  if (mains.length === 1 && ours.length > 1) {
    programs.push({ name: path(""), files: Object.fromEntries(ours), stdin: stdin("main.in") });
  } else {
    for (const [name, source] of mains) {
      programs.push({ name: path(name), files: { [name]: source }, stdin: stdin(name.replace(/\.go$/, ".in")) });
    }
  }
  return programs;
}

/** What no engine has: other processes, another machine, C. */
const BEYOND_A_BROWSER = [/"(os\/exec|os\/signal|syscall|plugin|embed|C|runtime\/cgo)"/, /^\/\/go:build|^\/\/ \+build/m];

/** What makes a program of the Go distribution's tests one about the toolchain, the runtime or the machine. */
const BELOW_THE_LANGUAGE = [
  /"(unsafe|io\/ioutil|path\/filepath|testing|runtime|runtime\/.*|internal\/.*|go\/.*|simd.*|weak|unique)"/,
  /\bos\.(Open|Create|Args|Getenv|Setenv|WriteFile|ReadFile|MkdirTemp|Getwd|Stat|Executable)/,
  /^\/\/go:(linkname|wasmexport)/m,
];

/** Whether a program of the Go distribution's test folder is one that runs by itself, and that the engine is for. */
export function runsByItself({ name, files }: Program, engine: EngineChoice): boolean {
  const unfit = engine === "exact" ? BEYOND_A_BROWSER : [...BEYOND_A_BROWSER, ...BELOW_THE_LANGUAGE];
  // A folder NAME.dir holds several packages, which the test beside it puts together.
  return !/\.dir\//.test(name) && Object.values(files).every((source) => /^\/\/ run\s*\n/.test(source) && !unfit.some((pattern) => pattern.test(source)));
}
