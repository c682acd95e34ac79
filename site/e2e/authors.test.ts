/// What an author's own course adds: search, contents, and a language that runs
/// from right to left. The courses are built here by the command.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { violations } from "./axe.ts";
import { launchChromium } from "./browser.ts";
import { LESSON, LESSONS, site } from "./fixture.ts";
import { StaticServer } from "./server.ts";

const here = site();
const COMMAND = join(import.meta.dirname, "../../bin/awaitgo");

const ARABIC = `# الدرس 39: القناة الأولى تفوز

تنتظر \`select\` عدة قنوات معًا.

## الفكرة

- القناة \`results\` تحمل القيم.

### مثال 1: عاملان

\`\`\`go run
package main

import "fmt"

func main() {
	fmt.Println("hello")
}
\`\`\`

## اختبار

1. **ماذا يطبع؟**
   a) \`42\`
   b) لا شيء

<details>
<summary>الحل</summary>
1. b
</details>
`;

let folder: string;
let arabic: StaticServer;
let browser: Browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-authors-"));
  const lessons = join(folder, "lessons");
  mkdirSync(join(lessons, "39-select"), { recursive: true });
  cpSync(join(LESSONS, "38-asyncio"), join(lessons, "38-asyncio"), { recursive: true });
  writeFileSync(join(lessons, "39-select/lesson.md"), ARABIC);
  writeFileSync(join(lessons, "course.toml"), 'title = "هيا يا Go"\nlanguage = "ar"\n[accent]\nlight = "#7a1f4d"\ndark = "#ff99cc"\n');
  execFileSync(COMMAND, ["build", lessons, "-o", join(folder, "dist")]);
  arabic = await StaticServer.serve(join(folder, "dist"));
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  arabic?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visitArabic(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(arabic.origin + path);
  return page;
}

test("the search finds by the beginnings of words, by keyboard alone", async () => {
  const page = await here.visit(LESSON, { bypassCSP: true });
  const asked = () => here.server.requests.filter((path) => path === "/assets/search.json").length;
  const before = asked();
  await page.getByRole("button", { name: "Search" }).waitFor();
  assert.equal(asked(), before, "the index is not fetched before anyone searches");
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox");
  await field.waitFor();
  await field.fill("three pages");
  const first = page.locator(".search-results a").first();
  await first.waitFor();
  assert.match(await first.innerText(), /Example 2: Three pages at once/);
  assert.deepEqual(await violations(page), []);
  await field.press("ArrowDown");
  assert.equal(await first.evaluate((link) => link === document.activeElement), true);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#example-2$/);
  assert.equal(await page.locator("dialog.search").isVisible(), false);

  await page.keyboard.press("Control+k");
  await field.fill("xylophone");
  await page.getByText("Nothing found.").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog.search").isVisible(), false);
  await page.context().close();
});

test("the contents stand beside the text in a wide window and fold in a narrow one", async () => {
  const page = await here.visit(LESSON, { viewport: { width: 1400, height: 900 } });
  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByRole("link", { name: "Quiz" }).click();
  await page.waitForFunction(() => document.querySelector(".contents [aria-current]")?.textContent === "Quiz");
  const box = await contents.locator("details").boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 200, "it stays in sight");
  await page.setViewportSize({ width: 400, height: 800 });
  await contents.getByRole("link", { name: "Quiz" }).waitFor({ state: "hidden" });
  await contents.getByText("On this page").click();
  await contents.getByRole("link", { name: "Quiz" }).waitFor();
  await page.context().close();
});

test("a course in Arabic runs from right to left, and its code from left to right", async () => {
  const page = await visitArabic("/39-select/");
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["ar", "rtl"]);
  const program = page.locator("await-go").first();
  await program.getByRole("button", { name: "شغّل" }).click();
  await program.getByRole("log").getByText("hello").waitFor();
  await program.getByRole("status").filter({ hasText: "انتهى" }).waitFor();
  const directions = await page.evaluate(() => {
    const code = document.querySelector("await-go")?.shadowRoot?.querySelector(".cm-editor, pre");
    return [getComputedStyle(document.querySelector("h1") as Element).direction, code ? getComputedStyle(code).direction : ""];
  });
  assert.deepEqual(directions, ["rtl", "ltr"]);
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "تحقّق" }).click();
  await page.getByText(/ليس تمامًا\. .*الجواب هو [\u2068]+b[\u2069]+\./).waitFor();
  const [text, contents] = [await page.locator("h1").boundingBox(), await page.locator(".contents").boundingBox()];
  assert.ok(text && contents && contents.x > text.x, "the contents are on the right");
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing in Arabic, and nothing overflows: ${colorScheme}, ${width} px`, async () => {
      const page = await visitArabic("/39-select/", { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.locator("await-go .cm-editor").first().waitFor();
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      await page.context().close();
    });
  }
}

test("a page of English says nothing in another language, and loads none", async () => {
  const page = await here.visit(LESSON);
  assert.equal(here.server.requests.some((path) => path.includes("/language-")), false);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "");
  await page.context().close();
});
