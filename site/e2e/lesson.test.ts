/// Lesson 38, as a learner goes through it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { LESSON, LESSONS, output, pictured, program, run, site, status } from "./fixture.ts";

const here = site();

function want(folder: string): string {
  return readFileSync(join(LESSONS, "38-asyncio", folder, "want.txt"), "utf8").replace(/\n$/, "");
}

test("example 1 runs in two seconds and prints what go run prints", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-1");
  const start = performance.now();
  await run(example);
  await example.getByRole("log").getByText("main starts").waitFor();
  assert.ok(!(await output(example)).includes("main ends"), "output is there before the end");
  await status(example, /Finished · 2/);
  assert.ok(performance.now() - start > 2000, "a wait of two seconds takes two seconds to watch");
  assert.equal(await output(example), want("example-1-greetings"));
  await page.context().close();
});

test("the run and the Python beside it are in one picture", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-1");
  await run(example);
  await example.getByLabel("Pace").selectOption("instant");
  await status(example, /Finished · 2/);
  const texts = await pictured(example);
  const python = texts.indexOf("Python (asyncio)");
  assert.ok(texts.indexOf("main") < python && texts.indexOf("main", python) > 0, texts.join());
  assert.ok(texts.indexOf("greet 2", python) > 0, texts.join());
  await page.context().close();
});

test("example 2 fetches its three pages together", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-2");
  await run(example);
  await status(example, /Finished · 3/);
  assert.equal(await output(example), want("example-2-fetch"));
  await page.context().close();
});

test("changing 2 to 3 changes what happens, survives a reload, and Reset brings 2 back", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  const line = example.locator(".cm-line", { hasText: "long, short :=" });
  await line.click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  for (let i = 0; !(await selected(page)).endsWith("2"); i++) {
    assert.ok(i < 40, "the line has a 2");
    await page.keyboard.press("Shift+ArrowRight");
  }
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("3");
  await page.keyboard.press("Control+Enter");
  await status(example, /Finished · 3/);
  assert.match(await output(example), /09:00:03 Hola!\n09:00:03 main ends after 3s$/);

  await page.waitForTimeout(400);
  await page.reload();
  await example.scrollIntoViewIfNeeded();
  await line.filter({ hasText: "3*time.Second" }).waitFor();
  await example.getByRole("button", { name: "Reset" }).click();
  await line.filter({ hasText: "2*time.Second" }).waitFor();
  await page.waitForTimeout(400);
  await page.reload();
  await example.scrollIntoViewIfNeeded();
  await line.filter({ hasText: "2*time.Second" }).waitFor();
  await page.context().close();
});

