/// The course in a learning system that speaks SCORM 1.2: one of ours that refuses all
/// that the standard lets it refuse, and one that many real systems have.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import type { Kept, StrictScorm } from "../web/testdata/scorm12.ts";
import { violations } from "./axe.ts";
import { launchChromium } from "./browser.ts";
import { DIST, LESSONS, run, status } from "./fixture.ts";
import { Host } from "./host.ts";
import { StaticServer } from "./server.ts";
import { readZip, unpack } from "./zip.ts";

let folder: string;
let files: Map<string, Buffer>;
let browser: Browser;
let server: StaticServer;
let host: Host;

/** What solves the exercise of lesson 38. */
const SOLUTION = readFileSync(join(LESSONS, "38-asyncio/exercise-1-together/main.go"), "utf8");

/** A learning system's page. Its session begins with what `kept` in the browser's storage holds. */
const SYSTEM = `<!doctype html><title>A learning system</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;inline-size:100%;block-size:100vh}</style>
<script type="module">
  import { StrictScorm } from "./strict.js";
  const { kept = {}, options = {}, src = "index.html" } = JSON.parse(localStorage.getItem("lms") ?? "{}");
  window.system = new StrictScorm(kept, options);
  window.API = window.system.api;
  if (src) document.body.innerHTML = '<iframe name="course" src="' + src + '"></iframe>';
</script><body></body>`;

const AGAIN = `<!doctype html><title>A learning system</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;inline-size:100%;block-size:100vh}</style>
<script src="scorm12.js"></script>
<script>
  window.complaints = [];
  window.API = new Scorm12API({ autocommit: false, logLevel: 3, onLogMessage: (level, message) => Number(level) >= 3 && complaints.push(message) });
  const kept = localStorage.getItem("again");
  if (kept) API.loadFromJSON(JSON.parse(kept));
  API.on("LMSCommit", () => localStorage.setItem("again", JSON.stringify(API.renderCMIToJSONObject().cmi)));
  addEventListener("DOMContentLoaded", () => document.body.innerHTML = '<iframe name="course" src="index.html"></iframe>');
</script><body></body>`;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-scorm-"));
  execFileSync(join(DIST, "../bin/awaitgo"), ["pack", "--scorm", "-o", join(folder, "course.zip")]);
  files = readZip(readFileSync(join(folder, "course.zip")));
  const site = join(folder, "site");
  unpack(files, site);
  writeFileSync(join(site, "system.html"), SYSTEM);
  writeFileSync(join(site, "again.html"), AGAIN);
  const strict = join(import.meta.dirname, "../web/testdata/scorm12.ts");
  await esbuild.build({ entryPoints: [strict], bundle: true, format: "esm", outfile: join(site, "strict.js"), logLevel: "error" });
  const again = createRequire(import.meta.url).resolve("scorm-again/scorm12");
  writeFileSync(join(site, "scorm12.js"), readFileSync(again));
  server = await StaticServer.serve(site);
  host = await Host.open();
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  server?.close();
  host?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Session {
  kept?: Kept;
  options?: { values?: Record<string, string>; has?: string[] };
  src?: string;
}

interface Visit {
  context: BrowserContext;
  page: Page;
  course: FrameLocator;
  /** What the browser complained of. */
  complaints: string[];
}

/** Opens the system's page in a browser that has never been here, or in `context`. */
async function launch(session: Session = {}, context?: BrowserContext): Promise<Visit> {
  context ??= await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.addInitScript((lms) => {
    if (window === window.top && location.pathname === "/system.html") localStorage.setItem("lms", lms);
  }, JSON.stringify(session));
  await page.goto(`${server.origin}/system.html`);
  const course = page.frameLocator("iframe[name=course]");
  await course.locator(".record").waitFor();
  return { context, page, course, complaints };
}

function system<T>(page: Page, ask: (system: StrictScorm) => T): Promise<T> {
  return page.evaluate(`(${String(ask)})(window.system)`) as Promise<T>;
}

