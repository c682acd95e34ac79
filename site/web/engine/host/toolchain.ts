/// Go's compiler and linker as this host runs them: each a js/wasm program, run to
/// its end over files in memory, in a fresh instance each time (they count on the
/// operating system to clean up after them).

import { Clock } from "./clock.ts";
import { Files } from "./files.ts";
import { filesOf } from "./pack.ts";
import { planOf, Unplannable, type Plan, type Unit } from "./plan.ts";
import { Process } from "./process.ts";
import { Random } from "./random.ts";
import { globalsOf } from "./session.ts";

export interface Tools {
  compile: WebAssembly.Module;
  link: WebAssembly.Module;
}

export type Step = "compiling" | "linking";

export type Built =
  | { kind: "program"; module: WebAssembly.Module; test: boolean; benchmarks: boolean; bytes: number }
  /** It does not compile; `text` is what the go command prints. */
  | { kind: "rejected"; text: string };

/** Where the program's files lie for the compiler, and what it calls that place in messages. */
const SOURCE_FOLDER = "/src";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Toolchain {
  #tools: Tools;
  /** Of each package that there is: what the compiler reads of it, and the linker. */
  #declarations = new Map<string, Uint8Array>();
  #code = new Map<string, Uint8Array>();

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Adds the packages of a pack to what programs can import. */
  add(pack: Uint8Array): void {
    for (const [name, bytes] of filesOf(pack)) {
      const path = name.slice("x/".length, -".a".length);
      (name.startsWith("x/") ? this.#declarations : this.#code).set(path, bytes);
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
    const own = new Map<string, Uint8Array>();
    for (const unit of plan.units) {
      const result = this.#compile(unit, files, own);
      if (typeof result === "string") return { kind: "rejected", text: result };
      own.set(unit.path, result);
    }
    onStep("linking");
    const linked = this.#link(own, plan.test);
    if (typeof linked === "string") return { kind: "rejected", text: linked };
    return { kind: "program", module: new WebAssembly.Module(linked as BufferSource), test: plan.test, benchmarks: plan.benchmarks, bytes: linked.length };
  }

  /** The package's archive, or what the compiler has to say against it. */
  #compile(unit: Unit, all: Record<string, string>, own: Map<string, Uint8Array>): Uint8Array | string {
    const archives = new Map([...this.#declarations, ...own]);
    const inputs = new Map<string, Uint8Array>([[SOURCE_FOLDER + "/importcfg", importConfig(archives)]]);
    for (const [path, bytes] of archives) inputs.set(archivePath(path), bytes);
    for (const [name, text] of unit.sources) inputs.set(`${SOURCE_FOLDER}/${name}`, encoder.encode(text));
    const args = ["-o", "/tmp/out.a", "-p", unit.path, "-trimpath", `${SOURCE_FOLDER}=>.`, "-lang", "go1.26", "-complete", "-c=1", "-dwarf=false", "-pack"];
    const embedded = embedConfig(unit, all);
    if (embedded) {
      inputs.set(SOURCE_FOLDER + "/embedcfg", encoder.encode(JSON.stringify(embedded)));
      for (const name of Object.values(embedded.Files)) inputs.set(name, encoder.encode(all[name.slice(SOURCE_FOLDER.length + 1)]!));
      args.push("-embedcfg", "embedcfg");
    }
    const ended = this.#run("compile", [...args, "-importcfg", "importcfg", ...[...unit.sources.keys()].map((name) => `./${name}`)], inputs);
    const archive = ended.files.contents("/tmp/out.a");
    if (ended.code === 0 && archive) return archive;
    const path = unit.path === "main" ? UNNAMED_PROGRAM : unit.path;
    return `# ${path}\n${ended.text}`;
  }

  #link(own: Map<string, Uint8Array>, test: boolean): Uint8Array | string {
    const archives = new Map([...this.#code, ...own]);
    const inputs = new Map<string, Uint8Array>([[SOURCE_FOLDER + "/importcfg", importConfig(archives)]]);
    for (const [path, bytes] of archives) inputs.set(archivePath(path), bytes);
    const args = ["-o", "/tmp/out.wasm", "-importcfg", "importcfg", "-buildmode=exe", "-s", "-w"];
    if (test) args.push("-X=testing.testBinary=1");
    const ended = this.#run("link", [...args, archivePath("main")], inputs);
    const program = ended.files.contents("/tmp/out.wasm");
    if (ended.code === 0 && program) return program;
    return `# ${UNNAMED_PROGRAM}\n${ended.text}`;
  }

  #run(tool: keyof Tools, args: string[], inputs: Map<string, Uint8Array>): { code: number; text: string; files: Files } {
    let text = "";
    const print = (bytes: Uint8Array): void => {
      text += decoder.decode(bytes);
    };
    const files = new Files({ write: (_, bytes) => print(bytes), report() {} });
    for (const [path, bytes] of inputs) files.add(path, bytes);
    files.chdir(SOURCE_FOLDER);
    const clock = new Clock();
    const process = new Process({ clock, random: new Random(1), globals: globalsOf(files), runtimeWrite: print, memoryGrew() {} });
    process.start(new WebAssembly.Instance(this.#tools[tool], process.imports), [tool, ...args], {});
    while (process.exitCode === null) {
      const due = clock.nextDueNs();
      if (due === undefined) throw new Error(`${tool} waits for nothing: ${text}`);
      clock.moveTo(due);
      process.resume();
    }
    return { code: process.exitCode, text, files };
  }
}

/** What messages call a program of files that belong to no module. */
const UNNAMED_PROGRAM = "command-line-arguments";

function archivePath(path: string): string {
  return `/pkg/${path}.a`;
}

function importConfig(archives: Map<string, Uint8Array>): Uint8Array {
  let text = "";
  for (const path of archives.keys()) text += `packagefile ${path}=${archivePath(path)}\n`;
  return encoder.encode(text);
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
