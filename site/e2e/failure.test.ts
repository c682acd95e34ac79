/// What the engine needs and a page may lack. Each failure is a message with a way
/// out. Downloads that fail are in engine.test.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { bench, main, outcome, output, place, replaceCode, run, setCode, site, status } from "./fixture.ts";

const here = site();

const HELLO = main(`fmt.Println("hello")`, "fmt");

/** Opens a page at `origin` with this policy, which has the element from the site, even where that is another origin. */
async function hostPage(origin: string, policy: string): Promise<Page> {
  const page = await here.visit("/index.html");
  // Scripts from another origin need its leave, as any CDN gives it.
  await page.route("**/*.*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.route(`${origin}/host.html`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
        <title>host</title><script type="module" src="${here.server.origin}/assets/await-go.js"></script><body></body>`,
    }),
  );
  await page.goto(`${origin}/host.html`);
  return page;
}

/** The same server under a name that makes it another origin. */
function elsewhere(): string {
  return here.server.origin.replace("127.0.0.1", "localhost");
}

test("a page of the site whose policy forbids blobs runs programs by the site's own worker file", async () => {
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  const page = await hostPage(here.server.origin, policy);
  here.server.requests.length = 0;
  const element = await place(page, HELLO);
  for (const word of ["hello", "again"]) {
    await setCode(element, HELLO.replace("hello", word));
    assert.equal((await outcome(element))?.kind, "ok");
    assert.equal(await output(element), word);
  }
  assert.ok(here.server.requests.includes("/assets/worker.js"));
  await page.context().close();
});

test("a page of another origin runs programs by a Blob worker", async () => {
  const origin = here.server.origin;
  const page = await hostPage(elsewhere(), `default-src ${origin}; script-src ${origin} 'wasm-unsafe-eval'; worker-src blob:`);
  const element = await place(page, HELLO);
  assert.equal((await outcome(element))?.kind, "ok");
  await page.context().close();
});

test("a page of another origin whose policy forbids blobs is told what its policy must allow", async () => {
  const origin = here.server.origin;
  const page = await hostPage(elsewhere(), `default-src ${origin}; script-src ${origin} 'wasm-unsafe-eval'; worker-src 'none'`);
  const element = await place(page, HELLO);
  await run(element);
  await status(element, "Not run");
  await element.getByText("the Content-Security-Policy needs “worker-src blob:”").waitFor();
  await element.getByRole("button", { name: "Try again" }).click();
  await element.getByText("the Content-Security-Policy needs “worker-src blob:”").waitFor();
  await element.getByRole("button", { name: "Run" }).waitFor();
  await page.context().close();
});

test("a browser that starts no worker is a message, and trying again works once it does", async () => {
  const element = await bench(here, HELLO);
  const page = element.page();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.evaluate(() => {
    Object.assign(globalThis, { RealWorker: Worker });
    globalThis.Worker = class {
      constructor() {
        throw new Error("too many workers");
      }
    } as never;
  });
  await run(element);
  await element.getByText("The engine could not be started in this browser.").waitFor();
  assert.deepEqual(errors, []);
  await page.evaluate(() => {
    globalThis.Worker = (globalThis as never as { RealWorker: typeof Worker }).RealWorker;
  });
  await element.getByRole("button", { name: "Try again" }).click();
  await status(element, "Finished");
  assert.equal(await output(element), "hello");
  await page.context().close();
});

test("a worker that breaks down as it starts is a message", async () => {
  const element = await bench(here, HELLO);
  const page = element.page();
  await page.evaluate(() => {
    const Real = Worker;
    globalThis.Worker = class {
      constructor() {
        const source = "onmessage = () => { throw new Error('out of memory') }";
        return new Real(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      }
    } as never;
  });
  await run(element);
  await element.getByText("The engine could not be started in this browser.").waitFor();
  await element.getByRole("button", { name: "Try again" }).waitFor();
  await page.context().close();
});

test("the page's part of the engine that does not arrive is a message", async () => {
  let broken = true;
  here.server.fault = (path, response) => {
    if (!broken || !/chunk-.*\.js$/.test(path) || !here.server.requests.includes("/broken")) return false;
    response.writeHead(503).end();
    return true;
  };
  const element = await bench(here, HELLO);
  here.server.requests.push("/broken"); // from here on
  await run(element);
  await element.getByText("The part of this page that runs Go could not be loaded.").waitFor();
  broken = false;
  here.server.fault = () => false;
  // Browsers differ in whether they fetch a module again: reloading always helps.
  await element.getByRole("button", { name: "Try again" }).waitFor();
  await element.page().context().close();
});

test("storage that is full costs the learner the memory, not the page", async () => {
  const element = await bench(here, HELLO);
  const page = element.page();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await replaceCode(element, HELLO.replace("hello", "edited"));
  await page.waitForTimeout(400);
  await run(element);
  await status(element, "Finished");
  assert.equal(await output(element), "edited");
  await element.getByRole("button", { name: "Reset" }).click();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("a reader's own theme is there before the first paint", async () => {
  const page = await here.visit("/index.html", { colorScheme: "light" });
  await page.evaluate(() => localStorage.setItem("awaitgo:theme", "dark"));
  // The page's script never comes: what shows is what came before it.
  await page.route("**/assets/page.js", () => {});
  await page.goto(here.server.origin + "/index.html", { waitUntil: "commit" });
  await page.waitForFunction(() => document.body && getComputedStyle(document.body).marginTop === "0px"); // styled
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(15, 22, 19)");
  await page.context().close();
});
