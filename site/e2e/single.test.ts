/// The course as one file, opened from the disk without any network.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

import { launchChromium } from "./browser.ts";
import { DIST, LESSONS, pictured, program, run, status } from "./fixture.ts";

let folder: string;
let browser: Browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-single-"));
  // Twice the same lesson, so that what is kept of one must not be the other's.
  for (const [copy, number] of [["38-asyncio", ""], ["39-again", "39"]] as const) {
    cpSync(join(LESSONS, "38-asyncio"), join(folder, "lessons", copy), { recursive: true });
    if (number) rewrite(join(folder, "lessons", copy, "lesson.md"), (text) => text.replace("# Lesson 38", `# Lesson ${number}`));
  }
  awaitgo("pack", "--single-file", join(folder, "lessons"), "-o", join(folder, "course #1.html"));
  awaitgo("pack", "--single-file", "--lesson", "38", "-o", join(folder, "lesson.html"));
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function awaitgo(...args: string[]): void {
  execFileSync(join(DIST, "../bin/awaitgo"), args);
}


function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** A page with no network, and all that it complains about. */
async function open(file: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext();
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { page, complaints };
}

async function runs(page: Page): Promise<void> {
  for (const [id, end] of [["#example-1", /Finished · 2/], ["#example-2", /Finished · 3/]] as const) {
    const example = program(page, id);
    await example.scrollIntoViewIfNeeded();
    await example.locator(".cm-editor").waitFor();
    await run(example);
    await example.getByLabel("Pace").selectOption("instant");
    await status(example, end);
  }
}

async function check(page: Page): Promise<void> {
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).click();
}

test("a course from the disk reads, runs and keeps answers, each lesson its own", async () => {
  const { page, complaints } = await open("course #1.html");
  await page.getByRole("link", { name: /Lesson 38/ }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.match(page.url(), /#\/38-asyncio\/$/);
  await runs(page);
  assert.ok((await pictured(program(page, "#example-1"))).includes("Python (asyncio)"));
  await check(page);
  await page.getByRole("link", { name: /Lesson 39/ }).click();
  await page.locator(".kicker", { hasText: "Lesson 39" }).first().waitFor();
  // The page before has such a line too, at its end.
  await page.waitForFunction(() => scrollY === 0);
  assert.equal(await page.locator("#quiz-1 .feedback").innerText(), "");
  await runs(page);
  await page.goBack();
  await page.locator("#quiz-1 .feedback").filter({ hasText: /Right|Not quite/ }).waitFor();
  await page.reload();
  await page.locator("#quiz-1 .feedback").filter({ hasText: /Right|Not quite/ }).waitFor();
  await page.locator(".site-header .home").click();
  await page.getByRole("link", { name: /Lesson 39/ }).waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("one lesson alone runs, and leads nowhere that is not there", async () => {
  const { page, complaints } = await open("lesson.html");
  await runs(page);
  await check(page);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
  assert.deepEqual(links.filter((href) => !/^(#|https:)/.test(href)), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("without JavaScript one lesson still reads", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "lesson.html")).href);
  assert.ok(await page.locator("#example-1 pre").first().isVisible());
  await context.close();
});
