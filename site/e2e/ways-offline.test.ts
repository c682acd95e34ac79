/// The three ways to have the course without a network, each in Chromium and in
/// Firefox: the installable page, the single file, and the command that serves it.
/// The browsers have a proxy that is not there: nothing but this machine answers.

import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { CHROMIUM_FLAGS, findChromium, launchFirefox } from "./browser.ts";
import { DIST, LESSON } from "./fixture.ts";
import { StaticServer } from "./server.ts";

const COMMAND = join(DIST, "../bin/awaitgo");
/** Port 1 of this machine: nobody is there. */
const NOBODY = "127.0.0.1:1";
/** Firefox compiles the engine more slowly, on a machine that may be busy. */
const TIMEOUT_MS = 120_000;

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-ways-"));
  execFileSync(COMMAND, ["pack", "--single-file", "-o", join(folder, "course.html")]);
});

after(() => rmSync(folder, { recursive: true, force: true }));

const launches: Record<string, () => Promise<Browser>> = {
  Chromium: () => puppeteer.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS, `--proxy-server=http://${NOBODY}`] }),
  Firefox: () =>
    launchFirefox({
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 1,
    }),
};

for (const [name, launch] of Object.entries(launches)) {
  describe(name, () => {
    let browser: Browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    async function open(url: string): Promise<Page> {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(TIMEOUT_MS);
      await page.setViewport({ width: 1200, height: 900 });
      await page.goto(url);
      return page;
    }

    test("the network is off", async () => {
      const page = await open(pathToFileURL(join(folder, "course.html")).href);
      const failed = await page.goto("http://example.org/").then(
        (answer) => answer === null || !answer.ok(),
        () => true,
      );
      assert.ok(failed, "a site of another machine answered");
      await page.browserContext().close();
    });

    test("the installable page: after one visit, with the site gone", async () => {
      const server = await StaticServer.serve(DIST);
      const { origin } = server;
      const page = await open(`${origin}/`);
      await page.waitForFunction(() => document.querySelector(".site-footer .offline")?.textContent?.includes("Works offline."));
      server.close();
      const gone = await fetch(origin).then(
        () => false,
        () => true,
      );
      assert.ok(gone, "the site still answers");
      await page.reload();
      await page.goto(origin + LESSON);
      await learns(page);
      await page.browserContext().close();
    });

    test("the single file, from the disk", async () => {
      const page = await open(`${pathToFileURL(join(folder, "course.html")).href}#${LESSON}`);
      await learns(page);
      await page.browserContext().close();
    });

    test("awaitgo serve, with the course inside", async () => {
      const { origin, process } = await served();
      try {
        const page = await open(origin + LESSON);
        await learns(page);
        await page.browserContext().close();
      } finally {
        process.kill();
      }
    });
  });
}

/** Reads, runs a program that needs the larger engine and one that does not, and takes a question of the quiz. */
async function learns(page: Page): Promise<void> {
  await page.waitForSelector("#quiz-1");
  assert.match(await page.$eval("h1", (heading) => heading.textContent ?? ""), /asyncio/);
  for (const [id, words] of [["#example-1", "Hola!"], ["#example-2", "example.com"]] as const) {
    await page.waitForFunction((id) => Boolean(document.querySelector(`${id} await-go`)?.shadowRoot), {}, id);
    await page.$eval(`${id} await-go`, (element) => {
      element.setAttribute("pace", "instant");
      element.scrollIntoView();
    });
    await page.locator(`${id} await-go >>> button.run`).click();
    await page.waitForFunction(
      (id) => /Finished/.test(document.querySelector(`${id} await-go`)!.shadowRoot!.querySelector("[part~=status]")!.textContent!),
      {},
      id,
    );
    const printed = await page.$eval(`${id} await-go`, (element) => element.shadowRoot!.querySelector("[part~=screen]")!.textContent ?? "");
    assert.ok(printed.includes(words), `${id} printed ${printed}`);
  }
  await page.$eval("#quiz-1", (question) => question.scrollIntoView());
  await page.waitForSelector("#quiz-1 button.check");
  await page.focus("#quiz-1 .option input");
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /Right|Not quite/.test(document.querySelector("#quiz-1 .feedback")!.textContent!));
}

/** The command, on a port that is free. */
async function served(): Promise<{ origin: string; process: ChildProcess }> {
  const port = await freePort();
  const process = spawn(COMMAND, ["serve", "--port", String(port)], { stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      await fetch(origin);
      return { origin, process };
    } catch (error) {
      if (tries > 600 || process.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
