/// Many programs on a page of another site: what they cost, and what is left of
/// them once they have gone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";

import { output, run, site, status } from "./fixture.ts";
import { embedding, escape, Host, printing } from "./host.ts";

const here = site();
let host: Host;
before(async () => {
  host = await Host.open();
  here.server.headers = { "access-control-allow-origin": "*" };
});
after(() => host?.close());

async function visit(body: string): Promise<Page> {
  const url = host.put("/page.html", embedding(here.server.origin, body));
  const page = await here.visit("/engine/manifest.json");
  here.server.requests.length = 0;
  await page.goto(url);
  await page.waitForFunction(() => customElements.get("await-go"));
  return page;
}

/** The live JavaScript heap and the memory outside it, of the page and all its workers, in bytes. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // WebAssembly's memory and code are in no heap: the renderer's own pages say it.
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(1000);
  await session.send("HeapProfiler.collectGarbage");
  const browser = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  await browser.detach();
  await session.detach();
  let bytes = 0;
  for (const { id, type } of processInfo) if (type === "renderer") bytes += privateBytes(id);
  return bytes;
}

function privateBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const kB = /^Private_Dirty:\s+(\d+) kB/m.exec(rollup)?.[1] ?? "0";
  return Number(kB) * 1024;
}

const MB = 1 << 20;

test("thirty elements cost one engine", async () => {
  const bodies = {
    none: "<p>No program.</p>",
    one: printing("program 0"),
    thirty: Array.from({ length: 30 }, (_, i) => printing(`program ${i}`)).join("\n<p>…</p>\n"),
  };
  const cost: Record<string, number> = {};
  for (const [name, body] of Object.entries(bodies)) {
    const page = await visit(body);
    const elements = page.locator("await-go");
    const count = await elements.count();
    for (let i = 0; i < count; i++) {
      await elements.nth(i).scrollIntoViewIfNeeded();
      await elements.nth(i).locator(".cm-editor").waitFor();
    }
    for (const i of new Set([0, Math.floor(count / 2), count - 1])) {
      if (i >= count || i < 0) continue;
      await run(elements.nth(i));
      await status(elements.nth(i), /Finished/);
      assert.equal(await output(elements.nth(i)), `program ${i}`);
    }
    if (count > 0) {
      // The one that is kept warm for the next run; those that ran have gone.
      await page.waitForFunction(() => true);
      await settled(() => page.workers().length <= 2);
      const engines = here.server.requests.filter((path) => /^\/engine\/instant-[0-9a-f]+\.wasm\.gz$/.test(path));
      assert.equal(engines.length, 1, engines.join(" "));
    }
    cost[name] = await memory(page);
    await page.context().close();
  }
  const engine = cost["one"]! - cost["none"]!;
  const more = cost["thirty"]! - cost["one"]!;
  console.log(`# one element with its engine ${(engine / MB).toFixed(0)} MB, 29 more elements ${(more / MB).toFixed(0)} MB`);
  // Thirty engines would cost 29 times as much again; editors are what is left.
  assert.ok(more < Math.max(engine, 60 * MB), `${more / MB} MB for 29 more, where one engine costs ${engine / MB} MB`);
});

async function settled(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never: ${holds}`);
}

async function counters(session: CDPSession): Promise<{ nodes: number; jsEventListeners: number }> {
  await session.send("HeapProfiler.collectGarbage");
  return session.send("Memory.getDOMCounters");
}

const FOREVER = `package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("on")
	for {
		time.Sleep(time.Second)
	}
}
`;

test("what is removed leaves no worker, no listener and no element behind", async () => {
  const page = await visit(`<div id="room"></div>`);
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  const round = async (): Promise<void> => {
    await page.evaluate((html) => {
      document.querySelector("#room")!.innerHTML = html;
    }, `${printing("brief")}<await-go><pre>${escape(FOREVER)}</pre></await-go>`);
    const [brief, forever] = [page.locator("await-go").first(), page.locator("await-go").last()];
    await forever.locator(".cm-editor").waitFor();
    await run(brief);
    await status(brief, /Finished/);
    // It runs while it is removed.
    await run(forever);
    await forever.getByRole("log").getByText("on").waitFor();
    await page.evaluate(() => {
      const refs = ((globalThis as never as { refs?: WeakRef<Element>[] }).refs ??= []);
      for (const element of document.querySelectorAll("await-go")) refs.push(new WeakRef(element));
      document.querySelector("#room")!.replaceChildren();
    });
    await settled(() => page.workers().length === 0);
  };
  // The first round brings what stays for good: code, sheets, the sandbox of WebAssembly.
  await round();
  const first = await counters(session);
  for (let i = 0; i < 3; i++) await round();
  await settled(async () => {
    await session.send("HeapProfiler.collectGarbage");
    return page.evaluate(() => {
      const { refs } = globalThis as never as { refs: WeakRef<Element>[] };
      // CodeMirror keeps one range for measuring, which holds on to where it was last.
      return refs.filter((ref) => ref.deref() !== undefined).length <= 1;
    });
  });
  const last = await counters(session);
  // The one element that may be left has about 30; six that are left would have more.
  assert.ok(last.jsEventListeners <= first.jsEventListeners + 40, `${first.jsEventListeners} listeners, then ${last.jsEventListeners}`);
  assert.ok(last.nodes <= first.nodes + 200, `${first.nodes} nodes, then ${last.nodes}`);

  // And it all works again.
  await page.evaluate((html) => (document.querySelector("#room")!.innerHTML = html), printing("again"));
  const again = page.locator("await-go");
  await run(again);
  await status(again, /Finished/);
  assert.equal(await output(again), "again");
  await page.context().close();
});

/** What `expression` is in each worker of the page; by the debugger, as the workers have no eval left. */
async function inWorkers(page: Page, expression: string): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  const ids: string[] = [];
  const values: unknown[] = [];
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") ids.push(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    // The debugger says other things too.
    const { id, result } = JSON.parse(message) as { id?: number; result?: { result?: { value: unknown } } };
    if (id !== undefined && result?.result) values.push(result.result.value);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await settled(() => ids.length > 0 && ids.length === page.workers().length);
  const asked = [...ids]; // Another may come while they answer.
  for (const [i, sessionId] of asked.entries()) {
    const message = JSON.stringify({ id: i + 1, method: "Runtime.evaluate", params: { expression, returnByValue: true } });
    await session.send("Target.sendMessageToTarget", { sessionId, message });
  }
  await settled(() => values.length === asked.length);
  await session.detach();
  return values;
}

