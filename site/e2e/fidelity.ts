/// Compares an engine, in a browser, with the installed Go.
///
///     make fidelity [ENGINE=instant|exact|auto] [DIR=folder] [ONLY=part-of-a-name] [PAGES=2] [TIMEOUT=seconds]
///
/// It is the instant engine unless another is named.
///
/// Without DIR, the programs of this repository are run: no answer may be wrong. DIR
/// may be any folder of programs (`fidelity/corpus.ts` says what one is); of the Go
/// distribution's own test folder, those are taken that run by themselves: for the
/// exact engine all but those that need another system, for the others those that are
/// about the language.
///
/// Every program that does not pass is listed: refused with the reason, wrong with
/// both answers, slow if it was stopped after TIMEOUT seconds (60), set aside if Go
/// itself does not always do the same. The exit status is 1 if an answer was wrong.

import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";

import type { EngineChoice } from "../web/engine/contract.ts";
import { launchChromium } from "./browser.ts";
import { programsOf, runsByItself, type Program } from "./fidelity/corpus.ts";
import { score, type Score } from "./fidelity/score.ts";
import { StaticServer } from "./server.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Where the programs of this repository are. */
export const OURS = ["wasm/lang/testdata/programs", "site/e2e/testdata/endings", "lessons"];

export function ourPrograms(): Program[] {
  return OURS.flatMap((folder) => programsOf(join(ROOT, folder)).map((program) => ({ ...program, name: join(folder, program.name) })));
}

async function main(): Promise<number> {
  const { DIR, ONLY = "" } = process.env;
  const engine = engineNamed(process.env.ENGINE || "instant");
  const programs = (DIR ? foreignPrograms(resolve(ROOT, DIR), engine) : ourPrograms()).filter(({ name }) => name.includes(ONLY));
  if (programs.length === 0) throw new Error(`no programs in ${DIR || OURS.join(", ")}`);
  const server = await StaticServer.serve(join(ROOT, "dist"));
  const browser = await launchChromium();
  try {
    const conditions = { engine, origin: server.origin, pages: Number(process.env.PAGES || 2), timeoutMs: 1000 * Number(process.env.TIMEOUT || 60) };
    const scores = await score(browser, programs, conditions, (one) => {
      if (one.verdict.kind !== "pass") console.log(line(one));
    });
    console.log(summary(scores));
    return scores.some(({ verdict }) => verdict.kind === "wrong") ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
}

function engineNamed(name: string): EngineChoice {
  if (name !== "instant" && name !== "exact" && name !== "auto") throw new Error(`there is no engine ${name}: name instant, exact or auto`);
  return name;
}

function foreignPrograms(folder: string, engine: EngineChoice): Program[] {
  const goroot = spawnSync("go", ["env", "GOROOT"], { encoding: "utf8" }).stdout.trim();
  const distribution = join(realpathSync(goroot), "test");
  const programs = programsOf(folder);
  return realpathSync(folder).startsWith(distribution) ? programs.filter((program) => runsByItself(program, engine)) : programs;
}

function line({ program, verdict }: Score): string {
  switch (verdict.kind) {
    case "refused":
    case "set aside":
      return `${verdict.kind}: ${program.name}: ${verdict.reason}`;
    case "wrong":
      return `wrong: ${program.name}\n${difference(verdict.got, verdict.want)}`;
    default:
      return `${verdict.kind}: ${program.name}`;
  }
}

/** The first lines that differ. */
function difference(got: string, want: string): string {
  const [ours, gos] = [got.split("\n"), want.split("\n")];
  let from = 0;
  while (ours[from] === gos[from] && from < ours.length) from++;
  const some = (lines: string[], mark: string) => lines.slice(from, from + 5).map((text) => `    ${mark} ${text.slice(0, 300)}`);
  return [...some(ours, "got "), ...some(gos, "want")].join("\n");
}

function summary(scores: Score[]): string {
  const counts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { verdict } of scores) {
    add(counts, verdict.kind);
    if (verdict.kind === "refused") add(reasons, verdict.reason);
  }
  const list = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, n]) => `  ${n} refused: ${reason}`);
  const count = (kind: string) => counts.get(kind) ?? 0;
  const rest = ["slow", "set aside"].filter(count).map((kind) => `, ${kind} ${count(kind)}`).join("");
  return [...list, `${scores.length} programs: pass ${count("pass")}, refused ${count("refused")}, wrong ${count("wrong")}${rest}`].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`fidelity: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
