/// The course without a network, and how its versions follow each other.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";

import { launchChromium } from "./browser.ts";
import { DIST, LESSONS, program, run, status } from "./fixture.ts";
import { StaticServer } from "./server.ts";

// Not at a host's root, as most courses are.
const COURSE = "/teaching/go/";

let folder: string;
let browser: Browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-offline-"));
  build("one");
  build("two", "--title", "Second edition");
  build("none", "--no-offline");
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A host with one edition of the course. */
function build(name: string, ...flags: string[]): void {
  const host = join(folder, name);
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, "index.html"), "<!doctype html><title>A school</title>");
  if (flags.length === 0) cpSync(DIST, join(host, COURSE), { recursive: true });
  else execFileSync(join(DIST, "../bin/awaitgo"), ["build", LESSONS, "-o", join(host, COURSE), ...flags]);
}

interface Visit {
  server: StaticServer;
  context: BrowserContext;
  page: Page;
}

/** A reader who has never been here. */
async function visitor(edition = "one"): Promise<Visit & AsyncDisposable> {
  const server = await StaticServer.serve(join(folder, edition));
  const context = await browser.newContext();
  const page = await context.newPage();
  return {
    server,
    context,
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      server.close();
    },
  };
}

function publish({ server }: Visit, edition: string): void {
  server.root = join(folder, edition);
}

function says(page: Page, text: RegExp | string) {
  return page.locator(".site-footer .offline").filter({ hasText: text }).waitFor();
}

/** What a learner does on lesson 38: the second example needs the engine's larger build. */
async function learns(page: Page): Promise<void> {
  for (const [id, end] of [["#example-1", /Finished · 2/], ["#example-2", /Finished · 3/]] as const) {
    const example = program(page, id);
    await example.scrollIntoViewIfNeeded();
    await example.locator(".cm-editor").waitFor();
    await run(example);
    await example.getByLabel("Pace").selectOption("instant");
    await status(example, end);
  }
  await page.locator("#quiz-1 input").first().check();
  await page.locator("#quiz-1").getByRole("button", { name: "Check" }).click();
  await page.locator("#quiz-1 .feedback").filter({ hasText: /Right|Not quite/ }).waitFor();
}

test("after one visit every lesson reads, runs and quizzes without a network", async () => {
  await using visit = await visitor();
  const { server, context, page } = visit;
  const origin = server.origin;
  const seen = new Set<string>();
  page.on("console", (message) => seen.add(message.text()));
  await page.addInitScript(() => {
    new MutationObserver(() => console.log(document.querySelector(".offline")?.textContent)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.goto(origin + COURSE);
  await says(page, "Works offline.");
  const steps = [...seen].filter((text) => /Keeping this course for offline use: \d+\.\d of \d+\.\d MB/.test(text));
  assert.ok(steps.length > 1, `progress in bytes: ${steps.join("; ")}`);
  await context.setOffline(true);
  server.close();

  await page.reload();
  await page.getByRole("link", { name: /Lesson 38/ }).click();
  await page.waitForURL(/38-asyncio\/$/);
  await learns(page);
  await says(page, "Works offline.");
  await page.goto(origin + COURSE + "38-asyncio/index.html?from=mail#quiz");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual([...seen].filter((text) => /Content Security Policy/.test(text)), []);
});

test("the exact engine is kept once it was used, runs without a network, and its room can be had back", async () => {
  await using visit = await visitor();
  const { server, context, page } = visit;
  await page.goto(server.origin + COURSE + "38-asyncio/");
  await says(page, "Works offline.");
  await page.reload(); // From here on the worker answers for the page.
  const removal = page.getByRole("button", { name: /^Remove the larger engines \([\d.]+ MB\)$/ });
  const runsExactly = async () => {
    const example = program(page, "#example-1");
    await example.evaluate((element) => {
      element.setAttribute("engine", "exact");
      element.setAttribute("pace", "instant");
    });
    await run(example);
    await status(example, /Finished · 2/);
  };
  await runsExactly();
  await removal.waitFor();
  await context.setOffline(true);
  await page.reload();
  await runsExactly();

  await context.setOffline(false);
  await removal.click();
  await removal.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /^Keep the larger engines too/ }).waitFor();
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    return (await Promise.all(caches.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });
  assert.deepEqual(kept.filter((url) => url.includes("exact-")), []);
  assert.notDeepEqual(kept.filter((url) => url.includes("instant-")), []);
});

test("an update is offered, waits for consent across visits, and then leaves nothing of the old version", async () => {
  await using visit = await visitor();
  const { context, server } = visit;
  let { page } = visit;
  await page.goto(server.origin + COURSE);
  await says(page, "Works offline.");
  publish(visit, "two");
  await page.reload();
  const bar = page.locator(".update");
  await bar.getByText("A new version of this course is ready.").waitFor();
  assert.equal(await page.title(), "Await, Go!");
  await bar.getByRole("button", { name: "Later" }).click();
  assert.equal(await bar.count(), 0);

  // With every page closed, browsers start the new worker by themselves.
  await page.close();
  page = await context.newPage();
  await page.goto(server.origin + COURSE + "38-asyncio/");
  assert.match(await page.title(), /Await, Go!$/);
  // Another page, open all the while, goes on as it is.
  const other = await context.newPage();
  await other.goto(server.origin + COURSE);
  await page.bringToFront();
  await page.locator(".update").getByRole("button", { name: "Update" }).click();
  await page.waitForFunction(() => document.title.endsWith("Second edition"));
  assert.equal(await other.title(), "Await, Go!");
  assert.equal((await versions(page)).length, 2, "the open page's version is kept");
  await other.close();

  server.requests.length = 0;
  await page.reload();
  await says(page, "Works offline.");
  assert.equal((await versions(page)).length, 1);
  assert.deepEqual(server.requests.filter((path) => path.endsWith(".gz")), [], "engines that did not change are not fetched again");
  await context.setOffline(true);
  await page.reload();
  assert.match(await page.title(), /Second edition$/);
  await learns(page);
});

test("a version that is only half on the host is not offered, nor mixed into the old one", async () => {
  await using visit = await visitor();
  const { server, page } = visit;
  await page.goto(server.origin + COURSE);
  await says(page, "Works offline.");
  publish(visit, "two");
  const missing = new Set<string>();
  server.fault = (path, response) => {
    if (!path.endsWith("38-asyncio/")) return false;
    missing.add(path);
    response.writeHead(404).end();
    return true;
  };
  await page.reload();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing == null);
  while (missing.size === 0) await page.waitForTimeout(100);
  await page.goto(server.origin + COURSE + "38-asyncio/");
  await says(page, "Works offline.");
  assert.match(await page.title(), /Await, Go!$/);
  assert.equal(await page.locator(".update").count(), 0);
  server.fault = () => false;
  await page.reload();
  await page.locator(".update").waitFor();
});

