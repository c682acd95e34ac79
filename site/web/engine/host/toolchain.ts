/// Go's compiler and linker, and what the go command does with them: source in, a
/// program out.

import { importsOf } from "../program.ts";
import { filesOf } from "./pack.ts";
import { planOf, Unplannable, type Plan, type Unit } from "./plan.ts";
import { Tool } from "./tool.ts";

export interface Tools {
  compile: WebAssembly.Module;
  link: WebAssembly.Module;
}

export type Step = "compiling" | "linking";

export type Built =
  /** `test`: the path of the package that is tested; undefined for a program that is none. */
  | { kind: "program"; module: WebAssembly.Module; test: string | undefined; benchmarks: boolean; bytes: number }
  /** It does not compile; `text` is what the go command prints. */
  | { kind: "rejected"; text: string };

/** Where the program's files lie for the compiler, and what it calls that place in messages. */
const SOURCE_FOLDER = "/src";

const encoder = new TextEncoder();

export class Toolchain {
  #compiler: Tool;
  #linker: Tool;
  /** The packages that there are: those that the compiler knows, and those that the linker does. */
  #declarations = new Set<string>();
  #code = new Set<string>();

  /** The configuration of the last link, and how many there were. */
  #configuration = { text: "", number: 0 };

  constructor({ compile, link }: Tools) {
    this.#compiler = new Tool(compile, "compile");
    this.#linker = new Tool(link, "link");
    for (const { files } of [this.#compiler, this.#linker]) {
      files.makeWritable(SOURCE_FOLDER);
      files.chdir(SOURCE_FOLDER);
    }
  }

  /** Adds the packages of a pack to what programs can import. */
  add(pack: Uint8Array): void {
    for (const [name, bytes] of filesOf(pack)) {
      const path = name.slice("x/".length, -".a".length);
      const isDeclarations = name.startsWith("x/");
      (isDeclarations ? this.#declarations : this.#code).add(path);
      (isDeclarations ? this.#compiler : this.#linker).files.add(archivePath(path), bytes);
    }
  }

  build(files: Record<string, string>, onStep: (step: Step) => void = () => {}): Built {
    let plan: Plan;
    try {
      plan = planOf(files, (path) => this.#declarations.has(path) || path === "unsafe");
    } catch (error) {
      if (!(error instanceof Unplannable)) throw error;
      return { kind: "rejected", text: error.message + "\n" };
    }
    onStep("compiling");
    const own = new Set<string>();
    for (const unit of plan.units) {
      const result = this.#compile(unit, files, own, plan.test);
      if (typeof result === "string") {
        const failed = plan.test === undefined ? "" : `FAIL\t${plan.test} [build failed]\nFAIL\n`;
        return { kind: "rejected", text: result + failed };
      }
      own.add(unit.path);
      for (const { files } of [this.#compiler, this.#linker]) files.add(archivePath(unit.path), result);
    }
    onStep("linking");
    const linked = this.#link(plan, own);
    if (typeof linked === "string") return { kind: "rejected", text: linked };
    let module: WebAssembly.Module;
    try {
      module = new WebAssembly.Module(linked as BufferSource);
    } catch (error) {
      if (!(error instanceof WebAssembly.CompileError)) throw error;
      // Go's linker for WebAssembly lets this pass, and only this.
      return { kind: "rejected", text: `# ${UNNAMED_PROGRAM}\nlink: a function that is declared without a body is not defined anywhere\n` };
    }
    return { kind: "program", module, test: plan.test, benchmarks: plan.benchmarks, bytes: linked.length };
  }

  /** The package's archive, or what the compiler has to say against it. */
  #compile(unit: Unit, all: Record<string, string>, own: Set<string>, test: string | undefined): Uint8Array | string {
    const { files } = this.#compiler;
    files.empty(SOURCE_FOLDER);
    files.empty("/tmp");
    files.add(SOURCE_FOLDER + "/importcfg", encoder.encode(importConfig([...this.#declarations, ...own])));
    for (const [name, text] of unit.sources) files.add(`${SOURCE_FOLDER}/${name}`, encoder.encode(text));
    const args = ["-o", "/tmp/out.a", "-p", unit.path, "-trimpath", `${SOURCE_FOLDER}=>.`, "-complete", "-c=1", "-dwarf=false", "-pack"];
    const language = /^go\s+(\d+\.\d+)/m.exec(all["go.mod"] ?? "")?.[1];
    if (language) args.push("-lang", `go${language}`);
    const embedded = embedConfig(unit, all);
    if (embedded) {
      files.add(SOURCE_FOLDER + "/embedcfg", encoder.encode(JSON.stringify(embedded)));
      for (const name of Object.values(embedded.Files)) files.add(name, encoder.encode(all[name.slice(SOURCE_FOLDER.length + 1)]!));
      args.push("-embedcfg", "embedcfg");
    }
    const ended = this.#compiler.run([...args, "-importcfg", "importcfg", ...[...unit.sources.keys()].map((name) => `./${name}`)]);
    const archive = files.contents("/tmp/out.a");
    if (ended.code === 0 && archive) return archive;
    const path = unit.path === "main" ? UNNAMED_PROGRAM : unit.path;
    const tested = test === undefined || (path !== test && path !== `${test}_test`) ? "" : ` [${test}.test]`;
    return `# ${path}${tested}\n${ended.text}`;
  }

  #link(plan: Plan, own: Set<string>): Uint8Array | string {
    const { files } = this.#linker;
    const text = importConfig([...this.#code, ...own]);
    if (this.#configuration.text !== text) this.#configuration = { text, number: this.#configuration.number + 1 };
    const configuration = `${SOURCE_FOLDER}/importcfg${this.#configuration.number}`;
    files.add(configuration, encoder.encode(text));
    const args = ["-o", "/tmp/out.wasm", "-importcfg", configuration, "-buildmode=exe", "-s", "-w"];
    if (plan.test !== undefined) args.push("-X=testing.testBinary=1");
    const imports = plan.units.flatMap(({ sources }) => [...sources.values()].flatMap(importsOf));
    const preloaded = [...new Set([...OFTEN_IMPORTED, ...imports])].filter((path) => this.#code.has(path) && !own.has(path)).sort();
    const ended = this.#linker.run([...args, archivePath("main")], [preloaded], [true]);
    const program = files.contents("/tmp/out.wasm");
    if (ended.code === 0 && program) return program;
    return `# ${UNNAMED_PROGRAM}\n${ended.text}`;
  }
}

/// The linker has these loaded, along with what the program imports, so that most
/// programs find it as the one before has left it.
const OFTEN_IMPORTED = ["context", "errors", "fmt", "math/rand", "os", "sort", "strconv", "strings", "sync", "sync/atomic", "time"];

/** What messages call a program of files that belong to no module. */
const UNNAMED_PROGRAM = "command-line-arguments";

function archivePath(path: string): string {
  return `/pkg/${path}.a`;
}

function importConfig(paths: string[]): string {
  return paths.map((path) => `packagefile ${path}=${archivePath(path)}\n`).join("");
}

interface EmbedConfig {
  Patterns: Record<string, string[]>;
  Files: Record<string, string>;
}

/** What the package's `//go:embed` lines name among the program's files; undefined without such lines. */
function embedConfig(unit: Unit, all: Record<string, string>): EmbedConfig | undefined {
  const config: EmbedConfig = { Patterns: {}, Files: {} };
  const prefix = unit.folder === "" ? "" : unit.folder + "/";
  for (const text of unit.sources.values()) {
    for (const [, line] of text.matchAll(/^\/\/go:embed[ \t]+(.*)$/gm)) {
      for (const quoted of line!.match(/"[^"]*"|`[^`]*`|\S+/g) ?? []) {
        const pattern = quoted.replace(/^["`]|["`]$/g, "");
        const clean = pattern.replace(/^all:/, "");
        const glob = new RegExp(`^${clean.replace(/[.+^${}()|\\]/g, "\\$&").replace(/\*/g, "[^/]*").replace(/\?/g, "[^/]")}(/.*)?$`);
        const names = Object.keys(all).filter((name) => name.startsWith(prefix) && glob.test(name.slice(prefix.length)));
        config.Patterns[pattern] = names.map((name) => name.slice(prefix.length));
        for (const name of names) config.Files[name.slice(prefix.length)] = `${SOURCE_FOLDER}/${name}`;
      }
    }
  }
  return Object.keys(config.Patterns).length > 0 ? config : undefined;
}
