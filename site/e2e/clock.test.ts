/// The controls of time and chance: pace, pause, clock, seed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Locator } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { DIST, main, outcome, output, place, run, setCode, site, staged, status } from "./fixture.ts";
import { openBench } from "./try.ts";

const here = site();

const NOTHING = main("");

function sleep(duration: string): string {
  return main(`time.Sleep(${duration})`, "time");
}

/** An element that has run before: what is measured is not the engine's start. */
async function warm(code: string, attributes: Record<string, string> = {}): Promise<Locator> {
  const element = await staged(here, NOTHING, attributes);
  await outcome(element);
  await setCode(element, code);
  return element;
}

// How much longer a run takes than its waits, a busy machine decides; it is no day.
const MOST_MS = 20_000;

for (const [pace, duration, least] of [
  ["0.25", "200*time.Millisecond", 790],
  ["1", "time.Second", 990],
  ["16", "4*time.Second", 245],
  ["instant", "24*time.Hour", 0],
] as const) {
  test(`at pace ${pace}, ${duration} take ${least} ms to watch`, async (t) => {
    const element = await warm(sleep(duration), { pace });
    const end = await outcome(element);
    t.diagnostic(`${end?.wallMs.toFixed(0)} ms`);
    assert.equal(end?.kind, "ok");
    assert.ok(end.wallMs >= least && end.wallMs < MOST_MS, `${end.wallMs} ms`);
    });
}

/** Chooses a pace and measures, in the page, how long the run goes on. */
function endAfterChoosing(element: Locator, pace: string): Promise<number> {
  return element.evaluate(async (element, pace) => {
    const select = element.shadowRoot!.querySelector("select")!;
    const done = new Promise<number>((resolve) => element.addEventListener("done", () => resolve(performance.now()), { once: true }));
    const start = performance.now();
    select.value = pace;
    select.dispatchEvent(new Event("change"));
    return (await done) - start;
  }, pace);
}

test("changing the pace from 0.25 to instant while the program runs ends the wait at once", async (t) => {
  const element = await warm(sleep("time.Minute"), { pace: "0.25" });
  await run(element);
  await element.getByText("of 1 min 0 s").waitFor();
  const ms = await endAfterChoosing(element, "instant");
  t.diagnostic(`${ms.toFixed(0)} ms`);
  assert.ok(ms < 500, `${ms} ms`);
  await status(element, "Finished · 1 min 0 s");
});

test("changing the pace from 1 to 16 while the program waits keeps what has passed", async (t) => {
  const element = await warm(sleep("8*time.Second"));
  await run(element);
  await element.getByText("of 8.0 s").waitFor();
  const ms = await endAfterChoosing(element, "16");
  t.diagnostic(`${ms.toFixed(0)} ms`);
  assert.ok(ms < 1500, `${ms} ms`);
  await status(element, "Finished · 8.0 s");
});

test("a pace that is chosen while the engine loads counts", async () => {
  const page = await here.visit("/index.html");
  await openBench(page, here.server.origin);
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    here.server.fault = (path, response) => {
      if (!path.endsWith("/manifest.json")) return false;
      answer = () => response.writeHead(200, { "content-type": "application/json" }).end(readFileSync(join(DIST, path)));
      resolve();
      return true;
    };
  });
  const element = await place(page, sleep("time.Hour"));
  await run(element);
  await held;
  here.server.fault = () => false;
  await element.getByLabel("Pace").selectOption("instant");
  answer();
  await status(element, "Finished · 1 h 0 min");
  await page.context().close();
});

test("pause holds the clock, resume lets it go on, and neither is seen by the program", async () => {
  const ticks = main(
    `start := time.Now()\n\tfor i := 1; i <= 10; i++ { time.Sleep(100 * time.Millisecond); fmt.Println(i, time.Since(start)) }`,
    "fmt",
    "time",
  );
  const element = await warm(ticks, { pace: "0.25" });
  await run(element);
  await element.getByRole("log").getByText("3 300ms").waitFor();
  await element.getByRole("button", { name: "Pause" }).click();
  await element.page().waitForTimeout(100); // what was on its way
  const paused = await output(element);
  await element.page().waitForTimeout(1000);
  assert.equal(await output(element), paused, "nothing happens");
  await element.getByLabel("Pace").selectOption("4×");
  await element.getByRole("button", { name: "Resume" }).click();
  await status(element, "Finished · 1.0 s");
  assert.match(await output(element), /^1 100ms\n2 200ms\n[^]*\n10 1s$/);
});

