/// Runs Go programs through the built site and prints one JSON object a line.
///
///     make try FILES="a.go b.go" [ENGINE=auto|instant|exact] [CLOCK=virtual|wall] [SEED=n] [TIMEOUT=seconds] [LOG=folder]
///
/// Each program is given to the public element, <await-go>, on a page of the site, in
/// headless Chromium, one after the other. Virtual time does not wait here. A
/// program gets end of input at once. One that is still running after TIMEOUT
/// seconds (60) is stopped. With LOG, what the goroutines of FILE.go did is saved as
/// FILE.jsonl in that folder, which is made: see web/timeline/log.ts. Paths are as from
/// the project's folder.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { type Header, type LogEvent, VERSION } from "../web/timeline/log.ts";
import { launchChromium } from "./browser.ts";
import { StaticServer } from "./server.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface TryOptions {
  engine: string;
  clock: string;
  seed: string;
  timeoutMs: number;
  /** Have the result hold what the goroutines did. */
  log?: boolean;
  /** What the program reads before the end of its input. */
  stdin?: string;
}

export interface TryResult {
  file: string;
  engine: string;
  outcome: string;
  exitCode: number | null;
  stdout: string;
  stderr: string;
  diagnostics: unknown[];
  reason: string;
  virtualMs: number;
  wallMs: number;
  firstOutputMs: number | null;
  /** Absent unless it was asked for. */
  log?: LogEvent[];
}

/** What is needed of a page: another browser's driver has it too. */
export type Bench = Pick<Page, "goto" | "evaluate">;

/** Opens a page that has the element, but none of its own to get in the way. */
export async function openBench(page: Bench, origin: string): Promise<void> {
  await page.goto(`${origin}/index.html`);
  await page.evaluate(async () => {
    const script = "/assets/await-go.js";
    await import(script);
    document.body.replaceChildren();
  });
}

export async function tryProgram(page: Bench, file: string, code: string, options: TryOptions): Promise<TryResult> {
  const result = await page.evaluate(runInElement, { name: basename(file), code, options });
  return { file, ...result };
}

/** Runs in the page. */
async function runInElement({ name, code, options }: { name: string; code: string; options: TryOptions }): Promise<Omit<TryResult, "file">> {
  const element = document.createElement("await-go") as AwaitGo;
  const { engine, clock, seed, timeoutMs, stdin = "" } = options;
  let log: LogEvent[] = [];
  element.addEventListener("log", (event) => log.push(...(event as CustomEvent<{ events: LogEvent[] }>).detail.events));
  const attributes = { file: name, engine, clock, seed, pace: "instant", stdin };
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.toggleAttribute("log", options.log === true);
  const output = { stdout: "", stderr: "" };
  element.addEventListener("output", (event) => {
    const { stream, text } = (event as CustomEvent<{ stream: "stdout" | "stderr"; text: string }>).detail;
    output[stream] += text;
  });
  // A run may begin anew, on another engine.
  element.addEventListener("run", () => {
    Object.assign(output, { stdout: "", stderr: "" });
    log = [];
  });
  let failure = "";
  element.addEventListener("error", (event) => {
    failure = (event as Event as CustomEvent<{ message: string }>).detail.message;
  });
  element.code = code;
  document.body.append(element);
  // A page without an element frees its engines: the last one stays until the next has come.
  for (const tried of document.querySelectorAll("await-go[data-tried]")) tried.remove();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    element.stop();
  }, timeoutMs);
  const outcome = await element.run();
  clearTimeout(timer);
  element.dataset["tried"] = "";
  if (!outcome) {
    const none = { exitCode: null, diagnostics: [], virtualMs: 0, wallMs: 0, firstOutputMs: null };
    return { engine, outcome: "failed", ...output, reason: failure, ...none };
  }
  const { kind, text, position: _, ...rest } = outcome;
  return {
    ...rest,
    outcome: kind,
    stdout: output.stdout,
    stderr: output.stderr + text,
    ...(options.log && { log }),
    reason: timedOut ? `The program was still running after ${timeoutMs / 1000} seconds.` : rest.reason,
  };
}

/** A log as it is saved. */
export function savedLog(events: LogEvent[], { file, engine }: Pick<TryResult, "file" | "engine">, { clock, seed }: TryOptions): string {
  const header = { log: "awaitgo", version: VERSION, engine, clock, seed: Number(seed), files: [basename(file)] } as Header;
  return [header, ...events].map((line) => JSON.stringify(line) + "\n").join("");
}

async function main(): Promise<void> {
  const files = (process.env.FILES ?? "").split(/\s+/).filter(Boolean);
  if (files.length === 0) throw new Error('name the programs: make try FILES="a.go b.go"');
  const options: TryOptions = {
    engine: process.env.ENGINE || "auto",
    clock: process.env.CLOCK || "virtual",
    seed: process.env.SEED || "1",
    timeoutMs: 1000 * Number(process.env.TIMEOUT || 60),
    log: Boolean(process.env.LOG),
  };
  const sources = files.map((file) => [file, readFileSync(resolve(ROOT, file), "utf8")] as const);
  const logs = process.env.LOG && resolve(ROOT, process.env.LOG);
  if (logs) mkdirSync(logs, { recursive: true });
  const server = await StaticServer.serve(join(ROOT, "dist"));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await openBench(page, server.origin);
    for (const [file, code] of sources) {
      const { log, ...result } = await tryProgram(page, file, code, options);
      console.log(JSON.stringify(result));
      if (logs && log) writeFileSync(join(logs, basename(file, ".go") + ".jsonl"), savedLog(log, result, options));
    }
  } finally {
    await browser.close();
    server.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await main();
  } catch (error) {
    console.error(`try: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
