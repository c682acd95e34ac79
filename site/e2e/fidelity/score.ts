/// Runs programs in the browser and natively, and compares.

import type { Browser } from "playwright-core";

import type { EngineChoice } from "../../web/engine/contract.ts";
import { openBench, tryProgram, type TryOptions, type TryResult } from "../try.ts";
import type { Program } from "./corpus.ts";
import { everEnds, runNatively } from "./native.ts";
import { judge, same, type Verdict } from "./verdict.ts";

export interface Score {
  program: Program;
  verdict: Verdict;
}

export interface Conditions {
  origin: string;
  engine: EngineChoice;
  /** Pages that run programs side by side. */
  pages: number;
  timeoutMs: number;
}

/** A few more native runs tell a wrong answer from one that Go gives now and then. */
const DOUBTS = 12;

const NOTHING: Program = { name: "", files: {}, stdin: "" };

/** Scores the programs in their order; `listener` hears of each when it is known. */
export async function score(browser: Browser, programs: Program[], conditions: Conditions, listener: (score: Score) => void = () => {}): Promise<Score[]> {
  const natives = await runNatively(programs);
  const scores: Score[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: conditions.pages }, async () => {
      // A context of its own is a process of its own.
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await openBench(page, conditions.origin);
      // The first run loads the engine, which is not what a program's time is for.
      await tryProgram(page, "main.go", "package main\n\nfunc main() {}\n", { ...options(NOTHING, conditions), timeoutMs: 600_000 });
      while (next < programs.length) {
        const i = next++;
        const program = programs[i]!;
        const result = await tryProgram(page, ...sourceOf(program), options(program, conditions));
        let verdict = judge(natives[i]!, result);
        if (verdict.kind === "wrong" && natives[i]!.kind === "ran" && (await onlyChance(program, result))) {
          verdict = { kind: "set aside", reason: "Go itself does not do the same each time" };
        }
        listener((scores[i] = { program, verdict }));
      }
      await context.close();
    }),
  );
  return scores;
}

async function onlyChance(program: Program, result: TryResult): Promise<boolean> {
  return (await everEnds(program, (ending) => same(ending, result), DOUBTS)).varies;
}

/** Name and text of the program, as one text: several files stand in it one below the other. */
function sourceOf({ files }: Program): [name: string, text: string] {
  const entries = Object.entries(files);
  const [only] = entries;
  if (entries.length === 1 && only) return only;
  return ["main.go", entries.map(([name, source]) => `-- ${name} --\n${source.replace(/\n?$/, "\n")}`).join("")];
}

function options({ stdin }: Program, { engine, timeoutMs }: Conditions): TryOptions {
  return { engine, clock: "virtual", seed: "1", timeoutMs, stdin };
}
