/// What the browser tests share: the built site on a server of its own, a browser,
/// and a fresh visitor for each test.

import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import type { Outcome } from "../web/engine/contract.ts";
import { launchChromium } from "./browser.ts";
import { StaticServer } from "./server.ts";
import { openBench } from "./try.ts";

export const DIST = join(import.meta.dirname, "../../dist");
export const LESSONS = join(import.meta.dirname, "../../lessons");
export const LESSON = "/38-asyncio/";

export interface Site {
  readonly server: StaticServer;
  /** A page of a visitor who has never been here; closed after the test. Without service workers, unless asked. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page that the file's tests share, so that engines are loaded and compiled once. */
  stage(): Promise<Page>;
}

/** Call it once, at the top of a test file. */
export function site(): Site {
  let server: StaticServer;
  let browser: Browser;
  let stage: Promise<Page> | undefined;
  before(async () => {
    server = await StaticServer.serve(DIST);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  return {
    get server() {
      return server;
    },
    async visit(path, options) {
      const context = await browser.newContext({ serviceWorkers: "block", ...options });
      const page = await context.newPage();
      await page.goto(server.origin + path);
      return page;
    },
    stage() {
      return (stage ??= this.visit("/index.html").then(async (page) => (await openBench(page, server.origin), page)));
    },
  };
}

/** A program whose main is `body`. */
export function main(body: string, ...imports: string[]): string {
  return `package main\n\nimport (\n${imports.map((path) => `\t"${path}"\n`).join("")})\n\nfunc main() {\n${body}\n}\n`;
}

/** An element with `code` and nothing else, on a page of a visitor who has never been here. */
export async function bench(here: Site, code: string, attributes: Record<string, string> = {}): Promise<Locator> {
  const page = await here.visit("/index.html");
  await openBench(page, here.server.origin);
  return place(page, code, attributes);
}

/** The same on the page that the file's tests share; what was on it is taken away. */
export async function staged(here: Site, code: string, attributes: Record<string, string> = {}): Promise<Locator> {
  const page = await here.stage();
  await page.evaluate(() => document.body.replaceChildren());
  return place(page, code, attributes);
}

/** Adds an element with `code` to the page. */
export async function place(page: Page, code: string, attributes: Record<string, string> = {}): Promise<Locator> {
  await page.evaluate(
    ({ code, attributes }) => {
      const element = document.createElement("await-go");
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      (element as AwaitGo).code = code;
      document.body.append(element);
    },
    { code, attributes },
  );
  return page.locator("await-go").last();
}

/** Runs the program to its end. Null if there was no engine. */
export function outcome(element: Locator): Promise<Outcome | null> {
  return element.evaluate((element) => (element as AwaitGo).run());
}

/** Puts another program into the element, as the page's script can. */
export function setCode(element: Locator, code: string): Promise<void> {
  return element.evaluate((element, code) => void ((element as AwaitGo).code = code), code);
}

/** The element of an example or of a listing in its section. */
export function program(page: Page, within: string): Locator {
  return page.locator(`${within} await-go`).first();
}

export function run(element: Locator): Promise<void> {
  return element.getByRole("button", { name: "Run", exact: true }).click();
}

/** Waits until the element's status line says so. */
export function status(element: Locator, text: RegExp | string): Promise<void> {
  return element.getByRole("status").filter({ hasText: text }).first().waitFor();
}

export async function output(element: Locator): Promise<string> {
  const log = element.getByRole("log");
  // What is out of sight is not laid out, and has no inner text.
  await log.scrollIntoViewIfNeeded();
  return (await log.innerText()).replace(/\n$/, "");
}

/** The texts of the picture that the element's timeline saves of its run. */
export async function pictured(element: Locator): Promise<string[]> {
  await element.getByRole("button", { name: "Timeline" }).click();
  await element.locator(".menu summary").click();
  const [download] = await Promise.all([element.page().waitForEvent("download"), element.getByRole("button", { name: "Picture (SVG)" }).click()]);
  const svg = readFileSync((await download.path())!, "utf8");
  return [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text!);
}

/** Puts `code` in place of the element's program, as a learner who pastes it does. */
export async function replaceCode(element: Locator, code: string): Promise<void> {
  const editor = element.locator(".cm-content");
  await editor.click();
  await editor.press("Control+a");
  await editor.page().evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    active?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, code);
}
