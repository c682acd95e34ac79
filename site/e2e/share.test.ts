/// Links to programs: made, opened, broken.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { makeLink, type Shared } from "../web/share/link.ts";
import { bench, DIST, LESSON, LESSONS, main, outcome, output, program, replaceCode, run, setCode, site, status } from "./fixture.ts";

const here = site();

const ORIGINAL = readFileSync(join(LESSONS, "38-asyncio/example-1-greetings/main.go"), "utf8");
const SENT = main(`fmt.Println("sent by a friend")`, "fmt");
const NAME = "example-1-greetings";

/** The address of the lesson with a program in it. */
function link(shared: Partial<Shared> = {}): Promise<string> {
  return makeLink(here.server.origin + LESSON, { listing: NAME, code: SENT, clock: "virtual", pace: 1, seed: 1, step: null, ...shared });
}

function path(url: string): string {
  return url.slice(here.server.origin.length);
}

function codeOf(element: Locator): Promise<string> {
  return element.evaluate((element) => (element as AwaitGo).code);
}

/** Opens the link as someone does who follows it from elsewhere. */
async function follow(page: Page, url: string): Promise<Locator> {
  await page.goto("about:blank");
  await page.goto(url);
  return program(page, "#example-1");
}

/** A change by the learner, kept. */
async function edit(element: Locator, code: string): Promise<void> {
  await replaceCode(element, code);
  await element.page().waitForTimeout(400);
}

async function hasCode(element: Locator, text: string): Promise<void> {
  const handle = await element.elementHandle();
  await element.page().waitForFunction(([element, text]) => (element as AwaitGo).code.includes(text as string), [handle, text] as const);
}

