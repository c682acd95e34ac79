/// What programs do when the installed Go builds and runs them. It is kept, by the
/// content of the program, in a folder that may be deleted at any time.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Program } from "./corpus.ts";

export interface Ending {
  stdout: string;
  stderr: string;
  /** Null if it had to be stopped. */
  exitCode: number | null;
}

export type Native =
  /** The endings differ if the program's output is left to chance. */
  | { kind: "ran"; endings: Ending[] }
  | { kind: "rejected"; text: string };

const ROOT = join(import.meta.dirname, "../../..");
const CACHE = join(ROOT, ".cache/fidelity");
/** Part of each key: another Go, or another way to run, and all is done anew. */
const VERSION = `2 ${spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8" }).stdout.trim()}`;
const TIMEOUT_MS = 20_000;
/** Linking takes long, and go build does two of them at once. */
const BATCH = 40;

/** What each program does, in the order of the programs. */
export async function runNatively(programs: Program[]): Promise<Native[]> {
  mkdirSync(CACHE, { recursive: true });
  const missing = programs.filter((program) => !existsSync(place(program)));
  for (let i = 0; i < missing.length; i += BATCH) await runBatch(missing.slice(i, i + BATCH));
  return programs.map((program) => JSON.parse(readFileSync(place(program), "utf8")) as Native);
}

/** Whether some run of the program ends in this way: chance may hide from a few runs. */
export async function everEnds(program: Program, same: (ending: Ending) => boolean, runs: number): Promise<{ varies: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), "awaitgo-fidelity-"));
  try {
    build(folder, [program]);
    const seen = new Set<string>();
    for (let i = 0; i < runs; i++) {
      const ending = await run(join(folder, "bin/p0"), program.stdin, i % 2 === 0 ? "1" : "");
      if (same(ending)) return { varies: true };
      seen.add(JSON.stringify([ending.stdout, ending.exitCode]));
    }
    return { varies: seen.size > 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function place({ files, stdin }: Program): string {
  const key = createHash("sha256").update(JSON.stringify([VERSION, files, stdin])).digest("hex");
  return join(CACHE, `${key.slice(0, 32)}.json`);
}

async function runBatch(programs: Program[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "awaitgo-fidelity-"));
  try {
    build(folder, programs);
    for (const [i, program] of programs.entries()) {
      const binary = join(folder, `bin/p${i}`);
      const native: Native = existsSync(binary)
        ? { kind: "ran", endings: [await run(binary, program.stdin, "1"), await run(binary, program.stdin, "")] }
        : { kind: "rejected", text: complaint(folder, i) };
      writeFileSync(place(program), JSON.stringify(native));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds bin/p0, bin/p1 and so on: what does not build leaves no binary, and stops no other. */
function build(folder: string, programs: Program[]): void {
  const version = /^go \S+$/m.exec(readFileSync(join(ROOT, "go.mod"), "utf8"))![0];
  const sync = /golang\.org\/x\/sync v\S+/.exec(readFileSync(join(ROOT, "go.mod"), "utf8"))![0];
  writeFileSync(join(folder, "go.mod"), `module programs\n\n${version}\n\nrequire ${sync}\n`);
  cpSync(join(ROOT, "go.sum"), join(folder, "go.sum"));
  mkdirSync(join(folder, "bin"));
  for (const [i, { files }] of programs.entries()) {
    mkdirSync(join(folder, `p${i}`));
    for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, `p${i}`, name.replaceAll("/", "_")), source);
  }
  go(folder, ["build", "-ldflags=-s -w", "-o", "bin/", "./..."]);
  // A program with an import that nobody has keeps go build from all others.
  if (programs.every((_, i) => !existsSync(join(folder, `bin/p${i}`)))) {
    for (const i of programs.keys()) go(folder, ["build", "-o", "bin/", `./p${i}`]);
  }
}

function complaint(folder: string, i: number): string {
  const { stdout, stderr } = go(join(folder, `p${i}`), ["build", "-o", "../bin/", "."]);
  return (stdout + stderr).replace(/^# .*\n/gm, "");
}

function go(folder: string, args: string[]): { stdout: string; stderr: string } {
  return spawnSync("go", args, { cwd: folder, encoding: "utf8", env: { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off", CGO_ENABLED: "0" } });
}

function run(binary: string, stdin: string, processors: string): Promise<Ending> {
  return new Promise((resolve) => {
    const { GOMAXPROCS: _, ...env } = process.env;
    const child = spawn(binary, { env: processors ? { ...env, GOMAXPROCS: processors } : env });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8");
      child[stream].on("data", (text: string) => {
        if (output[stream].length < 8 << 20) output[stream] += text;
      });
    }
    child.stdin.on("error", () => {}); // it may end before it has read all
    child.stdin.end(stdin);
    const timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT_MS);
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ ...output, exitCode });
    });
  });
}
