/// embed.html, the page for frames, in pages of another site.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";

import { output, pictured, run, site, status } from "./fixture.ts";
import { Host } from "./host.ts";

const here = site();
let host: Host;
before(async () => {
  host = await Host.open();
});
after(() => host?.close());

/** What blogs and learning systems do with the heights that frames announce. */
const HOSTS = {
  // In the way of H5P's resizer: it greets back, stretches the frame, and asks again when the window changes.
  h5p: `addEventListener("message", (event) => {
      if (event.data.context !== "h5p") return;
      const frame = [...document.querySelectorAll("iframe")].find((it) => it.contentWindow === event.source);
      if (!frame) return;
      const respond = (action) => { try { event.source.postMessage({ context: "h5p", action }, event.origin); } catch {} };
      if (event.data.action === "hello") {
        frame.style.width = "100%";
        addEventListener("resize", () => respond("resize"));
        respond("hello");
      }
      if (event.data.action === "resize") frame.style.height = event.data.scrollHeight + "px";
    });`,
  lti: `addEventListener("message", (event) => {
      if (event.data.subject !== "lti.frameResize") return;
      for (const frame of document.querySelectorAll("iframe")) {
        if (frame.contentWindow === event.source) frame.style.height = event.data.height + "px";
      }
    });`,
};

function framing(query: string, attributes = "", script = ""): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page that frames</title>
<script>${script}</script><body><iframe title="A Go program" width="600" height="120" ${attributes} src="${here.server.origin}/embed.html${query}"></iframe></body></html>`;
}

async function visit(query: string, attributes = "", script = ""): Promise<Page> {
  const page = await here.visit("/engine/manifest.json");
  await page.goto(host.put("/page.html", framing(query, attributes, script)));
  return page;
}

function inside(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

async function runs(element: Locator): Promise<string> {
  await element.locator(".cm-editor").waitFor();
  await run(element);
  await status(element, /Finished/);
  return output(element);
}

function codeOf(element: Locator): Promise<string> {
  return element.evaluate((it: HTMLElement & { code: string }) => it.code);
}

/** Whether the frame can keep anything: "number" if it can. */
function storage(page: Page): Promise<string> {
  return theFrame(page).evaluate(() => {
    try {
      return typeof localStorage.length;
    } catch (error) {
      return (error as Error).name;
    }
  });
}

function theFrame(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes("/embed.html"))!;
}

test("a program of a lesson runs in a frame, as its address asks", async () => {
  const page = await visit("?lesson=38&example=1&theme=dark&pace=instant&seed=7&readonly=1&hide=caption");
  const element = inside(page).locator("await-go");
  assert.match(await runs(element), /main starts/);
  assert.equal(await element.locator(".caption").isVisible(), false);
  assert.equal(await element.getAttribute("seed"), "7");
  const code = await codeOf(element);
  await element.locator(".cm-content").click();
  await page.keyboard.type("typed");
  assert.equal(await codeOf(element), code);
  assert.equal(await inside(page).locator("html").evaluate((root) => getComputedStyle(root).colorScheme), "dark");
  const credit = inside(page).getByRole("link", { name: /Lesson 38/ });
  assert.equal(await credit.evaluate((link: HTMLAnchorElement) => link.href), `${here.server.origin}/38-asyncio/#example-1`);
  await page.context().close();
});

test("with log=1 a frame shows the run, and the Python beside it in the same picture", async () => {
  const page = await visit("?lesson=38&example=1&pace=instant&log=1");
  const element = inside(page).locator("await-go");
  await runs(element);
  const texts = await pictured(element);
  assert.ok(texts.indexOf("main") < texts.indexOf("Python (asyncio)"), texts.join());
  assert.ok(texts.includes("greet 2"), texts.join());
  await page.context().close();
});

for (const [way, script] of Object.entries(HOSTS)) {
  for (const sandbox of ["", `sandbox="allow-scripts"`]) {
    test(`the frame is as high as what is in it: ${way} ${sandbox}`, async () => {
      here.server.headers = sandbox ? { "access-control-allow-origin": "*" } : {};
      const page = await visit("?lesson=38&example=1&pace=instant", sandbox, script);
      const element = inside(page).locator("await-go");
      const fits = async (): Promise<number> => {
        const frame = theFrame(page);
        for (let i = 0; ; i++) {
          const content = Math.ceil(await frame.evaluate(() => document.body.getBoundingClientRect().height));
          const height = await page.locator("iframe").evaluate((it) => (it as HTMLIFrameElement).clientHeight);
          const scrolls = await frame.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight);
          if (content === height && !scrolls) return height;
          assert.ok(i < 100, `the content is ${content} px high, the frame ${height}`);
          await page.waitForTimeout(50);
        }
      };
      await element.locator(".cm-editor").waitFor();
      const first = await fits();
      assert.ok(first > 200, `${first} px`);
      await run(element);
      await status(element, /Finished/);
      const grown = await fits();
      assert.ok(grown > first, `${first} px, and ${grown} with output`);
      // A frame that becomes narrower, and one whose program becomes shorter.
      await page.setViewportSize({ width: 400, height: 600 });
      await fits();
      await element.evaluate((it: HTMLElement & { code: string }) => (it.code = "package main\n"));
      const shrunk = await fits();
      assert.ok(shrunk < grown, `${grown} px, and ${shrunk} for a line`);
      await page.context().close();
    });
  }
}

