/// The timeline in a real browser: the component by itself, with simulated logs, and as
/// a learner meets it, with the engine's.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Download, Locator, Page } from "playwright-core";

import type { LogEvent } from "../web/timeline/log.ts";
import { violations } from "./axe.ts";
import { launchChromium } from "./browser.ts";
import { DIST, LESSON, place, program, run, site, status } from "./fixture.ts";
import { show, timelinePage } from "./timeline.ts";
import { openBench } from "./try.ts";
import type { ShowOptions } from "./testdata/timeline/page.ts";

let browser: Browser;
before(async () => void (browser = await launchChromium()));
after(() => browser?.close());

/** A page with the timeline of a simulated program. */
async function opened(options: ShowOptions, context: BrowserContextOptions = {}): Promise<Page> {
  const page = await timelinePage(browser, context);
  page.on("pageerror", (error) => assert.fail(error));
  await show(page, options);
  return page;
}

const sentence = (page: Page): Promise<string> => page.locator(".sentence").innerText();
const position = (page: Page): Promise<string> => page.locator(".position").innerText();
const picture = (page: Page): Locator => page.getByRole("application", { name: "Picture of the run" });
const shapes = async (page: Page): Promise<number> => {
  // The picture is drawn in the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return Number(await page.locator(".picture").getAttribute("data-shapes"));
};
const lastPlace = (page: Page) => page.evaluate(() => shown.places.at(-1));

test("it opens at the end, and steps back and forth by buttons and slider, with a sentence for each step", async () => {
  const page = await opened({ program: "fan" });
  assert.match(await position(page), /^Step 85 of 85 · 560 ms$/);
  assert.equal(await sentence(page), "The program has ended.");
  await page.getByRole("button", { name: "Step back" }).click();
  assert.equal(await sentence(page), "main returns, and with it the program ends.");
  await page.getByRole("button", { name: "To the start" }).click();
  assert.equal(await sentence(page), "Before the first step.");
  const back = page.getByRole("button", { name: "Step back" });
  assert.equal(await back.getAttribute("aria-disabled"), "true");
  await back.click({ force: true });
  assert.match(await position(page), /^Step 0 of 85/);
  await page.getByRole("button", { name: "Next step" }).click();
  assert.equal(await sentence(page), "The program starts with main.");
  const slider = page.getByRole("slider");
  await slider.fill("30");
  assert.equal(await sentence(page), 'main goes on: worker 1 has handed it "job 1 done".');
  assert.equal(await slider.getAttribute("aria-valuetext"), '30: main goes on: worker 1 has handed it "job 1 done".');
  await page.context().close();
});

test("each step shows the goroutines, channels and locks, and the output up to there", async () => {
  const page = await opened({ program: "contention" });
  const state = async (step: number) => {
    await page.getByRole("slider").fill(String(step));
    return page.locator(".panel").innerText();
  };
  const steps = await page.evaluate(() => shown.log.events.map(({ kind, g }) => `${kind} ${g}`));
  assert.match(await state(steps.indexOf("lock 2") + 1), /deposit 1\s+Runs, line 20[^]*mu\s+held by deposit 1[^]*wg\s+counter 4[^]*Nothing yet/);
  assert.match(await state(steps.indexOf("block 3") + 1), /deposit 2\s+waits: mu\.Lock, line 20/);
  assert.match(await state(steps.length), /mu\s+free[^]*wg\s+counter 0[^]*balance 800/);
  await page.context().close();
});