async function selected(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

test("Shift+Enter runs, Escape and Tab leave the editor, and the page says so", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  await example.locator(".cm-content").click();
  await example.getByText("Escape, then Tab leaves the editor").waitFor();
  await page.keyboard.press("Shift+Enter");
  await status(example, /Running|Finished/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const inEditor = await example.evaluate((element) => element.shadowRoot?.activeElement?.closest(".cm-editor") != null);
  assert.equal(inEditor, false);
  await page.context().close();
});

test("Copy copies the program as it stands", async () => {
  const page = await here.visit(LESSON, { permissions: ["clipboard-read", "clipboard-write"] });
  const example = program(page, "#example-1");
  await example.getByRole("button", { name: "Copy" }).click();
  const code = readFileSync(join(LESSONS, "38-asyncio/example-1-greetings/main.go"), "utf8");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  await page.context().close();
});

test("Skip cuts a wait short, and pace instant waits for nothing", async () => {
  const page = await here.visit(LESSON);
  const example = program(page, "#example-1");
  // Slowly, so that a busy machine comes to press Skip before the wait is over.
  await example.evaluate((element) => element.setAttribute("pace", "0.25"));
  await run(example);
  const skip = example.getByRole("button", { name: "Skip" });
  await skip.click();
  await example.getByRole("log").getByText("09:00:01 Ciao!").waitFor();
  await skip.click();
  await status(example, /Finished · 2/);
  assert.equal(await output(example), want("example-1-greetings"));
  await example.getByLabel("Pace").selectOption("instant");
  const start = performance.now();
  await run(example);
  await example.getByRole("log").getByText("main ends").waitFor();
  assert.ok(performance.now() - start < 1900);
  await page.context().close();
});

test("the quiz is answered by keyboard alone, explains, keeps score and offers the wrong ones again", async () => {
  const page = await here.visit(LESSON);
  const quiz = page.locator("await-quiz");
  const questions = quiz.locator("fieldset.question");
  const count = await questions.count();
  assert.ok(count >= 8);
  // Its script comes when it is near.
  await quiz.scrollIntoViewIfNeeded();
  await quiz.locator("details.answer-key").waitFor({ state: "hidden" });

  await questions.first().locator("input").first().focus();
  for (let i = 0; i < count; i++) {
    const question = questions.nth(i);
    const answer = ((await question.getAttribute("data-answer")) ?? "").split(" ");
    // The first is answered wrongly on purpose.
    const chosen = i === 0 ? [answer.includes("a") ? "b" : "a"] : answer;
    const inputs = question.locator("input");
    const letters = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    const isRadio = (await inputs.first().getAttribute("type")) === "radio";
    if (isRadio) {
      await page.keyboard.press("Space");
      for (let at = 0; letters[at] !== chosen[0]; at++) await page.keyboard.press("ArrowDown");
    } else {
      for (const letter of letters) {
        if (chosen.includes(letter)) await page.keyboard.press("Space");
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.press("Enter");
    await question.getByRole("status").getByText(i === 0 ? /Not quite/ : "Right.").waitFor();
    assert.ok(await question.locator(".explanation").isVisible(), `question ${i + 1} explains`);
    await page.keyboard.press("Enter"); // Next
  }
  await quiz.getByRole("status").filter({ hasText: `${count - 1} of ${count}` }).waitFor();

  await page.reload();
  await quiz.getByRole("status").filter({ hasText: `${count - 1} of ${count}` }).waitFor();
  await quiz.getByRole("button", { name: "Try the wrong ones again" }).press("Enter");
  assert.equal(await questions.first().locator("input").first().isEnabled(), true);
  assert.equal(await questions.nth(1).locator("input").first().isEnabled(), false);
  await page.context().close();
});

test("an answer that is chosen before the quiz's script is there is kept", async () => {
  const page = await here.visit("/404.html");
  let letScriptsIn!: () => void;
  const scripts = new Promise<void>((resolve) => (letScriptsIn = resolve));
  await page.route("**/assets/page.js", (route) => scripts.then(() => route.continue()));
  await page.goto(here.server.origin + LESSON, { waitUntil: "commit" });
  await page.locator("#quiz-1 input").nth(2).check();
  letScriptsIn();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).waitFor();
  assert.ok(await page.locator("#quiz-1 input").nth(2).isChecked());
  await page.unroute("**/assets/page.js");
  await page.reload();
  await page.locator("#quiz-1").scrollIntoViewIfNeeded();
  await page.locator("#quiz-1 input:checked[value=c]").waitFor();
  await page.context().close();
});

test("what comes late moves nothing", async () => {
  const page = await here.visit(LESSON);
  // Where little data is wanted, an editor waits until it is turned to.
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.reload();
  const quiz = page.locator("#quiz-1");
  const tops = () => quiz.evaluate((element) => ({ scroll: scrollY, top: element.getBoundingClientRect().top }));
  const before = await quiz.evaluate((element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    return { scroll: scrollY, top: element.getBoundingClientRect().top };
  });
  await quiz.getByRole("button", { name: "Check" }).waitFor();
  await page.locator("await-exercise").getByRole("button", { name: "Check your solution" }).waitFor();
  assert.deepEqual(await tops(), before, "the quiz and the exercise");

  const listing = page.locator("await-exercise .still pre").first();
  await listing.evaluate((pre) => (pre as HTMLElement).focus({ preventScroll: true }));
  await page.locator("await-exercise .cm-editor").waitFor({ state: "attached" });
  assert.deepEqual(await tops(), before, "the editor");
  await page.context().close();
});

test("a whole visit asks for nothing but files of the site", async () => {
  const page = await here.visit(LESSON);
  const foreign: string[] = [];
  const methods = new Set<string>();
  page.on("request", (request) => {
    methods.add(request.method());
    if (!request.url().startsWith(here.server.origin) && !request.url().startsWith("blob:")) foreign.push(request.url());
  });
  await page.reload();
  const example = program(page, "#example-2");
  await run(example);
  await status(example, /Finished/);
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).click();
  assert.deepEqual(foreign, []);
  assert.deepEqual([...methods], ["GET"]);
  await page.context().close();
});

test("on a narrow screen Python and Go are tabs, and the arrows move between them", async () => {
  const page = await here.visit(LESSON, { viewport: { width: 360, height: 800 } });
  const pair = page.locator("#example-1 .pair").first();
  await pair.getByRole("tab", { name: "Python" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await pair.getByRole("tab", { name: "Go" }).getAttribute("aria-selected"), "true");
  await pair.getByRole("button", { name: "Run" }).waitFor();
  assert.equal(await pair.locator("[data-lang=python]").isVisible(), false);
  await page.context().close();
});

test("without JavaScript the lesson still teaches", async () => {
  const page = await here.visit(LESSON, { javaScriptEnabled: false });
  const example = page.locator("#example-1");
  assert.ok(await example.locator("[data-lang=python] pre").first().isVisible());
  assert.ok((await example.locator("await-go pre span").count()) > 20, "the listing is highlighted");
  assert.ok((await example.innerText()).includes(want("example-1-greetings")));
  const key = page.locator("details.answer-key");
  assert.equal(await key.isVisible(), true);
  await key.locator("summary").click();
  assert.match(await key.innerText(), /Answer key/);
  assert.ok(await key.locator("li .why").first().isVisible(), "the key explains");
  await page.context().close();
});