test("the messages are as their protocols have them, and none goes out from a page of its own", async () => {
  here.server.headers = {};
  const page = await visit("?lesson=38&example=1", "", "globalThis.said = []; addEventListener('message', (event) => said.push(event.data));");
  await inside(page).locator(".cm-editor").waitFor();
  const said = await page.evaluate(() => (globalThis as never as { said: { context?: string; action?: string; subject?: string; height?: number }[] }).said);
  assert.deepEqual(said[0], { context: "h5p", action: "hello" });
  const heights = said.filter((message) => message.action === "resize").map((message) => message.height);
  assert.ok(heights.length > 0 && heights.every((height) => Number.isInteger(height)));
  assert.deepEqual(said.filter((message) => message.subject === "lti.frameResize").map((message) => message.height), heights);
  // A resizer that comes late calls out; what is not for the frame is passed over.
  await page.evaluate(() => {
    (globalThis as never as { said: unknown[] }).said.length = 0;
    const { contentWindow } = document.querySelector("iframe")!;
    for (const message of [null, "text", { context: "other" }, { context: "h5p", action: "ready" }]) contentWindow!.postMessage(message, "*");
  });
  await page.waitForFunction(() => (globalThis as never as { said: unknown[] }).said.length === 3);
  await page.context().close();

  const alone = await here.visit("/index.html");
  await alone.addInitScript("globalThis.said = 0; addEventListener('message', () => said++);");
  await alone.goto(here.server.origin + "/embed.html?lesson=38&example=1");
  await alone.locator("await-go .cm-editor").waitFor();
  assert.equal(await alone.evaluate(() => (globalThis as never as { said: number }).said), 0);
  await alone.context().close();
});

for (const [sandbox, cors] of [
  ["allow-scripts", true],
  ["allow-scripts allow-popups allow-popups-to-escape-sandbox", true],
  ["allow-scripts allow-same-origin", false],
] as const) {
  test(`sandbox="${sandbox}" ${cors ? "with" : "without"} Access-Control-Allow-Origin`, async () => {
    here.server.headers = cors ? { "access-control-allow-origin": "*" } : {};
    const page = await visit("?lesson=38&example=1&pace=instant", `sandbox="${sandbox}"`);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const element = inside(page).locator("await-go");
    assert.match(await runs(element), /main starts/);
    if (!sandbox.includes("allow-same-origin")) assert.equal(await storage(page), "SecurityError");
    if (sandbox.includes("allow-popups")) {
      const popup = page.waitForEvent("popup");
      await inside(page).getByRole("link", { name: /Lesson 38/ }).click();
      const lesson = await popup;
      await lesson.locator("#example-1 await-go .workbench").first().waitFor();
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test("a sandbox that keeps even our own script out shows words and a way on, not a blank", async () => {
  here.server.headers = {};
  const page = await visit("?lesson=38&example=1", `sandbox="allow-scripts"`);
  await inside(page).getByText("open the course").waitFor();
  await page.context().close();
  const still = await here.visit("/embed.html?lesson=38&example=1", { javaScriptEnabled: false });
  await still.getByText("open the course").waitFor();
  await still.context().close();
});

test("edits survive a reload of the frame, and frames of two lessons' programs keep their own", async () => {
  here.server.headers = {};
  const page = await here.visit("/engine/manifest.json");
  // As a part of the same site: what third parties may keep is the browser's choice.
  const open = (query: string) => {
    host.put("/page.html", framing(query));
    return page.goto(host.sameSite + "/page.html");
  };
  await open("?lesson=38&example=1");
  const element = inside(page).locator("await-go");
  await element.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("// mine\n");
  await page.waitForTimeout(500);
  await page.reload();
  await inside(page).locator("await-go .cm-editor").waitFor();
  assert.match(await codeOf(element), /^\/\/ mine/);
  await open("?lesson=38&example=2");
  await inside(page).locator("await-go .cm-editor").waitFor();
  assert.doesNotMatch(await codeOf(element), /mine/);
  await page.context().close();
});

for (const [query, says] of [
  ["", /names no lesson/],
  ["?lesson=99", /There is no lesson 99/],
  ["?lesson=38&example=99", /Lesson 38 has no example 99/],
  ["?lesson=38&name=%3Cimg%20src=x%3E", /no program called “<img src=x>”/],
] as const) {
  test(`embed.html${query} says what is wrong`, async () => {
    here.server.headers = {};
    const page = await visit(query);
    await inside(page).getByRole("alert").filter({ hasText: says }).waitFor();
    assert.equal(await inside(page).getByRole("link", { name: "Open the course" }).count(), 1);
    await page.context().close();
  });
}

test("a host that answers every address with a page, and one that is away, get words too", async () => {
  here.server.headers = {};
  here.server.fault = (path, response) => {
    if (path !== "/embed/38.json") return false;
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Welcome</p>");
    return true;
  };
  const page = await visit("?lesson=38&example=1");
  await inside(page).getByText("There is no lesson 38").waitFor();
  here.server.fault = (path, response) => {
    if (path !== "/embed/38.json") return false;
    response.destroy();
    return true;
  };
  await page.reload();
  await inside(page).getByText("could not be fetched").waitFor();
  here.server.fault = () => false;
  await inside(page).getByRole("button", { name: "Try again" }).click();
  await inside(page).locator("await-go .cm-editor").waitFor();
  await page.context().close();
});

test("a browser that blocks the storage of third parties runs it", async () => {
  here.server.headers = {};
  // A fresh context is a private window, and those block it.
  const page = await visit("?lesson=38&example=1&pace=instant");
  const element = inside(page).locator("await-go");
  assert.match(await runs(element), /main starts/);
  assert.equal(await storage(page), "SecurityError", "the browser did not block storage, so this shows nothing");
  await page.context().close();
});
