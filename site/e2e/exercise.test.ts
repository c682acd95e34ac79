/// An exercise: checked by running it, and kept once it is solved.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { LESSON, LESSONS, main, setCode, site } from "./fixture.ts";

const here = site();
const FOLDER = join(LESSONS, "38-asyncio/exercise-1-together");
const SOLUTION = readFileSync(join(FOLDER, "main.go"), "utf8");

/** Prints one of two words, as the seed has it. */
const CHANCE = main(
  `	one, other := make(chan string, 1), make(chan string, 1)
	one <- "a"
	other <- "b"
	select {
	case word := <-one:
		fmt.Println(word)
	case word := <-other:
		fmt.Println(word)
	}`,
  "fmt",
);

async function exercise(path = LESSON): Promise<Page> {
  const page = await here.visit(path);
  await page.locator("#exercise-1").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Check your solution" }).waitFor();
  return page;
}

async function check(page: Page, code: string): Promise<string> {
  await setCode(page.locator("#exercise-1 await-go"), code);
  return press(page);
}

/** Presses the button, and waits for what comes of it. */
async function press(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Check your solution" }).click();
  const said = page.locator("#exercise-1 .feedback").filter({ hasText: /^(Solved|Not yet|It could)/ });
  // The first check fetches the engine and the checker.
  await said.waitFor({ timeout: 90_000 });
  const text = await said.innerText();
  // The next check says the same, perhaps, and must not be taken for this one.
  await page.locator("#exercise-1 .feedback").evaluate((feedback) => feedback.replaceChildren());
  return text;
}

test("what it begins with is not the solution, and what is wrong is said by line", async () => {
  const page = await exercise();
  assert.equal(await press(page), "Not yet. Line 4 reads “after 6s”, and should read “after 3s”.");
  assert.match(await check(page, main("\tundefined()")), /^Not yet\. It ends like this: main\.go:7:2: undefined: undefined/);
  assert.match(await check(page, main('\tfmt.Println("bread")\n\tselect {}', "fmt")), /^Not yet\. It ends like this: fatal error: all goroutines are asleep - deadlock!/);
  assert.match(await check(page, main('\tfmt.Println("bread")', "fmt")), /^Not yet\. It ends too early: “milk” is missing\./);
  await page.context().close();
});

test("a solution is right with every seed, is announced, and stays solved", async () => {
  const page = await exercise();
  await page.evaluate(() => {
    document.addEventListener("pass", ({ target }) => ((window as unknown as { passed: string }).passed = (target as Element).getAttribute("name")!));
  });
  assert.equal(await check(page, SOLUTION), "Solved.");
  assert.equal(await page.evaluate(() => (window as unknown as { passed: string }).passed), "exercise-1-together");
  await page.reload();
  await page.locator("#exercise-1").scrollIntoViewIfNeeded();
  await page.locator("#exercise-1 .feedback", { hasText: "Solved before." }).waitFor();
  await page.context().close();
});

test("a program that is right by chance is not right", async () => {
  const page = await exercise();
  const picks: string[] = [];
  for (const seed of [1, 2, 3]) {
    await page.locator("#exercise-1 await-go").evaluate((element, seed) => element.setAttribute("seed", String(seed)), seed);
    await setCode(page.locator("#exercise-1 await-go"), CHANCE);
    picks.push(
      await page.locator("#exercise-1 await-go").evaluate(async (element) => {
        let text = "";
        element.addEventListener("output", (event) => (text += (event as CustomEvent<{ text: string }>).detail.text));
        await (element as AwaitGo).run();
        return text.trim();
      }),
    );
  }
  assert.ok(new Set(picks).size > 1, `every seed picks ${picks[0]}: choose a program that differs`);
  await page.locator("#exercise-1 .expected samp").evaluate((samp, want) => (samp.textContent = want), `${picks[0]}\n`);
  const said = await check(page, CHANCE);
  const seed = 1 + picks.findIndex((pick) => pick !== picks[0]);
  assert.equal(said, `Not yet. Line 1 reads “${picks[seed - 1]}”, and should read “${picks[0]}”. That was with seed ${seed}.`);
  await page.context().close();
});

test("without JavaScript it can be read, hints and solution folded up", async () => {
  const page = await here.visit(LESSON, { javaScriptEnabled: false });
  const section = page.locator("#exercise-1");
  await section.getByText("Hint", { exact: true }).click();
  await section.getByText("Each deliver gets a goroutine").waitFor();
  assert.equal(await section.locator(".solution .listing").isVisible(), false);
  await section.getByText("A solution").click();
  assert.equal(await section.locator(".solution .listing").isVisible(), true);
  await page.context().close();
});
