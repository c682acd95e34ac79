/// Programs that print, tick and allocate without measure.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import { bench, main, outcome, output, run, setCode, site, status } from "./fixture.ts";

const here = site();

/** Counts the page's frames and its long tasks from now on. */
async function watchFrames(page: Page): Promise<() => Promise<{ frames: number; longestGapMs: number; longestTaskMs: number }>> {
  await page.evaluate(() => {
    const seen = { frames: 0, longestGapMs: 0, longestTaskMs: 0, last: performance.now() };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }).observe({ type: "longtask" });
    void (async () => {
      for (;;) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        seen.frames++;
        seen.longestGapMs = Math.max(seen.longestGapMs, now - seen.last);
        seen.last = now;
      }
    })();
  });
  return () => page.evaluate(() => (globalThis as never as { seen: { frames: number; longestGapMs: number; longestTaskMs: number } }).seen);
}

test("a million lines leave the page responsive, and what is kept is bounded, counted and downloadable", async (t) => {
  const element = await bench(here, main("for i := 0; i < 1_000_000; i++ { fmt.Println(\"line\", i) }", "fmt"), { pace: "instant" });
  const page = element.page();
  await outcome(element); // The engine is there now; what follows measures the flood alone.
  const report = await watchFrames(page);
  const start = performance.now();
  const end = await outcome(element);
  const took = performance.now() - start;
  const { frames, longestGapMs, longestTaskMs } = await report();
  t.diagnostic(`${took.toFixed(0)} ms, ${frames} frames, longest gap ${longestGapMs.toFixed(0)} ms, longest task ${longestTaskMs.toFixed(0)} ms`);
  assert.equal(end?.kind, "ok");
});