test("a program in a page of another site gets at nothing of that page", async () => {
  const page = await visit("");
  await page.evaluate(async () => {
    document.cookie = "session=host-secret";
    localStorage.setItem("token", "host-secret");
    sessionStorage.setItem("token", "host-secret");
    await caches.open("host-secret");
    Object.assign(globalThis, { secret: "host-secret" });
  });
  const program = `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	for _, url := range []string{"${host.origin}/secret", "/secret", "${here.server.origin}/secret"} {
		_, err := http.Get(url)
		fmt.Println(err != nil)
	}
	fmt.Println(os.Environ(), len(os.Args))
	entries, err := os.ReadDir("/")
	fmt.Println(entries, err)
	in := make([]byte, 1)
	fmt.Println("waiting")
	os.Stdin.Read(in)
}
`;
  const html = `<await-go pace="instant"><pre>${escape(program)}</pre></await-go>`;
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), html);
  const element = page.locator("await-go");
  await run(element);
  await element.getByRole("log").getByText("waiting").waitFor();
  assert.equal((await output(element)).trimEnd(), ["true", "true", "true", "[] 1", "[d dev/ d tmp/] <nil>", "waiting"].join("\n"));

  // What the program's worker could reach if the program could reach anything.
  const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts", "indexedDB", "caches",
    "cookieStore", "BroadcastChannel", "Worker", "SharedWorker", "navigator", "location", "postMessage", "self", "origin", "eval"];
  const probes = await inWorkers(page, `JSON.stringify(${JSON.stringify(names)}.filter((name) => name in globalThis))`);
  assert.ok(probes.length >= 1);
  for (const found of probes) assert.equal(found, "[]");
  assert.deepEqual([...host.requests, ...here.server.requests].filter((path) => path.includes("secret")), []);
  await page.context().close();
});
