/// From a program's files to the steps that build it, as the go command would take
/// them: which packages to compile, in which order, with what main.

import { importsOf } from "../program.ts";

/** A package to compile. */
export interface Unit {
  path: string;
  /** File names, and their text, as the compiler is to read them. */
  sources: Map<string, string>;
  /** Files that `//go:embed` may name, relative to the package's folder. */
  folder: string;
}

export interface Plan {
  /** Each one imports only what comes before it; the last one is main. */
  units: Unit[];
  /** The path of the package that is tested; undefined if the program is no test. */
  test: string | undefined;
  /** Tests are there to measure, not only to pass. */
  benchmarks: boolean;
}

/** The program can't be planned: what the go command would say, a line each. */
export class Unplannable extends Error {}

/** What the go command calls a package of files that were named to it one by one. */
export const UNNAMED = "command-line-arguments";

/** Packages that a program gets with some of its imports. */
const SIMULATED_WEB = "awaitgo/wasm/simweb/install";
const TIME_ZONES = "time/tzdata";
/** It hears the host out, which tells a program of deadlocks: nearly every program has it by fmt or os. */
const HOST = "syscall/js";

export function planOf(files: Record<string, string>, available: (path: string) => boolean): Plan {
  const folders = new Map<string, Map<string, string>>();
  for (const [name, text] of Object.entries(files)) {
    if (!name.endsWith(".go")) continue;
    const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
    if (!folders.has(folder)) folders.set(folder, new Map());
    folders.get(folder)!.set(name, text);
  }
  const module = /^module\s+"?([^\s"]+)/m.exec(files["go.mod"] ?? "")?.[1];
  const top = folders.has("") ? "" : folders.keys().next().value;
  if (top === undefined) throw new Unplannable("no Go files");

  const units: Unit[] = [];
  const planned = new Set<string>();
  /** Plans the program's own packages that these sources import. */
  const require = (sources: Map<string, string>): void => {
    for (const [name, text] of sources) {
      for (const path of importsOf(text)) {
        if (planned.has(path)) continue;
        const own = module && (path === module ? "" : path.startsWith(`${module}/`) ? path.slice(module.length + 1) : undefined);
        const inner = own === undefined ? undefined : folders.get(own);
        if (inner) {
          planned.add(path);
          const parts = new Map([...inner].filter(([file]) => !file.endsWith("_test.go")));
          require(parts);
          units.push({ path, sources: parts, folder: own! });
        } else if (path !== "C" && path !== UNNAMED && !available(path)) {
          throw new Unplannable(missing(name, text, path, module));
        }
      }
    }
  };

  const all = folders.get(top)!;
  const tests = [...all].filter(([name]) => name.endsWith("_test.go"));
  if (tests.length === 0) {
    require(all);
    units.push({ path: "main", sources: withExtras(all), folder: top });
    return { units, test: undefined, benchmarks: false };
  }
  const outside = new Map(tests.filter(([, text]) => /^package\s+\w+_test\b/m.test(text)));
  const inside = new Map([...all].filter(([name]) => !outside.has(name)));
  const path = module ? (top === "" ? module : `${module}/${top}`) : UNNAMED;
  planned.add(path);
  require(inside);
  if (inside.size > 0) units.push({ path, sources: inside, folder: top });
  if (outside.size > 0) {
    require(outside);
    units.push({ path: `${path}_test`, sources: outside, folder: top });
  }
  const main = testMain(path, new Map(tests.filter(([name]) => !outside.has(name))), outside, inside.size > 0);
  units.push({ path: "main", sources: withExtras(new Map([["_testmain.go", main.text]]), [...all.values()]), folder: top });
  return { units, test: path, benchmarks: main.benchmarks };
}

/** Adds to main what brings the host to a program, and the simulated web and time zones to one that may want them. */
function withExtras(main: Map<string, string>, sources = [...main.values()]): Map<string, string> {
  const extras = [HOST];
  if (sources.some((text) => importsOf(text).some((path) => path.startsWith("net/") || path === "expvar"))) extras.push(SIMULATED_WEB);
  if (sources.some((text) => text.includes("LoadLocation"))) extras.push(TIME_ZONES);
  // What is no main package is to be told so by the linker, not for this file's sake by the compiler.
  const [, name = "main"] = /^package\s+(\w+)/m.exec([...main.values()][0] ?? "") ?? [];
  return new Map([...main, ["_awaitgo.go", `package ${name}\n` + extras.map((path) => `import _ "${path}"\n`).join("")]]);
}