test("publishing with --no-offline removes even a broken worker, and keeps the learner's answers", async () => {
  await using visit = await visitor();
  const { server, context, page } = visit;
  await page.goto(server.origin + COURSE);
  await says(page, "Works offline.");
  // A worker that answers every request with nothing.
  server.fault = (path, response) => {
    if (!path.endsWith("/sw.js")) return false;
    response.writeHead(200, { "content-type": "text/javascript" });
    response.end("onfetch = (e) => e.respondWith(new Response('broken')); oninstall = () => skipWaiting(); onactivate = (e) => e.waitUntil(clients.claim())");
    return true;
  };
  await page.evaluate(async () => {
    localStorage.setItem("awaitgo:theme", "dark");
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByText("broken").waitFor();

  server.fault = () => false;
  publish(visit, "none");
  await page.reload(); // The browser looks for a new worker after this one has answered.
  for (let i = 0; (await page.content()).includes("broken"); i++) {
    assert.ok(i < 10, "the broken worker is gone within seconds");
    await page.waitForTimeout(2000);
    await page.reload();
  }
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.equal(await page.evaluate(() => localStorage.getItem("awaitgo:theme")), "dark");
  await context.setOffline(true);
  await assert.rejects(page.reload());
});

test("a reader who saves data is asked first", async () => {
  await using visit = await visitor();
  const { server, page } = visit;
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.goto(server.origin + COURSE);
  await says(page, "This course can be kept for reading and running offline.");
  assert.deepEqual(server.requests.filter((path) => /sw\.js|wasm/.test(path)), []);
  await page.getByRole("button", { name: /Keep it \(\d+\.\d MB\)/ }).click();
  await says(page, /Works offline|can be kept/);
});

test("where there is no room, the page says so and works online", async () => {
  await using visit = await visitor();
  const { server, context, page } = visit;
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.origin, quotaSize: 2_000_000 });
  await page.goto(server.origin + COURSE + "38-asyncio/");
  await says(page, /no room/);
  await learns(page);
});

test("where workers are refused, the page works online", async () => {
  await using visit = await visitor();
  const { server, page } = visit;
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("denied", "SecurityError"));
  });
  await page.goto(server.origin + COURSE);
  await page.waitForTimeout(3000);
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(errors, []);
});

test("the course can be installed", async () => {
  await using visit = await visitor();
  const { server, context, page } = visit;
  await page.goto(server.origin + COURSE + "38-asyncio/");
  const devtools = await context.newCDPSession(page);
  const { url, errors, data } = await devtools.send("Page.getAppManifest");
  assert.equal(url, server.origin + COURSE + "manifest.webmanifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data!) as { icons: { src: string; sizes: string; purpose?: string }[]; start_url: string };
  assert.equal(new URL(manifest.start_url, url).pathname, COURSE);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith(".png"))) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, url).href);
    assert.equal(size, sizes);
  }
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});

function versions(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(":state")));
}
