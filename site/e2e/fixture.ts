/// What the browser tests share: the built site on a server of its own, a browser,
/// and a fresh visitor for each test.

import { after, before } from "node:test";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

import { launchChromium } from "./browser.ts";
import { StaticServer } from "./server.ts";

export const DIST = join(import.meta.dirname, "../../dist");
export const LESSONS = join(import.meta.dirname, "../../lessons");
export const LESSON = "/38-asyncio/";

export interface Site {
  readonly server: StaticServer;
  /** A page of a visitor who has never been here; closed after the test. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Call it once, at the top of a test file. */
export function site(): Site {
  let server: StaticServer;
  let browser: Browser;
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
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(server.origin + path);
      return page;
    },
  };
}

/** The element of an example or of a listing in its section. */
export function program(page: Page, within: string): Locator {
  return page.locator(`${within} await-go`).first();
}

export function run(element: Locator): Promise<void> {
  return element.getByRole("button", { name: "Run" }).click();
}

/** Waits until the element's status line says so. */
export function status(element: Locator, text: RegExp | string): Promise<void> {
  return element.getByRole("status").filter({ hasText: text }).first().waitFor();
}

export async function output(element: Locator): Promise<string> {
  return (await element.getByRole("log").innerText()).replace(/\n$/, "");
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