test("Share copies a link that holds program, seed, pace and clock; following it brings them back, and runs nothing", async () => {
  const page = await here.visit(LESSON, { permissions: ["clipboard-read", "clipboard-write"] });
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  await edit(example, SENT);
  await run(example);
  await status(example, "Finished");
  await example.getByRole("button", { name: "Seed 1" }).click();
  await page.keyboard.type("77");
  await example.getByLabel("Pace").selectOption("4×");
  await example.getByRole("button", { name: "Share" }).click();
  await example.getByRole("button", { name: "Link copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /\/38-asyncio\/#run=1\.example-1-greetings\.[\w-]+$/);
  await page.context().close();

  here.server.requests.length = 0;
  const friend = await here.visit(path(copied));
  const received = program(friend, "#example-1");
  await received.getByText("This program came with the link, together with seed 77 and pace 4×.").waitFor();
  await received.locator(".cm-line", { hasText: "sent by a friend" }).waitFor();
  assert.ok((await received.boundingBox())!.y < 100, "it is in view");
  assert.equal(await received.getByRole("log").isVisible(), false, "it has not run");
  await run(received);
  await received.getByRole("button", { name: "Seed 77" }).waitFor();
  assert.equal(await received.getByLabel("Pace").inputValue(), "4");
  await status(received, "Finished");
  assert.equal(await output(received), "sent by a friend");
  assert.ok(here.server.requests.every((path) => !path.includes("run=")), "the server never sees it");
  await friend.context().close();
});

test("a link to a program as the page has it holds no code, and says nothing when followed", async () => {
  const page = await here.visit(LESSON, { permissions: ["clipboard-read", "clipboard-write"] });
  await program(page, "#example-2").getByRole("button", { name: "Share" }).click();
  await program(page, "#example-2").getByRole("button", { name: "Link copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.length < 160, copied);
  await follow(page, copied);
  await page.waitForFunction(() => scrollY > 500);
  assert.equal(await page.locator("await-go").getByRole("status").filter({ hasText: "link" }).count(), 0);
  await page.context().close();
});

test("following a link leaves the learner's own draft alone until they change what came", async () => {
  const page = await here.visit(LESSON);
  const mine = main(`fmt.Println("mine")`, "fmt");
  await program(page, "#example-1").scrollIntoViewIfNeeded();
  await edit(program(page, "#example-1"), mine);

  // Looked at, and left again: nothing has happened.
  let example = await follow(page, await link());
  await example.getByText("This program came with the link. Your own version is kept.").waitFor();
  await hasCode(example, "sent by a friend");
  await page.reload();
  await hasCode(example, "sent by a friend");
  await follow(page, here.server.origin + LESSON);
  await hasCode(example, "mine");

  // Sent away.
  example = await follow(page, await link());
  await example.getByRole("button", { name: "Show mine" }).click();
  await hasCode(example, "mine");
  assert.equal(new URL(page.url()).hash, "");
  await page.reload();
  await hasCode(example, "mine");

  // Changed: it is the learner's now, and what they had is put aside.
  example = await follow(page, await link());
  await hasCode(example, "sent by a friend");
  const changed = main(`fmt.Println("changed")`, "fmt");
  await edit(example, changed);
  await example.getByText("Your own version from before the link is kept.").waitFor();
  assert.equal(new URL(page.url()).hash, "");
  await page.reload();
  await hasCode(example, "changed");
  await example.getByRole("button", { name: "Bring it back" }).click();
  await hasCode(example, "mine");
  await page.reload();
  await hasCode(example, "mine");
  assert.equal((await codeOf(example)).trimEnd(), mine.trimEnd());
  assert.equal(await example.getByRole("button", { name: "Bring it back" }).count(), 0);
  await page.context().close();
});

test("Reset brings the page's program back, and the draft from before the link is still there", async () => {
  const page = await here.visit(LESSON);
  await program(page, "#example-1").scrollIntoViewIfNeeded();
  await edit(program(page, "#example-1"), main(`fmt.Println("mine")`, "fmt"));
  const example = await follow(page, await link());
  await hasCode(example, "sent by a friend");
  await example.getByRole("button", { name: "Reset" }).click();
  await hasCode(example, "main starts");
  assert.equal(await codeOf(example), ORIGINAL);
  await page.reload();
  await hasCode(example, "main starts");
  await example.getByRole("button", { name: "Bring it back" }).click();
  await hasCode(example, "mine");

  await follow(page, await link());
  await hasCode(example, "sent by a friend");
  await example.getByRole("button", { name: "Reset" }).click();
  await example.getByRole("button", { name: "Let it go" }).click();
  await page.reload();
  await hasCode(example, "main starts");
  assert.equal(await example.getByRole("button", { name: "Bring it back" }).count(), 0);
  await page.context().close();
});

test("a link that is followed on the page itself is taken in as well", async () => {
  const page = await here.visit(LESSON);
  const url = await link();
  await page.evaluate((hash) => (location.hash = hash), new URL(url).hash);
  await hasCode(program(page, "#example-1"), "sent by a friend");
  await page.context().close();
});

test("on a narrow screen the tab of the program comes to the front", async () => {
  const page = await here.visit(path(await link()), { viewport: { width: 360, height: 800 } });
  await hasCode(program(page, "#example-1"), "sent by a friend");
  assert.equal(await page.locator("#example-1 .pair").first().getByRole("tab", { name: "Go" }).getAttribute("aria-selected"), "true");
  await page.context().close();
});

for (const [about, broken, says] of [
  ["cut off", async () => (await link()).slice(0, -12), /could not be read: the link is incomplete or damaged\. This is the page’s own program/],
  ["for another page's listing", () => link({ listing: "nobody" }), /for a program that is not on this page/],
  ["without a name", async () => `${here.server.origin}${LESSON}#run=`, /incomplete or damaged/],
  ["far too long", async () => `${here.server.origin}${LESSON}#run=1.${NAME}.${"A".repeat(40_000)}`, /longer than this page reads/],
  ["of a later version", async () => `${here.server.origin}${LESSON}#run=2.${NAME}.AAAA`, /newer version/],
] as const) {
  test(`a link that is ${about} does no harm and says so`, async () => {
    const page = await here.visit("/index.html");
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const example = await follow(page, await broken());
    await example.getByText(says).waitFor();
    assert.equal(await codeOf(example), ORIGINAL);
    await run(example);
    await example.getByRole("log").getByText("main starts").waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test("what came with a link does not run by itself, not even in an element that does", async () => {
  const page = await here.visit("/index.html");
  await page.route("**/38-asyncio/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(`name="${NAME}"`, `name="${NAME}" autorun`) });
  });
  const example = await follow(page, await link());
  await hasCode(example, "sent by a friend");
  await page.waitForTimeout(500);
  assert.equal(await example.getByRole("log").isVisible(), false);
  await page.context().close();
});

test("a program that is too long for a link is refused, and told so", async () => {
  const element = await bench(here, "");
  const noise = Array.from({ length: 40_000 }, (_, i) => String.fromCharCode(33 + ((i * i * 7919) % 8999) % 90)).join("");
  let long = "// ";
  for (let i = 0; i < noise.length; i++) long += noise[(i * 31 + ((i * i) >> 5)) % noise.length];
  await setCode(element, "package main\n");
  await element.evaluate((element, code) => ((element as AwaitGo).code = code), long);
  await element.getByRole("button", { name: "Share" }).click();
  const alert = element.getByRole("alert");
  await alert.getByText(/This program is too long for a link: it would take \d+ kB, and links beyond 30 kB/).waitFor();
  await alert.getByRole("button", { name: "Close" }).click();
  assert.equal(await alert.isVisible(), false);
  await element.page().context().close();
});

test("without a clipboard the link is there to be copied by hand", async () => {
  const page = await here.visit("/index.html");
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(here.server.origin + LESSON);
  const example = program(page, "#example-1");
  await example.getByRole("button", { name: "Share" }).click();
  const field = example.getByRole("textbox", { name: "Link" });
  assert.match(await field.inputValue(), /#run=1\.example-1-greetings\./);
  assert.equal(await field.evaluate((field) => (field as HTMLInputElement).selectionEnd! > 50), true, "it is selected");
  await page.context().close();
});

test("what sharing needs is fetched when someone shares", async () => {
  const sharing = (path: string): boolean =>
    path.endsWith(".js") && readFileSync(join(DIST, path), "utf8").includes('CompressionStream("deflate-raw")');
  here.server.requests.length = 0;
  const element = await bench(here, SENT);
  await element.locator(".cm-editor").waitFor();
  await outcome(element);
  assert.deepEqual(here.server.requests.filter(sharing), []);
  await element.getByRole("button", { name: "Share" }).click();
  await element.getByText(/Link copied|The link to copy/).first().waitFor();
  assert.equal(here.server.requests.filter(sharing).length, 1);
  await element.page().context().close();
});