test("by keyboard alone: steps, lanes, zoom, folding, playing, and the line", async () => {
  const page = await opened({ program: "pool", args: [30, 20] });
  await page.keyboard.press("Tab");
  for (let i = 0; i < 10 && !(await picture(page).evaluate((element) => element.matches(":focus"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  assert.match(await position(page), /^Step 0 /);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.match(await position(page), /^Step 2 /);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await sentence(page), "The program starts with main.");
  await page.keyboard.press("End");
  assert.equal(await sentence(page), "The program has ended.");
  await page.keyboard.press("Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.deepEqual(await lastPlace(page), { line: 18, go: true });

  const folded = await page.evaluate(() => document.querySelector(".host")!.shadowRoot!.querySelector<HTMLElement>(".sizer")!.offsetHeight);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("f");
  const unfolded = await page.evaluate(() => document.querySelector(".host")!.shadowRoot!.querySelector<HTMLElement>(".sizer")!.offsetHeight);
  assert.ok(unfolded > folded + 29 * 30 - 60, `${folded} px, then ${unfolded}`);
  await page.keyboard.press("f");

  const before = await shapes(page);
  for (let i = 0; i < 6; i++) await page.keyboard.press("+");
  assert.notEqual(await shapes(page), before);
  await page.keyboard.press("0");
  assert.equal(await shapes(page), before);

  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.locator(".position").filter({ hasText: /^Step ([5-9]|\d\d+) / }).waitFor();
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.context().close();
});

test("playing goes through to the end, and then begins anew", async () => {
  const page = await opened({ program: "lockOrder" });
  await page.getByRole("slider").fill("16");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.locator(".position").filter({ hasText: /^Step 18 of 18/ }).waitFor();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.locator(".position").filter({ hasText: /^Step [12] / }).waitFor();
  await page.context().close();
});

/** Where in the picture an event is: of its first section, with everything in view. */
async function spotOf(page: Page, kind: string, g: number): Promise<{ x: number; y: number }> {
  const canvas = page.locator(".picture canvas");
  const box = (await canvas.boundingBox())!;
  const found = await page.evaluate(({ kind, g }) => shown.timeline.placeOf(shown.log.events.findIndex((event) => event.kind === kind && event.g === g)), { kind, g });
  return { x: box.x + found.x, y: box.y + found.y };
}

test("hovering tells an event in words, and a click goes to it and to its line", async () => {
  const page = await opened({ program: "fan" });
  const { x, y } = await spotOf(page, "block", 6);
  await page.mouse.move(x, y);
  assert.equal(await page.locator(".tip").innerText(), "func:32 waits at wg, line 33 for its counter to come to 0: it stands at 3.");
  await page.mouse.click(x, y);
  assert.equal(await sentence(page), "func:32 waits at wg, line 33 for its counter to come to 0: it stands at 3.");
  assert.deepEqual(await lastPlace(page), { line: 33, go: true });
  // In the middle of a long wait, it is that wait.
  await page.mouse.move(x + 200, y);
  assert.match(await page.locator(".tip").innerText(), /^func:32 waits at wg/);
  await page.mouse.move(5, 5);
  assert.equal(await page.locator(".tip").isVisible(), false);
  // The sentence's own line can be pressed too.
  await page.getByRole("button", { name: "line 33" }).click();
  assert.deepEqual(await lastPlace(page), { line: 33, go: true });
  await page.context().close();
});

test("a drag pans, the wheel with Ctrl zooms, the ruler jumps, two fingers pinch", async () => {
  const page = await opened({ program: "pipeline" }, { hasTouch: true });
  const canvas = page.locator(".picture canvas");
  const box = (await canvas.boundingBox())!;
  const view = () => page.evaluate(() => ({ from: shown.timeline.view.from, scale: shown.timeline.view.scale }));
  const fit = await view();
  await page.mouse.move(box.x + 400, box.y + 60);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await page.waitForFunction((scale) => shown.timeline.view.scale > scale * 1.5, fit.scale);
  const zoomed = await view();
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 60, { steps: 4 });
  await page.mouse.up();
  const panned = await view();
  assert.ok(panned.from > zoomed.from, "the picture follows the pointer to the left");
  assert.equal(panned.scale, zoomed.scale);
  assert.match(await position(page), /^Step 49 of 49/, "a drag is no click");
  await page.getByRole("button", { name: "Show all" }).click();
  assert.deepEqual(await view(), fit);

  await page.mouse.click(box.x + 400, box.y + 10);
  assert.doesNotMatch(await position(page), /^Step 49 of 49/);

  // Without Ctrl, the wheel is the page's.
  await page.mouse.wheel(0, 50);
  assert.equal((await view()).scale, fit.scale);

  const fingers = await page.context().newCDPSession(page);
  const touch = (type: string, ...xs: number[]) => fingers.send("Input.dispatchTouchEvent", { type: type as "touchStart", touchPoints: xs.map((x, id) => ({ x: box.x + x, y: box.y + 60, id })) });
  await touch("touchStart", 350, 450);
  await touch("touchMove", 300, 500);
  await touch("touchMove", 250, 550);
  await touch("touchEnd");
  await page.waitForFunction((scale) => shown.timeline.view.scale > scale * 1.5, fit.scale);
  await page.context().close();
});

test("the table tells the same, a page at a time, and leads to a step", async () => {
  const page = await opened({ program: "pool", args: [20, 40] });
  await page.getByRole("slider").fill("3");
  await page.getByText("All events as a table").click();
  const rows = page.locator("tbody tr");
  assert.equal(await rows.count(), 50);
  assert.match(await rows.nth(2).innerText(), /^3\s+0 s\s+main\s+main makes the channel results, line 19, with room for 20 values\.\s+19$/);
  assert.equal(await page.locator("tr[aria-current]").innerText(), await rows.nth(2).innerText());
  await page.getByRole("button", { name: "Later" }).click();
  const all = await page.evaluate(() => shown.log.events.length);
  assert.equal(await page.locator(".pages").getByRole("status").innerText(), `Steps 51 to 100 of ${all}`);
  await page.getByRole("button", { name: "77", exact: true }).click();
  assert.match(await position(page), /^Step 77 /);
  assert.match(await page.locator("tr[aria-current]").innerText(), /^77\s/);
  await page.context().close();
});

test("while the run goes on the end stays in view, unless someone looks elsewhere", async () => {
  const page = await opened({ program: "fan", events: 10 });
  assert.match(await position(page), /^Step 10 of 10/);
  await page.evaluate(() => shown.grow(20));
  await page.locator(".position").filter({ hasText: "Step 30 of 30" }).waitFor();
  await page.getByRole("button", { name: "Step back" }).click();
  await page.evaluate(() => shown.grow(100));
  await page.locator(".position").filter({ hasText: "Step 29 of 85" }).waitFor();
  await page.context().close();
});

test("a position that the run has not reached yet is waited for", async () => {
  const page = await opened({ program: "fan", events: 10 });
  await page.evaluate(() => void (shown.timeline.position = 40));
  await page.evaluate(() => shown.grow(20));
  await page.locator(".position").filter({ hasText: "of 30" }).waitFor();
  await page.evaluate(() => shown.grow(55));
  await page.locator(".position").filter({ hasText: "Step 40 of 85" }).waitFor();
  assert.equal(await page.evaluate(() => shown.timeline.position), 40);
  await page.context().close();
});

async function saved(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator(".menu summary").click();
  const [download] = await Promise.all([page.waitForEvent("download") as Promise<Download>, page.getByRole("button", { name: item }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

test("the picture is saved as SVG that is well-formed and as a PNG that can be seen, the log as JSON Lines", async () => {
  const page = await opened({ program: "fan" });
  const svg = await saved(page, "Picture (SVG)");
  assert.equal(svg.name, "timeline.svg");
  const parsed = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return { name: root.localName, texts: [...root.querySelectorAll("text")].map((text) => text.textContent), width: Number(root.getAttribute("width")), shapes: root.querySelectorAll("rect, path").length, refs: /(url\((?!#)|href=|var\(|light-dark)/.test(text) };
  }, svg.bytes.toString());
  assert.equal(parsed.name, "svg");
  assert.ok(parsed.texts.includes("worker 3") && parsed.texts.includes("waits"), parsed.texts.join());
  assert.ok(parsed.shapes > 100 && parsed.width > 600);
  assert.equal(parsed.refs, false, "it needs nothing from elsewhere");

  const png = await saved(page, "Picture (PNG)");
  assert.equal(png.name, "timeline.png");
  const image = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, colours: new Set(new Uint32Array(data.buffer)).size };
  }, png.bytes.toString("base64"));
  assert.equal(image.width, 2 * parsed.width);
  assert.ok(image.colours > 20, `${image.colours} colours`);

  const log = await saved(page, "Events (JSON Lines)");
  assert.equal(log.name, "timeline.jsonl");
  const [header, ...events] = log.bytes.toString().trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(header.log, "awaitgo");
  assert.deepEqual(events, await page.evaluate(() => shown.log.events));
  await page.context().close();
});

for (const [colorScheme, width] of [["light", 1200], ["dark", 1200], ["light", 360], ["dark", 360]] as const) {
  test(`axe finds nothing, and nothing overflows: ${colorScheme}, ${width} px`, async () => {
    for (const program of ["fan", "lockOrder"] as const) {
      const page = await opened({ program }, { colorScheme, viewport: { width, height: 900 } });
      await page.getByText("All events as a table").click();
      await page.getByRole("slider").fill("9");
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "the page scrolls sideways");
      await page.context().close();
    }
  });
}

/** How many colours the picture has. */
function colours(page: Page): Promise<number> {
  return page.locator(".picture canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

const paper = (page: Page): Promise<number> =>
  page.locator(".picture canvas").evaluate((canvas: HTMLCanvasElement) => canvas.getContext("2d")!.getImageData(2, canvas.height - 4, 1, 1).data[0]!);

test("the picture follows the theme as it changes, and the system's own colours", async () => {
  const page = await opened({ program: "fan" }, { colorScheme: "light" });
  assert.ok((await paper(page)) > 200);
  await page.emulateMedia({ colorScheme: "dark" });
  await shapes(page);
  assert.ok((await paper(page)) < 60);
  await page.emulateMedia({ colorScheme: "light" });
  await shapes(page);
  // The element's own theme, without the system's.
  await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
  await page.waitForFunction(() => {
    const canvas = document.querySelector(".host")!.shadowRoot!.querySelector<HTMLCanvasElement>(".picture canvas")!;
    return canvas.getContext("2d")!.getImageData(2, canvas.height - 4, 1, 1).data[0]! < 60;
  });
  await page.emulateMedia({ forcedColors: "active" });
  await shapes(page);
  assert.ok((await colours(page)) > 2, "it is not blank");
  await page.context().close();
});

test("with 10,000 goroutines and 100,000 events a frame is a bounded number of shapes, wherever one looks", async () => {
  const page = await opened({ program: "crowd", args: [10_000, 3] }, { viewport: { width: 1200, height: 900 } });
  assert.ok((await page.evaluate(() => shown.log.events.length)) > 100_000);
  const look = async (what: string) => {
    for (let i = 0; i < 8; i++) {
      const count = await shapes(page);
      assert.ok(count > 5 && count <= 4000, `${what}, zoomed ${i} times: ${count} shapes`);
      await page.keyboard.press("+");
      await page.keyboard.press("+");
    }
    await page.keyboard.press("0");
  };
  await picture(page).focus();
  await look("folded");
  await page.getByRole("slider").fill("60000");
  assert.match(await position(page), /^Step 60000 of /);
  assert.match(await page.locator(".panel").innerText(), /10000 × worker/);
  await page.keyboard.press("Escape");
  await picture(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("f");
  await look("unfolded");
  await picture(page).evaluate((element) => void (element.scrollTop = 200_000));
  await look("far down");
  // The state of 10,000 is told in a few rows.
  assert.ok((await page.locator(".standing li").count()) < 100);
  await page.context().close();
});

test("a second log is drawn in the same picture, and told in words", async () => {
  const page = await opened({ program: "fan", beside: "contention" });
  const box = (await page.locator(".picture canvas").boundingBox())!;
  await page.mouse.move(box.x + 300, box.y + box.height - 20);
  assert.match(await page.locator(".tip").innerText(), /deposit 4/);
  assert.ok(box.height > 300);
  await page.context().close();
});

test("a deadlock is explained, with its circle, and each line leads there", async () => {
  const page = await opened({ program: "lockOrder" });
  const why = page.locator(".why");
  assert.match(await why.innerText(), /Why nobody can go on[^]*transfer 2 has held it since line 20, and waits too\.[^]*They wait in a circle[^]*transfer 1[^]*waits for b\.mu, line 22[^]*transfer 2[^]*waits for a\.mu, line 22[^]*same order everywhere/);
  await why.getByRole("button", { name: "line 15" }).click();
  assert.deepEqual(await lastPlace(page), { line: 15, go: true });
  await page.context().close();
});

const here = site();
const LOG = readFileSync(join(import.meta.dirname, "../web/timeline/testdata/fan_in.jsonl"), "utf8").trimEnd().split("\n").slice(1).map((line) => JSON.parse(line) as LogEvent);
const PROGRAM = Array.from({ length: 40 }, (_, i) => `// line ${i + 1}`).join("\n") + "\n";

/// In place of the page's part of the engine: every run tells what LOG does, in two
/// parts, and keeps its request.
const STAND_IN = `
globalThis.requests = [];
globalThis.goOn = () => {};
const outcome = { kind: "ok", engine: "instant", exitCode: 0, text: "", reason: "", diagnostics: [], virtualMs: 300, wallMs: 1, firstOutputMs: 1 };
export function sharedEngine() {
  return {
    warm() {},
    dispose() {},
    run(request) {
      requests.push(request);
      const log = request.log ? ${JSON.stringify(LOG)} : [];
      async function* events() {
        yield { kind: "start", engine: "instant" };
        if (log.length > 0) yield { kind: "log", events: log.slice(0, 20) };
        if (globalThis.halt) await new Promise((resolve) => (globalThis.goOn = resolve));
        if (log.length > 0) yield { kind: "log", events: log.slice(20) };
      }
      const nothing = () => {};
      return { events: events(), done: Promise.resolve(outcome), stop: nothing, setPace: nothing, pause: nothing, resume: nothing, skip: nothing, agree: nothing, input: nothing, closeInput: nothing };
    },
  };
}
export function sharedChecker() {
  return { ask: async () => ({}), dispose() {} };
}`;

/** Has the page's engine be the stand-in. */
async function standIn(page: Page): Promise<void> {
  const assets = join(DIST, "assets");
  const clients = readdirSync(assets).filter((name) => /^chunk-.*\.js$/.test(name) && /export\{[^}]*sharedEngine/.test(readFileSync(join(assets, name), "utf8")));
  assert.ok(clients.length > 0);
  for (const name of clients) await page.route(`**/assets/${name}`, (route) => route.fulfill({ contentType: "text/javascript", body: STAND_IN }));
}

async function benchWithLog(attributes: Record<string, string> = {}): Promise<Locator> {
  const page = await here.visit("/index.html");
  await standIn(page);
  await openBench(page, here.server.origin);
  return place(page, PROGRAM, { log: "", ...attributes });
}

test("a run can be looked at when it is over; until then nothing of the timeline is loaded", async () => {
  const element = await benchWithLog();
  const page = element.page();
  await element.locator(".cm-editor").waitFor();
  assert.equal(await element.getByRole("button", { name: "Timeline" }).isVisible(), false, "there is nothing to see yet");
  here.server.requests.length = 0;
  await run(element);
  await status(element, /Finished/);
  await element.getByText("4 goroutines, at most 4 at once. 500 ms of waiting in 300 ms: 1.7 times faster than one after the other.").waitFor();
  const holds = (word: string) => here.server.requests.some((path) => path.endsWith(".js") && readFileSync(join(DIST, path), "utf8").includes(word));
  assert.equal(holds("timeline.svg"), false);

  const button = element.getByRole("button", { name: "Timeline" });
  await button.click();
  await element.locator(".position").filter({ hasText: `Step ${LOG.length} of ${LOG.length} · 300 ms` }).waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  assert.equal(holds("timeline.svg"), true);

  // The line of the step is set apart in the editor; a click on it goes there.
  await element.getByRole("slider").fill("13");
  assert.match(await element.locator(".sentence").innerText(), /^source 1 sends "a0" on merged, line 13, to main/);
  await element.locator(".ag-marked-line").filter({ hasText: /^\/\/ line 13$/ }).waitFor();
  await element.getByRole("button", { name: "Next step" }).click();
  await element.getByRole("button", { name: "Next step" }).click();
  await element.locator(".ag-marked-line").filter({ hasText: /^\/\/ line 12$/ }).waitFor();
  assert.equal(await element.locator(".ag-marked-line").count(), 1);
  await button.click();
  await element.locator(".ag-marked-line").waitFor({ state: "detached" });
  assert.equal(await element.getByRole("slider").isVisible(), false);
  await page.context().close();
});

test("while a run goes on, its timeline grows", async () => {
  const element = await benchWithLog();
  const page = element.page();
  await page.evaluate(() => Object.assign(globalThis, { halt: true }));
  await run(element);
  await element.getByRole("button", { name: "Timeline" }).click();
  await element.locator(".position").filter({ hasText: "Step 20 of 20" }).waitFor();
  await page.evaluate(() => (globalThis as never as { goOn(): void }).goOn());
  await element.locator(".position").filter({ hasText: `Step ${LOG.length} of ${LOG.length}` }).waitFor();
  await page.context().close();
});

test("hide=timeline leaves it out, and asks for no record", async () => {
  const element = await benchWithLog({ hide: "timeline" });
  await run(element);
  await status(element, /Finished/);
  assert.equal(await element.getByRole("button", { name: "Timeline" }).isVisible(), false);
  const logs = await element.page().evaluate(() => (globalThis as never as { requests: { log?: boolean }[] }).requests.map(({ log }) => log));
  assert.deepEqual(logs, [undefined]);
  await element.page().context().close();
});

test("a link holds the step that is looked at, and whoever follows it and runs the program is there", async () => {
  const page = await here.visit(LESSON, { permissions: ["clipboard-read", "clipboard-write"] });
  await standIn(page);
  await page.reload();
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  await example.evaluate((element) => element.setAttribute("log", ""));
  await run(example);
  await example.getByRole("button", { name: "Timeline" }).click();
  await example.getByRole("slider").fill("14");
  await example.getByRole("button", { name: "Share" }).click();
  await example.getByRole("button", { name: "Link copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.context().close();

  const friend = await here.visit("/index.html");
  await standIn(friend);
  await friend.goto(copied);
  const received = program(friend, "#example-1");
  await received.getByText("The link asks for step 14 of the timeline.").waitFor();
  await received.evaluate((element) => element.setAttribute("log", ""));
  await run(received);
  await received.locator(".position").filter({ hasText: `Step 14 of ${LOG.length}` }).waitFor();
  assert.match(await received.locator(".sentence").innerText(), /^main goes on: source 1 has handed it "a0"\.$/);
  await friend.context().close();
});
