/// The checker in the editor: what is wrong, what may be meant, and how it is laid out.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import { LESSON, program, replaceCode, run, site, status } from "./fixture.ts";

const here = site();

const HELLO = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hi")\n}\n';

async function editing(code: string): Promise<[page: Page, element: Locator]> {
  const page = await here.visit(LESSON);
  const element = program(page, "#example-1");
  await element.scrollIntoViewIfNeeded();
  await replaceCode(element, code);
  return [page, element];
}

function text(element: Locator): Promise<string> {
  return element.evaluate((host) => (host as HTMLElement & { code: string }).code);
}

/** Puts the cursor behind the last `before`, as by clicking there. */
async function cursorAfter(element: Locator, before: string): Promise<void> {
  const code = await text(element);
  const end = code.lastIndexOf(before) + before.length;
  await element.locator(".cm-content").press("Control+Home");
  const lines = code.slice(0, end).split("\n");
  for (let i = 1; i < lines.length; i++) await element.page().keyboard.press("ArrowDown");
  await element.page().keyboard.press("Home");
  await element.page().keyboard.press("Home");
  const indent = /^\s*/.exec(code.split("\n")[lines.length - 1]!)![0].length;
  // Home goes to the first word, then to the margin, then back.
  for (let i = 0; i < lines.at(-1)!.length - (indent > 0 ? 0 : 0); i++) await element.page().keyboard.press("ArrowRight");
}

test("a wrong program gets Go's own words, a hint, and a way there", async () => {
  const [page, element] = await editing(HELLO.replace("\tfmt", "\tcount := 1\n\tfmt"));
  const problems = element.getByRole("region", { name: "Problems" });
  await problems.getByText("declared and not used: count").waitFor();
  await problems.getByText("Go wants every variable read at least once").waitFor();
  await element.locator(".cm-lintRange-error", { hasText: "count" }).waitFor();
  await element.locator(".cm-lint-marker-error").waitFor();
  await problems.getByRole("status").filter({ hasText: "1 problem" }).waitFor();
  await problems.getByRole("button", { name: "declared and not used" }).click();
  await page.keyboard.type("n");
  assert.match(await text(element), /\tn := 1/, "the name is selected");
  await problems.getByText("declared and not used: n").waitFor();
  await page.context().close();
});

test("problems go when they are mended", async () => {
  const [page, element] = await editing(HELLO.replace('"hi"', "missing"));
  await element.getByText("undefined: missing").first().waitFor();
  await replaceCode(element, HELLO);
  await element.locator(".cm-lintRange-error").waitFor({ state: "detached" });
  await element.getByRole("status").filter({ hasText: "No problems" }).waitFor();
  await page.context().close();
});

test("what go vet warns about is shown and does not stop a run", async () => {
  const code = 'package main\n\nimport (\n\t"fmt"\n\t"sync"\n)\n\nfunc wait(wg sync.WaitGroup) { wg.Wait() }\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\twait(wg)\n\tfmt.Println("done")\n}\n';
  const [page, element] = await editing(code);
  await element.getByText("wait passes lock by value: sync.WaitGroup contains sync.noCopy").first().waitFor();
  await element.getByText("A copy of a lock is another lock").first().waitFor();
  await element.locator(".cm-lint-marker-warning").first().waitFor();
  await run(element);
  await status(element, /Finished/);
  await page.context().close();
});

test("completion knows the members of a package, their signatures and what they do", async () => {
  const [page, element] = await editing(HELLO.replace('fmt.Println("hi")', ""));
  await element.getByText("imported and not used").first().waitFor();
  await cursorAfter(element, "{\n\t");
  await page.keyboard.type("fmt.Printl");
  const option = element.locator(".cm-tooltip-autocomplete li", { hasText: "Println" }).first();
  await option.waitFor();
  assert.match(await option.innerText(), /\(a \.\.\.any\) \(n int, err error\)/);
  await element.getByText("Println formats using the default formats").waitFor();
  await page.keyboard.press("Enter");
  assert.match(await text(element), /\tfmt\.Println\n/);
  await page.context().close();
});

test("completing a name of a package that is not imported imports it", async () => {
  const [page, element] = await editing(HELLO);
  await cursorAfter(element, '("hi")');
  await page.keyboard.press("Enter");
  await page.keyboard.type("strings.ToUpp", { delay: 20 });
  await element.locator(".cm-tooltip-autocomplete li", { hasText: "ToUpper" }).first().waitFor();
  await page.keyboard.press("Enter");
  const code = await text(element);
  assert.match(code, /import "strings"/);
  assert.match(code, /\tstrings\.ToUpper\n/);
  await page.context().close();
});

test("a name says what it is under the pointer", async () => {
  const [page, element] = await editing(HELLO);
  await element.locator(".cm-line", { hasText: "Println" }).getByText("Println").hover();
  await element.locator(".description", { hasText: "func fmt.Println(a ...any) (n int, err error)" }).waitFor();
  await element.locator(".description", { hasText: "Println formats" }).waitFor();
  await page.context().close();
});

const TWICE = 'package main\n\nimport "fmt"\n\nfunc greet(name string) { fmt.Println("hi", name) }\n\nfunc main() {\n\tgreet("a")\n\tgreet("b")\n}\n';

test("F12 goes to where a name is declared", async () => {
  const [page, element] = await editing(TWICE);
  await cursorAfter(element, "\tgreet");
  await page.keyboard.press("F12");
  await page.waitForTimeout(500);
  await page.keyboard.type("hello");
  assert.match(await text(element), /^func hello\(name string\)/m);
  await page.context().close();
});

