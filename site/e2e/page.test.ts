/// What a page weighs, and whether everyone can use it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";

import { violations } from "./axe.ts";
import { DIST, LESSON, program, run, site, status } from "./fixture.ts";

const here = site();
function gzipped(path: string): number {
  return gzipSync(readFileSync(join(DIST, path.endsWith("/") ? path + "index.html" : path)), { level: 9 }).length;
}

test("a lesson page weighs at most 40 kB before anyone acts, the editor 130 kB more", async () => {
  const page = await here.visit("/index.html");
  here.server.requests.length = 0;
  // A window so low that no listing comes near.
  await page.setViewportSize({ width: 1280, height: 100 });
  await page.goto(here.server.origin + LESSON);
  await page.waitForTimeout(500);
  const atOnce = new Set(here.server.requests.filter((path) => /(\/|\.html|\.css|\.js)$/.test(path)));
  const weight = [...atOnce].reduce((sum, path) => sum + gzipped(path), 0);
  assert.ok(weight <= 40_000, `${weight} bytes: ${[...atOnce].join(" ")}`);

  here.server.requests.length = 0;
  await program(page, "#example-1").scrollIntoViewIfNeeded();
  await program(page, "#example-1").locator(".cm-editor").waitFor();
  // The engine's client comes too, which alone knows of the manifest, the player, which
  // alone has a log, and on a busy machine only now what keeps the course offline.
  const isNoEditor = (path: string): boolean => /manifest\.json|role:"log"|serviceWorker/.test(readFileSync(join(DIST, path), "utf8"));
  const editor = here.server.requests.filter((path) => path.endsWith(".js") && !atOnce.has(path) && !isNoEditor(path));
  const editorWeight = editor.reduce((sum, path) => sum + gzipped(path), 0);
  assert.ok(editorWeight > 0 && editorWeight <= 130_000, `${editorWeight} bytes: ${editor.join(" ")}`);
  await page.context().close();
});

test("the instant engine weighs at most 3.4 MB gzipped", () => {
  const manifest = JSON.parse(readFileSync(join(DIST, "engine/manifest.json"), "utf8"));
  assert.ok(manifest.instant.gzipBytes <= 3_400_000, String(manifest.instant.gzipBytes));
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing, and nothing overflows: ${colorScheme}, ${width} px`, async () => {
      for (const path of ["/", LESSON]) {
        const page = await here.visit(path, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        if (path === LESSON) await used(page, width);
        assert.deepEqual(await violations(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, "the page scrolls sideways");
        await page.context().close();
      }
    });
  }
}

/** Leaves the page as a learner does half-way: a program has run, a question is answered. */
async function used(page: Page, width: number): Promise<void> {
  if (width < 1000) await page.locator("#example-1 .pair").first().getByRole("tab", { name: "Go" }).click();
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  await example.locator(".cm-editor").waitFor();
  await run(example);
  await status(example, /Finished/);
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).click();
}

test("the page works where storage throws", async () => {
  const page = await here.visit("/index.html");
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(here.server.origin + LESSON);
  await run(program(page, "#example-1"));
  await program(page, "#example-1").getByRole("log").getByText("main starts").waitFor();
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).click();
  assert.deepEqual(errors, []);
  await page.context().close();
});