test("Skip while paused goes from timer to timer", async () => {
  const element = await warm(main(`for i := 1; i <= 3; i++ { time.Sleep(time.Hour); fmt.Println("line", i) }`, "fmt", "time"));
  await run(element);
  await element.getByText("of 1 h 0 min").waitFor();
  await element.getByRole("button", { name: "Pause" }).click();
  const skip = element.getByRole("button", { name: "Skip" });
  for (const n of [1, 2]) {
    await skip.click();
    await element.getByText(`${n} h 0 min of ${n + 1} h 0 min`).waitFor();
    await element.getByRole("log").getByText(`line ${n}`).waitFor();
    assert.equal((await output(element)).split("\n").length, n);
  }
  await skip.click();
  await status(element, "Finished · 3 h 0 min");
});

test("the real clock is a choice: the program gets this machine's time, and the controls of the virtual one go", async () => {
  const element = await warm(main(`fmt.Println(time.Now().UnixMilli()); time.Sleep(700 * time.Millisecond)`, "fmt", "time"));
  const pace = element.getByLabel("Pace");
  await pace.selectOption("Real clock");
  await run(element);
  await element.getByRole("log").getByText(/\d{13}/).waitFor();
  const skew = Number(await output(element)) - Date.now();
  assert.ok(Math.abs(skew) < 10_000, `${skew} ms apart`);
  assert.equal(await element.getByRole("button", { name: "Pause" }).count(), 0);
  assert.equal(await element.getByRole("button", { name: "Skip" }).count(), 0);
  await status(element, "Finished");

  await pace.selectOption("Instant");
  assert.equal((await outcome(element))?.virtualMs, 700);
  assert.equal(await output(element), String(Date.UTC(2026, 0, 1, 9)));
});

test("the clock can't be exchanged while a program runs", async () => {
  const element = await staged(here, sleep("time.Hour"));
  await run(element);
  await element.getByRole("button", { name: "Pause" }).waitFor();
  assert.equal(await element.getByRole("option", { name: "Real clock" }).isDisabled(), true);
  await element.getByRole("button", { name: "Stop" }).click();
  await status(element, "Stopped");
  assert.equal(await element.getByRole("option", { name: "Real clock" }).isDisabled(), false);
});

const CHANCE = main("fmt.Println(rand.Perm(20))", "fmt", "math/rand");

test("the seed can be set for the next run, and the same seed gives the same run", async () => {
  const element = await staged(here, CHANCE, { pace: "instant", seed: "5" });
  const page = element.page();
  await outcome(element);
  const five = await output(element);
  await element.getByRole("button", { name: "Seed 5" }).click();
  assert.equal(await element.getByRole("textbox", { name: "Seed" }).inputValue(), "5");
  await page.keyboard.type("77");
  await element.getByText("For the next run; this one had 5.").waitFor();
  await page.keyboard.press("Enter");
  const button = element.getByRole("button", { name: "Next seed 77" });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.ok(await button.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button), "the focus returns");

  await outcome(element);
  const other = await output(element);
  assert.notEqual(other, five);
  await element.getByRole("button", { name: "Seed 77" }).click();
  await page.keyboard.type("5");
  await outcome(element);
  assert.equal(await output(element), five);
  await element.getByRole("button", { name: "Seed 5" }).waitFor();

  await element.evaluate((element) => element.setAttribute("seed", "6"));
  await element.getByRole("button", { name: "Next seed 6" }).waitFor();
});

test("another seed is one press away, Ctrl+Enter in its field runs, and what is no seed is not taken", async () => {
  const element = await staged(here, CHANCE, { pace: "instant" });
  const page = element.page();
  await outcome(element);
  const first = await output(element);
  await element.getByRole("button", { name: "Seed 1" }).click();
  await element.getByRole("button", { name: "Another seed" }).click();
  const field = element.getByRole("textbox", { name: "Seed" });
  const seed = await field.inputValue();
  assert.notEqual(seed, "1");
  await field.press("Control+Enter");
  await element.getByRole("button", { name: `Seed ${seed}`, exact: true }).waitFor();
  await status(element, "Finished");
  assert.notEqual(await output(element), first);

  await field.fill("many");
  await element.getByText("A seed is a number from 0 to 4294967295.").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await field.inputValue(), seed);
  assert.deepEqual(await element.evaluate((element) => (element as AwaitGo).running), false);
});
