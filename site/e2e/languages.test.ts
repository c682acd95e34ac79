/// Courses in other languages, used for real: nothing of the interface is English.
/// With SHOTS=folder it leaves pictures there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";

import arabic from "../language/ar.json";
import german from "../language/de.json";
import english from "../language/en.json";
import type { AwaitGo } from "../web/element/element.ts";
import { launchChromium } from "./browser.ts";
import { replaceCode, setCode } from "./fixture.ts";
import { StaticServer } from "./server.ts";

const COMMAND = join(import.meta.dirname, "../../bin/awaitgo");

type Texts = typeof german;

/** Waits ten seconds of its own clock, and then for nobody. */
const PROGRAM = `package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("one")
	time.Sleep(10 * time.Minute)
	fmt.Println("two")
	<-make(chan int)
}
`;

const WRONG = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tcount := 1\n\tfmt.Println("hi")\n}';

const COURSES = {
  de: { texts: german as Texts, title: "Kanäle", text: "Wer wartet, der wartet." },
  ar: { texts: arabic as unknown as Texts, title: "القنوات", text: "من ينتظر فهو ينتظر." },
};

function lesson({ texts, title, text }: (typeof COURSES)["de"]): string {
  const options = `   a) \`1\`\n   b) \`2\`\n`;
  return `# ${texts.page.lesson.replace("{n}", "7")}: ${title}\n\n${text}\n\n\`\`\`go run\n${PROGRAM}\`\`\`\n\n\`\`\`go run\npackage main\n\nfunc main() { println(1) }\n\`\`\`\n
## ${texts.page.quiz}\n\n1. **${title} A?**\n${options}\n2. **${title} B?**\n${options}\n<details>\n<summary>${texts.page.answerKey}</summary>\n1. b\n2. a\n</details>\n`;
}

let folder: string;
let browser: Browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-languages-"));
  for (const [tag, course] of Object.entries(COURSES)) {
    const lessons = join(folder, tag);
    mkdirSync(join(lessons, "7-kanal"), { recursive: true });
    writeFileSync(join(lessons, "7-kanal/lesson.md"), lesson(course));
    writeFileSync(join(lessons, "course.toml"), `title = "${course.title}"\nlanguage = "${tag}"\n`);
    execFileSync(COMMAND, ["build", lessons, "-o", join(folder, "dist", tag)]);
  }
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const tag of ["de", "ar"] as const) {
  for (const width of [1200, 360]) {
    test(`a course in ${tag} says nothing in English, at ${width} px`, async () => {
      const server = await StaticServer.serve(join(folder, "dist", tag));
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      try {
        const page = await context.newPage();
        await page.goto(`${server.origin}/7-kanal/`);
        await useAll(page, new Reader(page, tag, width));
      } finally {
        await context.close();
        server.close();
      }
    });
  }
}

