/// `<await-go>` on a page of another site.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";

import { DIST, output, run, site, status } from "./fixture.ts";
import { embedding, escape, Host, printing } from "./host.ts";

const here = site();
let host: Host;
before(async () => {
  host = await Host.open();
  // What embedding asks of whoever serves the course: see the page on embedding.
  here.server.headers = { "access-control-allow-origin": "*" };
});
after(() => host?.close());

async function visit(body: string, { head = "", headers = {} }: { head?: string; headers?: Record<string, string> } = {}): Promise<Page> {
  const url = host.put("/page.html", embedding(here.server.origin, body, head), { headers });
  const page = await here.visit("/engine/manifest.json");
  here.server.requests.length = 0;
  await page.goto(url);
  return page;
}

/** Runs the element's program; resolves with what it printed, or with the element's message. */
function outcome(element: Locator): Promise<{ printed: string; error: string }> {
  return element.evaluate(async (element: HTMLElement) => {
    let printed = "";
    let error = "";
    element.addEventListener("output", (event) => (printed += (event as CustomEvent<{ text: string }>).detail.text));
    element.addEventListener("error", (event) => (error = (event as Event as CustomEvent<{ message: string }>).detail.message));
    await (element as HTMLElement & { run(): Promise<unknown> }).run();
    return { printed, error };
  });
}

test("before first use it costs at most 20 kB, and nothing more is fetched until a listing is near", async () => {
  const page = await visit(`<p style="height: 4000px">A long text.</p>${printing("far")}`);
  await page.waitForFunction(() => customElements.get("await-go"));
  await page.waitForTimeout(500);
  const fetched = [...new Set(here.server.requests)].filter((path) => path !== "/favicon.ico");
  assert.ok(fetched.every((path) => path.startsWith("/assets/") && path.endsWith(".js")), fetched.join(" "));
  const bytes = fetched.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length, 0);
  assert.ok(bytes > 5_000 && bytes <= 20_000, `${bytes} bytes: ${fetched.join(" ")}`);

  const element = page.locator("await-go");
  await element.scrollIntoViewIfNeeded();
  await element.locator(".cm-editor").waitFor();
  await run(element);
  await status(element, /Finished/);
  assert.equal(await output(element), "far");
  assert.ok(here.server.requests.some((path) => path.startsWith("/engine/instant-")));
  assert.deepEqual(host.requests.filter((path) => path !== "/page.html" && path !== "/favicon.ico"), []);
  await page.context().close();
});

interface Policy {
  [directive: string]: string;
}

function needed(): Policy {
  const course = here.server.origin;
  return { "default-src": "'none'", "script-src": `${course} 'wasm-unsafe-eval'`, "connect-src": course, "worker-src": "blob:" };
}

function header(policy: Policy): Record<string, string> {
  const text = Object.entries(policy).map(([name, sources]) => `${name} ${sources}`);
  return { "content-security-policy": text.join("; ") };
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as never as { violations: string[] }).violations);
}