/** Waits until the system has committed that value. */
async function committed(page: Page, element: string, value: string | RegExp): Promise<void> {
  const [source, exact] = typeof value === "string" ? [value, true] : [value.source, false];
  await page.waitForFunction(
    ([element, source, exact]) => {
      const kept = (window as unknown as { system: StrictScorm }).system.kept[element as string] ?? "";
      return exact ? kept === source : new RegExp(source as string).test(kept);
    },
    [element, source, exact] as const,
  );
}

async function openLesson(course: FrameLocator): Promise<void> {
  await course.getByRole("link", { name: /Lesson 38/ }).click();
  await course.locator("#quiz-1").waitFor();
}

/** Answers a question, rightly or not, and has it checked. */
async function answer(course: FrameLocator, id: string, rightly: boolean): Promise<void> {
  const question = course.locator(`#${id}`);
  const letters = (await question.getAttribute("data-answer"))!.split(" ");
  const all = await question.locator(".option input").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  for (const letter of rightly ? letters : all.filter((it) => !letters.includes(it)).slice(0, 1)) {
    await question.locator(`input[value=${letter}]`).check();
  }
  await question.getByRole("button", { name: "Check" }).click();
}

/** Solves the exercise. The first check fetches the engine and the checker. */
async function solve(course: FrameLocator): Promise<void> {
  const exercise = course.locator("#exercise-1");
  await exercise.scrollIntoViewIfNeeded();
  await exercise.locator("await-go").evaluate((element, code) => void ((element as AwaitGo).code = code), SOLUTION);
  await exercise.getByRole("button", { name: "Check your solution" }).click();
  await exercise.locator(".feedback", { hasText: "Solved." }).waitFor({ timeout: 90_000 });
}

async function questions(course: FrameLocator): Promise<string[]> {
  return course.locator("fieldset.question").evaluateAll((all) => all.map(({ id }) => id));
}