/// A learner's visit, with a look at all that is said at every stop.
async function useAll(page: Page, reader: Reader): Promise<void> {
  const { texts, tag } = reader;
  const said = (element: Locator, text: string | Record<string, string>) => {
    const forms = typeof text === "string" ? [text] : Object.values(text);
    return element.getByText(new RegExp(forms.map((form) => pattern(form).source).join("|"))).first().waitFor();
  };
  const element = page.locator("await-go").first();
  const press = (name: string, within: Locator | Page = element) => within.getByRole("button", { name: pattern(name, "exactly") }).click();
  await element.locator(".cm-content").waitFor();
  await reader.look("still");

  // A run that waits; then the seed's row; then the deadlock.
  await press(texts.script.run);
  await said(element, texts.script.timeOf);
  await press(texts.script.pause);
  await press(texts.script.seed);
  await press(texts.script.anotherSeed);
  await reader.look("waiting");
  await press(texts.script.resume);
  await press(texts.script.skip);
  await said(element, texts.engine.deadlock);
  await element.locator(".why").waitFor();
  await reader.look("deadlock");

  // Endings of other kinds, and what may be said without a run.
  for (const [body, ending] of [
    ["import \"os\"\n\nfunc main() { os.Exit(3) }", texts.engine.exited],
    ["func main() { panic(1) }", texts.engine.panic],
    ["func main() { var s []int; _ = s[len(s)] }", texts.engine.panic],
    ["func main() { x := 1 }", texts.engine.notBuilt],
    ["import \"fmt\"\n\nfunc main() { for i := range 9000 { fmt.Println(i) } }", texts.script.dropped],
  ] as const) {
    await setCode(element, `package main\n\n${body}\n`);
    await element.evaluate((element) => (element as AwaitGo).run());
    await said(element, ending);
    await reader.look("ending");
  }
  await setCode(element, 'package main\n\nimport "fmt"\n\nfunc main() { var s string; fmt.Scan(&s) }\n');
  await press(texts.script.run);
  await said(element, texts.script.waitingForInput);
  await reader.look("input");
  await press(texts.script.stop);
  await said(element, texts.engine.stopped);

  // The editor's problems, its words about formatting, and a new name.
  await replaceCode(element, WRONG);
  await element.getByText("declared and not used: count").first().waitFor();
  await said(element, texts.checker.errors);
  await reader.look("problems");
  await replaceCode(element, WRONG.replace("\tcount := 1\n", ""));
  await said(element, texts.checker.noProblems);
  await press(texts.script.format);
  await said(element, texts.checker.formattedAlready);
  await replaceCode(element, "package main\n\nfunc main() {\n\tcount := 1\n\tprintln(count)\n}\n// ");
  await element.locator(".cm-content").press("Control+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  await said(element, texts.checker.newName);
  await reader.look("rename");
  await page.keyboard.press("Escape");

  // A link to a program in the other listing, damaged on its way.
  await page.evaluate(() => (location.hash = "#run=1.listing-2.x"));
  await page.getByText(pattern(texts.share.damaged)).first().waitFor();
  await reader.look("link");

  // The quiz: one answer wrong, one right.
  for (const question of [page.locator("#quiz-1"), page.locator("#quiz-2")]) {
    await question.locator("input").first().check();
    await press(texts.quiz.check, question);
  }
  await said(page.locator("#quiz-1"), texts.quiz.notQuite);
  await said(page.locator("#quiz-2"), texts.quiz.right);
  await reader.look("quiz");

  // The search, with and without a find; the offline line.
  await page.locator(".search-button").click();
  await page.getByRole("searchbox").fill("xylophon");
  await page.getByText(texts.search.none).first().waitFor();
  await reader.look("search");
  await page.getByRole("searchbox").fill(COURSES[tag].title.slice(0, 4));
  await said(page.locator("dialog.search"), texts.search.found);
  await reader.look("found");
  await page.keyboard.press("Escape");
  await page.locator(".offline").getByText(pattern(texts.offline.kept)).waitFor({ timeout: 120_000 });
  await reader.look("offline");
  reader.conclude();
}

/// Keeps what was said, and judges it.
class Reader {
  readonly #page: Page;
  readonly #width: number;
  readonly #said = new Set<string>();
  readonly #foreign: [RegExp, string][];
  readonly tag: keyof typeof COURSES;

  constructor(page: Page, tag: keyof typeof COURSES, width: number) {
    this.#page = page;
    this.#width = width;
    this.tag = tag;
    const own = new Set(entries(this.texts).map(([, text]) => text));
    this.#foreign = entries(english)
      .filter(([, text]) => /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, "")) && !own.has(text))
      .map(([key, text]) => [pattern(text, "exactly"), key]);
  }

  get texts(): Texts {
    return COURSES[this.tag].texts;
  }

  async look(where: string): Promise<void> {
    const shots = process.env["SHOTS"];
    if (shots) await this.#page.screenshot({ path: join(shots, `${this.tag}-${this.#width}-${where}.png`), fullPage: true });
    const texts = await this.#page.evaluate(allTexts);
    assert.ok(texts.length > 20, `${where}: so few texts can't be all`);
    for (const text of texts) {
      this.#said.add(text);
      const key = this.#foreign.find(([english]) => english.test(text))?.[1];
      assert.equal(key, undefined, `${where}: ${JSON.stringify(text)} is ${key} in English`);
      // Two words in a row, in letters that Arabic has not.
      if (this.tag === "ar") assert.doesNotMatch(text, /[A-Za-z]{2,} [a-z]{2,}/, `${where}: not Arabic`);
    }
    assert.equal(await this.#page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${where}: it is wider than the window`);
    const code = await this.#page.evaluate(() =>
      [...document.querySelectorAll("await-go")].flatMap(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll(".cm-editor, pre, .screen")].map((code) => getComputedStyle(code).direction),
      ),
    );
    assert.ok(code.length > 0 && code.every((direction) => direction === "ltr"), `${where}: code runs from left to right`);
  }

  conclude(): void {
    const ours = entries(this.texts).filter(([, text]) => [...this.#said].some((said) => pattern(text, "exactly").test(said)));
    assert.ok(ours.length > 80, `only ${ours.length} of the language's texts were met`);
  }
}

/// Every text of the interface that is on the page, shown or read out, without the
/// isolates around values. Not the lesson's, nor the program's, nor Go's words.
function allTexts(): string[] {
  const NOT_OURS = "pre, code, samp, .cm-scroller, .screen pre, [lang=en], h1, article > p, legend, .option .text, .site-header .home, .ending .message, .contents a, .cm-tooltip, script, style";
  const found: (string | null)[] = [];
  const roots: ParentNode[] = [document.body];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const name of ["title", "aria-label", "placeholder", "label"]) found.push(element.getAttribute(name));
      if (element.closest(NOT_OURS)) continue;
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
    }
  }
  const bare = found.map((text) => text?.replace(/[\u2066-\u2069]/g, "").trim() ?? "");
  return [...new Set(bare.filter((text) => /\p{L}/u.test(text)))];
}

/** The texts of a message file, plural forms each for itself. */
function entries(language: object): [key: string, text: string][] {
  return Object.entries(language).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return key === "direction" || key === "name" ? [] : [[key, value] as [string, string]];
    return entries(value as object).map(([inner, text]) => [`${key}.${inner}`, text] as [string, string]);
  });
}

/** A text as it may be said, with any values in it, and isolates around them. */
function pattern(text: string, exactly?: "exactly"): RegExp {
  const isolates = "[\\u2066-\\u2069]*";
  const source = text
    .replace(/[\u2066-\u2069]/g, "")
    .split(/\{\w+\}/)
    .map((part) => [...part].map((char) => char.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join(isolates))
    .join(".+");
  return new RegExp(exactly ? `^${isolates}${source}${isolates}$` : source);
}
