/// Programs that print, tick and allocate without measure.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import { bench, main, outcome, run, setCode, site, status } from "./fixture.ts";

const here = site();

interface Smoothness {
  frames: number;
  longestGapMs: number;
  longestTaskMs: number;
  /** What the page's main thread has worked, whatever else the machine had to do. */
  busyMs: number;
}

/** Watches how smoothly the page lives from now on. */
async function watch(page: Page): Promise<() => Promise<Smoothness>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const before = await busy();
  await page.evaluate(() => {
    const seen = { frames: 0, longestGapMs: 0, longestTaskMs: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }).observe({ type: "longtask" });
    void (async () => {
      for (let last = performance.now(); ; seen.frames++) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        seen.longestGapMs = Math.max(seen.longestGapMs, now - last);
        last = now;
      }
    })();
  });
  return async () => ({
    ...(await page.evaluate(() => (globalThis as never as { seen: Omit<Smoothness, "busyMs"> }).seen)),
    busyMs: (await busy()) - before,
  });
}

async function download(element: Locator): Promise<string> {
  const event = element.page().waitForEvent("download");
  await element.getByRole("button", { name: "Download" }).click();
  return readFileSync(await (await event).path(), "utf8");
}

// A thousand numbered lines a time: an interpreter takes its time to print each.
const MILLION_LINES = main(
  `var b strings.Builder
	for i := 0; i < 1000; i++ { fmt.Fprintf(&b, "line %03d\\n", i) }
	for i := 0; i < 1000; i++ { fmt.Print(b.String()) }
	fmt.Println("the end")`,
  "fmt",
  "strings",
);

test("a million lines leave the page responsive; what is kept is bounded, counted, and can be downloaded", async (t) => {
  const element = await bench(here, MILLION_LINES, { pace: "instant" });
  await outcome(element); // From here on the engine is warm, and the flood is all there is.
  const report = await watch(element.page());
  assert.equal((await outcome(element))?.kind, "ok");
  const seen = await report();
  t.diagnostic(JSON.stringify(seen));
  assert.ok(seen.busyMs < 1000, `the page worked ${seen.busyMs} ms`);

  const text = await download(element);
  assert.equal(text, await element.evaluate((element) => {
    const [head, tail] = element.shadowRoot!.querySelectorAll(".screen .text");
    return `${head!.textContent}\n[${element.shadowRoot!.querySelector(".gap")!.textContent!.slice(2, -2)}]\n${tail!.textContent}`;
  }), "the file holds what the page shows");
  assert.ok(text.length < 1_100_000, `${text.length} characters are kept`);
  assert.ok(text.startsWith("line 000\nline 001\n") && text.endsWith("line 999\nthe end\n"));
  const [note, dropped] = /\n\[([\d,]+) lines were let go here \([\d,]+ characters\)\]\n/.exec(text) ?? [];
  assert.ok(note && dropped, "the file says what is missing");
  const kept = text.replace(note, "").split("\n").length - 1;
  assert.equal(kept + Number(dropped.replaceAll(",", "")), 1_000_001);
  await element.page().context().close();
});

test("a program that prints line after line without end leaves the page responsive", async (t) => {
  const element = await bench(here, main(`for i := 0; ; i++ { fmt.Println("line", i) }`, "fmt"));
  await run(element);
  await element.getByRole("log").getByText("line 100", { exact: false }).first().waitFor();
  const report = await watch(element.page());
  await element.page().waitForTimeout(2000);
  const seen = await report();
  t.diagnostic(JSON.stringify(seen));
  // How many frames there are, and how long the longest wait for one is, the rest of
  // the machine has a say in; what the page itself has worked is the page's.
  assert.ok(seen.frames > 0, "there were frames");
  assert.ok(seen.busyMs < 1000, `the page worked ${seen.busyMs} of 2000 ms`);
  await element.getByRole("button", { name: "Stop" }).click();
  await status(element, "Stopped");
  assert.match(await download(element), /^line 0\nline 1\n/);
  await element.page().context().close();
});

test("a program that prints more than a run may is ended, and told so", async () => {
  const element = await bench(here, main(`s := strings.Repeat("x", 1<<20)\n\tfor { fmt.Println(s) }`, "fmt", "strings"));
  const end = await outcome(element);
  assert.equal(end?.kind, "limit");
  await status(element, "Stopped at a limit");
  await element.getByText("The program printed more than 64 MB, which is all that a run may print here.").waitFor();
  await element.page().context().close();
});

test("a program that wants more memory than a run may have is ended, and told so; the next run works", async () => {
  const element = await bench(here, main(`var all [][]byte\n\tfor { all = append(all, make([]byte, 32<<20)) }`), { engine: "instant" });
  const end = await outcome(element);
  assert.equal(end?.kind, "limit");
  await status(element, "Stopped at a limit");
  await element.getByText("The program wanted more than 1024 MB of memory, which is all that a run may have here.").waitFor();
  await setCode(element, main(`fmt.Println("again")`, "fmt"));
  assert.equal((await outcome(element))?.kind, "ok");
  await element.page().context().close();
});

test("a program that ticks for ever runs in bounded memory", async (t) => {
  const ticking = main(`n := 0\n\tfor range time.NewTicker(time.Second).C { n++; fmt.Println("tick", n) }`, "fmt", "time");
  const element = await bench(here, ticking, { pace: "instant" });
  const page = element.page();
  await page.evaluate(() => {
    const counted = { ticks: 0 };
    Object.assign(globalThis, { counted });
    addEventListener("output", (event) => {
      counted.ticks += (event as CustomEvent<{ text: string }>).detail.text.split("\n").length - 1;
    });
  });
  await run(element);
  // By then the screen holds as many lines as it ever will.
  const first = await heapAfter(page, 6_000);
  const second = await heapAfter(page, 11_000);
  t.diagnostic(`${mb(first)} after 6,000 ticks, ${mb(second)} after 11,000`);
  assert.ok(second - first < 3e6, `the heap grew from ${mb(first)} to ${mb(second)}`);
  await element.getByRole("button", { name: "Stop" }).click();
  await status(element, "Stopped");
  await page.context().close();
});

async function heapAfter(page: Page, ticks: number): Promise<number> {
  await page.waitForFunction((ticks) => (globalThis as never as { counted: { ticks: number } }).counted.ticks >= ticks, ticks);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