test("F2 renames a name everywhere, and says why it can't", async () => {
  const [page, element] = await editing(TWICE);
  await cursorAfter(element, "\tgreet");
  await page.keyboard.press("F2");
  const input = element.getByLabel("New name for greet");
  await input.fill("main");
  await input.press("Enter");
  await element.getByRole("alert").filter({ hasText: "the program would be wrong" }).waitFor();
  await input.fill("hello");
  await input.press("Enter");
  await input.waitFor({ state: "detached" });
  assert.equal(await text(element), TWICE.replaceAll("greet", "hello"));
  await page.keyboard.press("Control+z");
  assert.equal(await text(element), TWICE);
  await page.context().close();
});

test("Format lays the program out, puts its imports right and keeps the cursor", async () => {
  const messy = 'package main\nimport "os"\nfunc main( ) {\n    x:=strings.ToUpper( "a" )\n  fmt.Println(x)\n}\n';
  const [page, element] = await editing(messy);
  await cursorAfter(element, "Println(x");
  await element.getByRole("button", { name: "Format" }).click();
  const want = 'package main\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nfunc main() {\n\tx := strings.ToUpper("a")\n\tfmt.Println(x)\n}\n';
  await page.waitForFunction(([host, code]) => (host as { code?: string } | null)?.code === code, [await element.elementHandle(), want] as const);
  await element.locator(".cm-content").focus();
  await page.keyboard.type(", 1");
  assert.match(await text(element), /fmt\.Println\(x, 1\)/);
  await replaceCode(element, messy);
  await page.keyboard.press("Shift+Alt+KeyF");
  await page.waitForFunction(([host, code]) => (host as { code?: string } | null)?.code === code, [await element.elementHandle(), want] as const);
  await page.context().close();
});

test("a program that can't be read stays as it is, and Format says where", async () => {
  const broken = "package main\n\nfunc main() {\n\tx := \n}\n";
  const [page, element] = await editing(broken);
  await element.getByRole("button", { name: "Format" }).click();
  await element.getByRole("status").filter({ hasText: /Line \d can’t|Line \d can't be read as Go yet/ }).waitFor();
  assert.equal(await text(element), broken);
  await page.context().close();
});

test("typing in a program of 500 lines leaves the page free", async () => {
  const block = "func f%() {\n\tvar wg sync.WaitGroup\n\tfor i := range 3 {\n\t\twg.Go(func() {\n\t\t\tfmt.Println(i, %)\n\t\t})\n\t}\n\twg.Wait()\n}\n\n";
  const blocks = Array.from({ length: 50 }, (_, i) => block.replaceAll("%", String(i))).join("");
  const [page, element] = await editing(`package main\n\nimport (\n\t"fmt"\n\t"sync"\n)\n\n${blocks}func main() {\n\tf1()\n}\n`);
  await cursorAfter(element, "f1()");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  for (const line of ["total := 0", "for i := range 10 {", "total += i", "}", "fmt.Println(total)"]) {
    await page.keyboard.type(line, { delay: 40 });
    await page.keyboard.press("Enter");
    await page.waitForTimeout(400);
  }
  await page.waitForTimeout(1000);
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  console.log("long tasks, in ms:", tasks);
  assert.ok(Math.max(0, ...tasks) <= 50, `long tasks of ${tasks} ms`);
  await page.context().close();
});

test("a program of 60 lines is checked in a blink", async () => {
  const page = await here.visit(LESSON);
  const times = await page.evaluate(async () => {
    const manifest = (await (await fetch("../engine/manifest.json")).json()) as { checker: { wasm: string } };
    const module = await WebAssembly.compileStreaming(fetch(`../engine/${manifest.checker.wasm}`));
    const worker = new Worker("../assets/checker-worker.js");
    const lines = Array.from({ length: 12 }, (_, i) => `\twg.Go(func() {\n\t\ttime.Sleep(${i} * time.Second)\n\t\tresults <- fmt.Sprintf("%d", ${i})\n\t})\n`);
    const source = `package main\n\nimport (\n\t"fmt"\n\t"sync"\n\t"time"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tresults := make(chan string)\n${lines.join("")}\twg.Wait()\n}\n`;
    const ask = (id: number, kind: string, more: object = {}): Promise<number> => {
      const start = performance.now();
      return new Promise((resolve) => {
        worker.onmessage = () => resolve(performance.now() - start);
        const files = { "main.go": source + "\n".repeat(id % 7) };
        worker.postMessage({ kind: "ask", line: JSON.stringify({ id, kind, files, ...more }) });
      });
    };
    const start = performance.now();
    worker.postMessage({ kind: "load", module });
    const first = (await ask(0, "check"), performance.now() - start);
    const checks: number[] = [];
    for (let i = 1; i <= 60; i++) checks.push(await ask(i, "check"));
    const completions: number[] = [];
    for (let i = 1; i <= 20; i++) completions.push(await ask(i, "complete", { file: "main.go", at: source.indexOf("wg.Wait") + 3 }));
    const sorted = (list: number[]) => list.sort((a, b) => a - b);
    worker.terminate();
    return { first, check: sorted(checks.slice(20))[20]!, worst: sorted(checks.slice(20)).at(-1)!, complete: sorted(completions)[10]! };
  });
  console.log("start and first check, a check, the slowest, a completion, in ms:", times);
  assert.ok(times.check <= 25, `a check takes ${times.check} ms`);
  await page.context().close();
});