/** The learner leaves: the system takes the course out of its page. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector("iframe")!.remove());
}

test("the zip holds what its manifest lists, and nothing that a system would not take", async () => {
  const { page, context } = await launch();
  const manifest = files.get("imsmanifest.xml")!.toString();
  const listed = await page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "text/xml");
    if (xml.querySelector("parsererror")) throw new Error("no XML");
    return {
      files: [...xml.querySelectorAll("resource > file")].map((file) => file.getAttribute("href")),
      href: xml.querySelector("resource")!.getAttribute("href"),
      type: xml.querySelector("resource")!.getAttributeNS("http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype"),
      version: xml.querySelector("metadata > schemaversion")!.textContent,
      item: xml.querySelector("item")!.getAttribute("identifierref") === xml.querySelector("resource")!.getAttribute("identifier"),
    };
  }, manifest);
  assert.deepEqual(listed.files, [...files.keys()].filter((name) => name !== "imsmanifest.xml"));
  assert.deepEqual({ ...listed, files: null }, { files: null, href: "index.html", type: "sco", version: "1.2", item: true });
  for (const name of files.keys()) assert.match(name, /\.(html|css|js|xml)$/);
  await context.close();
});

test("a whole attempt: read, run, answer, pass, leave; and nothing is refused", async () => {
  const { page, course, context, complaints } = await launch();
  await committed(page, "cmi.core.lesson_status", "incomplete");
  await openLesson(course);
  await committed(page, "cmi.core.lesson_location", "38");
  const example = course.locator("#example-1 await-go").first();
  await example.scrollIntoViewIfNeeded();
  await example.locator(".cm-editor").waitFor();
  await run(example);
  await example.getByLabel("Pace").selectOption("instant");
  await status(example, /Finished/);

  await solve(course);
  await committed(page, "cmi.core.score.raw", await percent(course, 1));

  const ids = await questions(course);
  for (const [at, id] of ids.entries()) {
    await answer(course, id, true);
    // Each answer is safe before the next one is given.
    await committed(page, "cmi.core.score.raw", await percent(course, at + 2));
  }
  await committed(page, "cmi.core.lesson_status", "passed");
  await committed(page, "cmi.core.score.raw", "100");
  await committed(page, "cmi.core.lesson_location", /^38#quiz/);
  const all = ids.length + 1;
  await course.locator(".record", { hasText: `${all} of ${all} earned` }).waitFor();
  await leave(page);
  assert.deepEqual(await system(page, (it) => it.refusals), []);
  assert.equal(await system(page, (it) => it.calls.at(-1)), 'LMSFinish("")');
  assert.match((await system(page, (it) => it.kept["cmi.core.session_time"]))!, /^0000:\d\d:\d\d\.\d\d$/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("another browser goes on where the first one stopped, though the first never said goodbye", async () => {
  const first = await launch();
  await openLesson(first.course);
  const [one, two, three] = (await questions(first.course)) as [string, string, string];
  await answer(first.course, one, true);
  await answer(first.course, two, false);
  await first.course.locator(`#${three} input`).first().check();
  await committed(first.page, "cmi.core.lesson_location", /^38#quiz/);
  const before = await first.course.locator("await-quiz > form").evaluate(answers);
  await committed(first.page, "cmi.suspend_data", /^1;12=/);
  // Its process is gone; nothing of the page runs any more.
  const kept = await system(first.page, (it) => it.kept);
  await first.context.close();

  const second = await launch({ kept });
  await second.course.locator("#quiz-1").waitFor();
  assert.deepEqual(await second.course.locator("await-quiz > form").evaluate(answers), before);
  assert.match(await second.course.locator(`#${one} .feedback`).innerText(), /Right/);
  assert.match(await second.course.locator(`#${two} .feedback`).innerText(), /Not quite/);
  await second.page.waitForFunction(() => {
    const frame = document.querySelector("iframe")!.contentDocument!;
    return frame.querySelector("#quiz")!.getBoundingClientRect().top < innerHeight;
  });
  await answer(second.course, three, true);
  await committed(second.page, "cmi.core.score.raw", await percent(second.course, 2));
  await leave(second.page);
  assert.deepEqual(await system(second.page, (it) => it.refusals), []);
  await second.context.close();
});

function answers(form: Element): string[] {
  return [...form.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => `${input.closest("fieldset")!.id}: ${input.value}, ${input.disabled}`);
}

async function percent(course: FrameLocator, right: number): Promise<string> {
  return String(Math.floor((100 * right) / (await course.locator("fieldset.question, await-exercise").count())));
}

test("who is wrong may try the wrong ones again, and passes", async () => {
  const { page, course, context } = await launch();
  await openLesson(course);
  const ids = await questions(course);
  for (const id of ids) await answer(course, id, false);
  // The exercise is open, so nothing is decided.
  await committed(page, "cmi.suspend_data", /^1;12=../);
  assert.equal(await system(page, (it) => it.kept["cmi.core.lesson_status"]), "incomplete");
  await committed(page, "cmi.core.score.raw", "0");
  await course.getByRole("button", { name: "Try the wrong ones again" }).click();
  for (const id of ids) await answer(course, id, true);
  await committed(page, "cmi.core.lesson_status", "passed");
  await course.getByRole("button", { name: "Start over" }).click();
  await course.locator("#quiz-1 input").first().check();
  await committed(page, "cmi.suspend_data", /^1;12=../);
  assert.equal(await system(page, (it) => it.kept["cmi.core.score.raw"]), await percent(course, ids.length));
  assert.equal(await system(page, (it) => it.kept["cmi.core.lesson_status"]), "passed");
  assert.deepEqual(await system(page, (it) => it.refusals), []);
  await context.close();
});

test("the mark that the system sets counts", async () => {
  const { page, course, context } = await launch({ options: { values: { "cmi.student_data.mastery_score": "10" } } });
  await openLesson(course);
  for (const id of (await questions(course)).slice(0, 2)) await answer(course, id, true);
  await committed(page, "cmi.core.lesson_status", "passed");
  await context.close();
});

for (const mode of ["review", "browse"]) {
  test(`in ${mode} nothing is written, and the page says so`, async () => {
    const kept = { "cmi.core.exit": "suspend", "cmi.core.lesson_location": "38", "cmi.core.lesson_status": "failed" };
    const { page, course, context } = await launch({ kept, options: { values: { "cmi.core.lesson_mode": mode } } });
    await course.locator(".record", { hasText: "Nothing that you do here is recorded" }).waitFor();
    await answer(course, "quiz-1", true);
    await leave(page);
    const calls = await system(page, (it) => it.calls);
    assert.deepEqual(calls.filter((call) => !/^LMS(Initialize|GetValue|Finish)/.test(call)), []);
    assert.equal(calls.at(-1), 'LMSFinish("")');
    assert.deepEqual(await system(page, (it) => it.refusals), []);
    await context.close();
  });
}

test("a system that goes away loses nothing, and the page says so", async () => {
  const { page, course, context } = await launch();
  await openLesson(course);
  await answer(course, "quiz-1", true);
  await committed(page, "cmi.core.score.raw", await percent(course, 1));
  await system(page, (it) => void (it.away = true));
  await answer(course, "quiz-2", true);
  await course.locator(".record.trouble", { hasText: "does not answer. Your answers are safe in this browser" }).waitFor();
  // The learner gives up; nothing gets through at the end either.
  const [one, two] = [await percent(course, 1), await percent(course, 2)];
  const kept = await system(page, (it) => it.kept);
  await leave(page);
  assert.equal(kept["cmi.core.score.raw"], one);
  await page.close();

  const again = await launch({ kept }, context);
  await committed(again.page, "cmi.core.score.raw", two);
  await again.course.locator(".record", { hasText: "Recorded in the learning system" }).waitFor();
  await again.course.locator("#quiz-2").scrollIntoViewIfNeeded();
  assert.match(await again.course.locator("#quiz-2 .feedback").innerText(), /Right/);
  assert.deepEqual(await system(again.page, (it) => it.refusals), []);
  await context.close();
});

test("a system that comes back is told, by itself or when it is asked", async () => {
  const { page, course, context } = await launch();
  await openLesson(course);
  await system(page, (it) => void (it.away = true));
  await answer(course, "quiz-1", true);
  await course.locator(".record.trouble").waitFor();
  const asked = await system(page, (it) => it.calls.length);
  await course.getByRole("button", { name: "Ask it again" }).click();
  await page.waitForFunction((asked) => (window as unknown as { system: StrictScorm }).system.calls.length > asked, asked);
  await course.locator(".record.trouble").waitFor();
  await system(page, (it) => void (it.away = false));
  await committed(page, "cmi.core.score.raw", await percent(course, 1));
  await course.locator(".record:not(.trouble)", { hasText: "Recorded" }).waitFor();
  assert.deepEqual(await system(page, (it) => it.refusals), []);
  await context.close();
});

test("the interface is found beyond a frame of another site", async () => {
  const between = host.put("/between.html", `<!doctype html><body><iframe name="inner" src="${server.origin}/index.html" style="width:100%;height:90vh"></iframe></body>`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript((src) => {
    if (window === window.top) localStorage.setItem("lms", JSON.stringify({ src }));
  }, between);
  await page.goto(`${server.origin}/system.html`);
  const course = page.frameLocator("iframe[name=course]").frameLocator("iframe[name=inner]");
  await course.locator(".record", { hasText: "Recorded in the learning system" }).waitFor();
  await committed(page, "cmi.core.lesson_status", "incomplete");
  assert.deepEqual(await system(page, (it) => it.refusals), []);
  await context.close();
});

test("the interface is found in the window that opened the course's; once that is closed, the page says so", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    if (location.pathname === "/system.html") localStorage.setItem("lms", JSON.stringify({ src: "" }));
  });
  await page.goto(`${server.origin}/system.html`);
  await page.waitForFunction(() => "system" in window);
  const [popup] = await Promise.all([context.waitForEvent("page"), page.evaluate(() => void window.open("index.html", "course", "popup"))]);
  await popup.locator(".record", { hasText: "Recorded in the learning system" }).waitFor();
  await popup.getByRole("link", { name: /Lesson 38/ }).click();
  await committed(page, "cmi.core.lesson_location", "38");
  assert.deepEqual(await system(page, (it) => it.refusals), []);
  await page.close();
  await popup.locator("#quiz-1 input").first().check();
  await popup.locator(".record.trouble", { hasText: "safe in this browser" }).waitFor();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing where a course is connected, and where it is in trouble: ${colorScheme}`, async () => {
    const { page, course, context } = await launch({}, await browser.newContext({ colorScheme, bypassCSP: true }));
    const frame = page.frame({ name: "course" })!;
    assert.deepEqual(await violations(frame), []);
    await openLesson(course);
    await system(page, (it) => void (it.away = true));
    await answer(course, "quiz-1", true);
    await course.locator(".record.trouble").waitFor();
    assert.deepEqual(await violations(frame), []);
    await context.close();
  });
}

test("without a system the course works, and says where answers are kept", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/index.html`);
  await page.locator(".record", { hasText: "Not connected to a learning system" }).waitFor();
  await page.getByRole("link", { name: /Lesson 38/ }).click();
  await page.locator("#quiz-1 input").first().check();
  await page.reload();
  await page.locator("#quiz-1 input:checked").waitFor();
  await context.close();
});

test("a browser that keeps nothing is no hindrance while the system answers, and is named when it does not", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    if (window === window.top) return;
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The request was denied.", "SecurityError");
      },
    });
  });
  const { page, course, complaints } = await launch({}, context);
  await openLesson(course);
  await answer(course, "quiz-1", true);
  await committed(page, "cmi.core.score.raw", await percent(course, 1));
  await course.locator(".site-header .home").click();
  await openLesson(course);
  assert.match(await course.locator("#quiz-1 .feedback").innerText(), /Right/);
  await system(page, (it) => void (it.away = true));
  await answer(course, "quiz-2", true);
  await course.locator(".record.trouble", { hasText: "Leave this page open" }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("scorm-again takes a whole attempt without a complaint, and gives it back", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/again.html`);
  const course = page.frameLocator("iframe[name=course]");
  await openLesson(course);
  const ids = await questions(course);
  for (const id of ids) await answer(course, id, true);
  const core = (name: string, wanted: string) =>
    page.waitForFunction(
      ([name, wanted]) => {
        const { cmi } = (window as unknown as { API: { cmi: { core: Record<string, unknown>; suspend_data: string } } }).API;
        const value = name === "score" ? (cmi.core["score"] as { raw: unknown }).raw : cmi.core[name!];
        return new RegExp(wanted!).test(String(value));
      },
      [name, wanted] as const,
    );
  await core("lesson_status", "^passed$");
  await core("score", `^${await percent(course, ids.length)}$`);
  await core("lesson_location", "^38#quiz");
  await leave(page);
  assert.deepEqual(await page.evaluate(() => (window as unknown as { complaints: string[] }).complaints), []);

  await page.goto(`${server.origin}/again.html`);
  await course.locator(`#${ids[1]} .feedback`).filter({ hasText: "Right" }).waitFor();
  await solve(course);
  await core("score", "^100$");
  assert.deepEqual(await page.evaluate(() => (window as unknown as { complaints: string[] }).complaints), []);
  await context.close();
});