async function visitUnder(policy: Policy, body: string): Promise<Page> {
  const page = await here.visit("/engine/manifest.json");
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener("securitypolicyviolation", (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(host.put("/strict.html", embedding(here.server.origin, body), { headers: header(policy) }));
  return page;
}

test("three directives are all that a strict policy needs, and nothing is refused", async () => {
  const page = await visitUnder(needed(), printing("under a policy"));
  const element = page.locator("await-go");
  await element.locator(".cm-editor").waitFor();
  assert.deepEqual(await outcome(element), { printed: "under a policy\n", error: "" });
  await run(element);
  await status(element, /Finished/);
  // Colours come from sheets that no style-src governs.
  assert.notEqual(await element.locator(".cm-line").first().evaluate((line) => getComputedStyle(line.querySelector("span")!).color), "rgb(0, 0, 0)");
  assert.deepEqual((await violations(page)).filter((text) => !text.includes("favicon")), []);
  await page.context().close();
});

for (const [directive, without, lacking] of [
  ["script-src", (course: string) => course, "script-src 'wasm-unsafe-eval'"],
  ["connect-src", () => "'none'", "connect-src http"],
  ["worker-src", () => "'none'", "worker-src blob:"],
] as const) {
  test(`without its ${lacking} the element says what is missing`, async () => {
    const page = await visitUnder({ ...needed(), [directive]: without(here.server.origin) }, printing("never"));
    const element = page.locator("await-go");
    await element.locator(".workbench").waitFor();
    const { printed, error } = await outcome(element);
    assert.equal(printed, "");
    assert.ok(error.includes(lacking), error);
    await element.getByText(lacking).first().waitFor();
    await page.context().close();
  });
}

test("without the course in script-src the listing stays what it was", async () => {
  const page = await visitUnder({ ...needed(), "script-src": "'none'" }, printing("still here"));
  await page.getByText("still here").waitFor();
  assert.equal(await page.evaluate(() => customElements.get("await-go") === undefined), true);
  await page.context().close();
});

test("a policy by nonce and vouched-for script URLs are served too", async () => {
  const page = await here.visit("/engine/manifest.json");
  const html = embedding(here.server.origin, printing("by nonce")).replace("<script ", '<script nonce="n0nce" ');
  for (const scripts of ["'nonce-n0nce' 'wasm-unsafe-eval'", "'nonce-n0nce' 'strict-dynamic' 'wasm-unsafe-eval'"]) {
    const headers = header({
      ...needed(),
      "script-src": scripts,
      "require-trusted-types-for": "'script'",
      "trusted-types": "awaitgo",
    });
    await page.goto(host.put("/nonce.html", html, { headers }));
    const element = page.locator("await-go");
    await element.locator(".workbench").waitFor();
    assert.deepEqual(await outcome(element), { printed: "by nonce\n", error: "" });
  }
  // Without the name in the policy, the element says so.
  const headers = header({ ...needed(), "require-trusted-types-for": "'script'", "trusted-types": "other" });
  await page.goto(host.put("/nonce.html", embedding(here.server.origin, printing("x")), { headers }));
  await page.locator("await-go .workbench").waitFor();
  assert.match((await outcome(page.locator("await-go"))).error, /trusted-types awaitgo/);
  await page.context().close();
});

test("a page that is isolated across origins can embed it", async () => {
  const page = await visit(printing("isolated"), {
    headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
  });
  // The script tag of a page like this asks with CORS, as every module script does.
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  await page.locator("await-go .workbench").waitFor();
  assert.deepEqual(await outcome(page.locator("await-go")), { printed: "isolated\n", error: "" });
  await page.context().close();
});

test("without the header of the serving host the listing stays readable", async () => {
  here.server.headers = {};
  try {
    const page = await visit(printing("readable"));
    await page.getByText("readable").waitFor();
    assert.equal(await page.evaluate(() => customElements.get("await-go") === undefined), true);
    await page.context().close();
  } finally {
    here.server.headers = { "access-control-allow-origin": "*" };
  }
});

test("it works in shadow roots, and programs differ", async () => {
  const page = await visit(`<div id="a"></div><div id="b"></div>`);
  await page.waitForFunction(() => customElements.get("await-go"));
  await page.evaluate(
    ([one, two]) => {
      document.querySelector("#a")!.attachShadow({ mode: "open" }).innerHTML = one!;
      // Closed, and the element nested in one more root.
      const closed = document.querySelector("#b")!.attachShadow({ mode: "closed" });
      const inner = document.createElement("div");
      closed.append(inner);
      inner.attachShadow({ mode: "open" }).innerHTML = two!;
      Object.assign(globalThis, { nested: inner.shadowRoot!.querySelector("await-go") });
    },
    [printing("one"), printing("two")],
  );
  const first = page.locator("#a await-go");
  await run(first);
  await status(first, /Finished/);
  assert.equal(await output(first), "one");
  const printed = await page.evaluate(async () => {
    const { nested } = globalThis as never as { nested: HTMLElement & { run(): Promise<unknown> } };
    let seen = "";
    // Composed events leave even a closed root.
    document.addEventListener("output", (event) => (seen += (event as CustomEvent<{ text: string }>).detail.text));
    await nested.run();
    return seen;
  });
  assert.equal(printed, "two\n");
  await page.context().close();
});

const TICKING = `package main

import (
	"fmt"
	"time"
)

func main() {
	for i := 1; i <= 4; i++ {
		fmt.Println("tick", i)
		time.Sleep(300 * time.Millisecond)
	}
}
`;

test("a move within the page interrupts nothing", async () => {
  const page = await visit(`<div id="from"><await-go><pre>${escape(TICKING)}</pre></await-go></div><div id="to"></div>`);
  const element = page.locator("await-go");
  await element.locator(".cm-editor").waitFor();
  await run(element);
  await element.getByRole("log").getByText("tick 1").waitFor();
  await page.evaluate(() => document.querySelector("#to")!.append(document.querySelector("await-go")!));
  await status(element, /Finished/);
  assert.equal(await output(element), "tick 1\ntick 2\ntick 3\ntick 4");
  // The editor is the same, and lives.
  await element.locator(".cm-content").click();
  await page.keyboard.type("// moved");
  await element.evaluate((element: HTMLElement & { code: string }) => element.code).then((code) => assert.match(code, /\/\/ moved/));
  await page.context().close();
});

test("a listing that other tools have marked up is read as the program that it shows", async () => {
  // Line numbers beside and inside, lines ended by <br>, colours for another background.
  const page = await visit(`
    <await-go id="table"><table><tr><td><pre><code><span>1</span>\n<span>2</span></code></pre></td>
      <td><pre><code class="language-go" data-lang="go"><span style="display:flex"><span class="kn">package</span> main\n</span>func main() {}\n</code></pre></td></tr></table></await-go>
    <await-go id="inline"><div class="highlight"><pre><span></span><code><span class="linenos">1</span><a id="l1"></a><span class="kn">package</span> main\n<span class="ln">2</span>func main() {}\n</code></pre></div></await-go>
    <await-go id="breaks"><pre><code class="language-go"><span class="token-line" style="color:#F8F8F2"><span class="token keyword">package</span> main<br></span><span class="token-line">func main() {}<br></span></code></pre><button>Copy</button></await-go>`);
  for (const id of ["table", "inline", "breaks"]) {
    await page.locator(`#${id} .workbench`).waitFor();
    const code = await page.locator(`#${id}`).evaluate((element: HTMLElement & { code: string }) => element.code);
    assert.equal(code, "package main\nfunc main() {}\n", id);
  }
  await page.context().close();
});

test("a framework that rewrites the text of the <pre> changes the program", async () => {
  const page = await visit(printing("before"));
  const element = page.locator("await-go");
  await element.locator(".workbench").waitFor();
  await page.evaluate(() => {
    const code = document.querySelector("await-go code")!;
    code.firstChild!.nodeValue = code.firstChild!.nodeValue!.replace("before", "after");
  });
  assert.deepEqual(await outcome(element), { printed: "after\n", error: "" });
  await page.context().close();
});

test("a page that keeps the engine elsewhere says where", async () => {
  const page = await visit(printing("from afar"));
  await page.waitForFunction(() => customElements.get("await-go"));
  const error = await page.evaluate(async () => {
    const Type = customElements.get("await-go") as never as { engineBase: string | null };
    Type.engineBase = "/nowhere";
    const element = document.querySelector("await-go") as HTMLElement & { run(): Promise<unknown> };
    let message = "";
    element.addEventListener("error", (event) => (message = (event as Event as CustomEvent<{ message: string }>).detail.message));
    await element.run();
    return message;
  });
  assert.match(error, /404 for manifest\.json/);
  assert.ok(host.requests.includes("/nowhere/manifest.json"));
  await page.context().close();
});
