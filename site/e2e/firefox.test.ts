/// What must be the same in a browser of another make: Debian's Firefox.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "puppeteer-core";

import { launchFirefox } from "./browser.ts";
import { PROGRAMS } from "./determinism.programs.ts";
import { LESSON, site } from "./fixture.ts";
import { openBench, tryProgram, type Bench, type TryOptions } from "./try.ts";

const here = site();
const OPTIONS: TryOptions = { engine: "auto", clock: "virtual", seed: "7", timeoutMs: 60_000 };
let firefox: Browser;

before(async () => {
  firefox = await launchFirefox();
});
after(() => firefox?.close());

/** A visitor who has never been here, and all that the page complains about. */
async function visit(path: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await firefox.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(here.server.origin + path);
  return { page, complaints };
}

test("programs that hang on chance print in Firefox what they print in Chromium", async () => {
  const chromium = await here.stage();
  const { page } = await visit("/index.html");
  await openBench(page as unknown as Bench, here.server.origin);
  // One browser after the other: together they would be at the machine's throat.
  const [there, same] = [await results(chromium), await results(page as unknown as Bench)];
  assert.deepEqual(same, there);
  await page.browserContext().close();
});

async function results(bench: Bench): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const [name, code] of Object.entries(PROGRAMS)) {
    const { outcome, exitCode, stdout, stderr, virtualMs } = await tryProgram(bench, "main.go", code, OPTIONS);
    assert.equal(outcome, "ok", `${name}: ${stderr}`);
    all[name] = { exitCode, stdout, stderr, virtualMs };
  }
  return all;
}

test("the lesson reads, runs, stops and quizzes in Firefox", async () => {
  const { page, complaints } = await visit(LESSON);
  const ended = await page.evaluate(async () => {
    type Example = HTMLElement & { run(): Promise<{ kind: string; virtualMs: number } | null> };
    const outcomes = [];
    for (const id of ["#example-1", "#example-2"]) {
      const example = document.querySelector<Example>(`${id} await-go`)!;
      example.setAttribute("pace", "instant");
      outcomes.push(await example.run());
    }
    return outcomes.map((outcome) => outcome && [outcome.kind, Math.floor(outcome.virtualMs / 1000)]);
  });
  assert.deepEqual(ended, [["ok", 2], ["ok", 3]]);

  const loop = await page.evaluate(async () => {
    const element = document.querySelector("#example-1 await-go") as HTMLElement & { code: string; run(): Promise<{ kind: string }>; stop(): void };
    element.code = "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n";
    const run = element.run();
    setTimeout(() => element.stop(), 500);
    return (await run).kind;
  });
  assert.equal(loop, "stopped");

  await page.$eval("#quiz-1", (question) => question.scrollIntoView());
  await page.waitForSelector("#quiz-1 button.check");
  await page.focus("#quiz-1 input");
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /The answer is|Right/.test(document.querySelector("#quiz-1")?.textContent ?? ""));
  assert.deepEqual(complaints, []);
  await page.browserContext().close();
});
