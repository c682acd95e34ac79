/// A page with a timeline and no engine, for tests, measurements and pictures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { messages, options, shadowCSS } from "../web/bundle.mjs";
import type { ShowOptions } from "./testdata/timeline/page.ts";

const WEB = join(import.meta.dirname, "../web");

let script: Promise<string> | null = null;

async function bundle(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    ...options(WEB),
    entryPoints: [join(import.meta.dirname, "testdata/timeline/page.ts")],
    plugins: [shadowCSS, messages],
    splitting: false,
    format: "iife",
    metafile: false,
    write: false,
  });
  return outputFiles![0]!.text;
}

/** A page of its own; closed with its context. */
export async function timelinePage(browser: Browser, context: BrowserContextOptions = {}): Promise<Page> {
  script ??= bundle();
  const page = await (await browser.newContext(context)).newPage();
  const tokens = readFileSync(join(WEB, "theme/tokens.css"), "utf8");
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Timeline</title><style>${tokens}
:root { color-scheme: light dark; background: var(--ag-paper); color: var(--ag-ink) }
body { margin: 12px; max-width: 760px }</style></head><body><main><h1>Timeline</h1><div id="place"></div></main></body></html>`,
  );
  await page.addScriptTag({ content: await script });
  return page;
}

/** Runs a program of web/timeline/testdata/programs.ts and shows its timeline. */
export async function show(page: Page, options: ShowOptions): Promise<void> {
  await page.evaluate((options) => globalThis.show(options), options);
  await page.locator(".picture[data-shapes]").waitFor();
}