/** As the go command says that there is no such package. */
function missing(name: string, text: string, path: string, module: string | undefined): string {
  const before = text.slice(0, Math.max(0, text.search(new RegExp(`["\`]${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["\`]`))));
  const line = before.split("\n").length;
  const column = new TextEncoder().encode(before.slice(before.lastIndexOf("\n") + 1)).length + 1;
  const first = path.split("/")[0]!;
  let why = `package ${path} is not in std`;
  if (first === "internal" || path.includes("/internal/") || path.endsWith("/internal")) why = `use of internal package ${path} not allowed`;
  else if (module && (path === module || path.startsWith(`${module}/`))) why = `package ${path} is not among this program's files`;
  else if (first.includes(".")) why = `no required module provides package ${path}; programs here have the standard library and golang.org/x/sync`;
  return `${name}:${line}:${column}: ${why}`;
}

interface Found {
  Test: string[];
  Benchmark: string[];
  Fuzz: string[];
  Example: { name: string; output: string; unordered: boolean }[];
  main: boolean;
}

function testMain(path: string, inside: Map<string, string>, outside: Map<string, string>, hasPackage: boolean): { text: string; benchmarks: boolean } {
  const found: [alias: string, found: Found][] = [
    ["_test", find(inside)],
    ["_xtest", find(outside)],
  ];
  const list = (kind: "Test" | "Benchmark" | "Fuzz"): string =>
    found.flatMap(([alias, in_]) => in_[kind].map((name) => `\t{${JSON.stringify(name)}, ${alias}.${name}},\n`)).join("");
  const examples = found
    .flatMap(([alias, in_]) => in_.Example.map((e) => `\t{"${e.name}", ${alias}.${e.name}, ${JSON.stringify(e.output)}, ${e.unordered}},\n`))
    .join("");
  const own = found.find(([, in_]) => in_.main)?.[0];
  const imports = [
    hasPackage ? `import _test ${JSON.stringify(path)}\n` : "",
    outside.size > 0 ? `import _xtest ${JSON.stringify(`${path}_test`)}\n` : "",
  ].join("");
  const text = `package main

import (
	"os"
	"reflect"
	"testing"
	"testing/internal/testdeps"
)
${imports.replace(/^import (\w+) /gm, (line, alias: string) => (uses(found, alias) ? line : "import _ "))}
var tests = []testing.InternalTest{
${list("Test")}}

var benchmarks = []testing.InternalBenchmark{
${list("Benchmark")}}

var fuzzTargets = []testing.InternalFuzzTarget{
${list("Fuzz")}}

var examples = []testing.InternalExample{
${examples}}

var _ = reflect.ValueOf

func init() { testdeps.ImportPath = ${JSON.stringify(path)} }

func main() {
	m := testing.MainStart(testdeps.TestDeps{}, tests, benchmarks, fuzzTargets, examples)
	${own ? `${own}.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName("exitCode").Int()))` : "os.Exit(m.Run())"}
}
`;
  return { text, benchmarks: found.some(([, in_]) => in_.Benchmark.length > 0) };
}

function uses(all: [alias: string, found: Found][], alias: string): boolean {
  const found = all.find(([name]) => name === alias)![1];
  return found.main || found.Test.length + found.Benchmark.length + found.Fuzz.length + found.Example.length > 0;
}

/** The functions that the go command takes for tests. It parses; here they must begin a line, as gofmt has them. */
function find(files: Map<string, string>): Found {
  const found: Found = { Test: [], Benchmark: [], Fuzz: [], Example: [], main: false };
  for (const text of files.values()) {
    for (const [, name, kind, rest, parameter] of text.matchAll(/^func ((Test|Benchmark|Fuzz|Example)(\w*))\(([^)]*)\)/gmu)) {
      // Testify is no test: what follows Test must not be a small letter.
      if (/^\p{Ll}/u.test(rest!)) continue;
      const type = parameter!.trim().split(/\s+/).pop();
      if (name === "TestMain" && type === "*testing.M") found.main = true;
      else if (kind === "Example") addExample(found, name!, text);
      else if (type === { Test: "*testing.T", Benchmark: "*testing.B", Fuzz: "*testing.F" }[kind as "Test"]) found[kind as "Test"].push(name!);
    }
  }
  return found;
}

/** An example without the comment that says its output is compiled and not run. */
function addExample(found: Found, name: string, text: string): void {
  const start = text.search(new RegExp(`^func ${name}\\(`, "m"));
  const body = text.slice(start, start + (text.slice(start).search(/^}/m) + 1 || text.length));
  const comment = /(?:^[ \t]*\/\/.*\n)+(?=\s*}$)/m.exec(body)?.[0];
  const lines = comment?.split("\n").map((line) => line.trim().replace(/^\/\/ ?/, "").trimEnd()) ?? [];
  const at = lines.findIndex((line) => /^(unordered )?output:/i.test(line.trim()));
  if (at < 0) return;
  const [prefix] = /^\s*(unordered )?output:/i.exec(lines[at]!)!;
  const output = [lines[at]!.slice(prefix.length), ...lines.slice(at + 1)].join("\n").trim();
  found.Example.push({ name, output: output === "" ? "" : output + "\n", unordered: /unordered/i.test(prefix) });
}
