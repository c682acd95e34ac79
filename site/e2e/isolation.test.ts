/// What a learner's program can get at in a real browser: nothing of the page's.
/// See web/engine/isolation.test.ts for a module written to break out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import * as esbuild from "esbuild";

import { DIST, LESSON, site } from "./fixture.ts";
import { openBench, tryProgram, type TryOptions } from "./try.ts";

const here = site();
const options: TryOptions = { engine: "auto", clock: "virtual", seed: "1", timeoutMs: 30_000 };

test("the worker has lost network, storage, other workers and the page", async () => {
  const probe = await esbuild.build({
    stdin: {
      contents: `
        import { isolate } from "./host/isolate.ts";
        const post = postMessage.bind(globalThis);
        const left = isolate(globalThis);
        const names = ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts", "indexedDB",
          "caches", "BroadcastChannel", "Worker", "SharedWorker", "navigator", "location", "postMessage", "eval", "self",
          "Request", "Response", "Notification", "crypto", "MessageChannel", "addEventListener", "close"];
        post({ left, there: names.filter((name) => typeof globalThis[name] !== "undefined") });`,
      resolveDir: join(import.meta.dirname, "../web/engine"),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const page = await here.visit(LESSON);
  const { left, there } = await page.evaluate(async (source) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    return new Promise<{ left: string[]; there: string[] }>((resolve) => (worker.onmessage = (event) => resolve(event.data)));
  }, probe.outputFiles[0]!.text);
  assert.deepEqual(there, []);
  // Two numbers of an old interface that can't be deleted; the interface itself can.
  assert.deepEqual(left.filter((name) => name !== "TEMPORARY" && name !== "PERSISTENT"), []);
  await page.context().close();
});

test("programs that look for the outside find none", async () => {
  const page = await here.visit("/index.html");
  await openBench(page, here.server.origin);
  here.server.requests.length = 0;
  const result = await tryProgram(
    page,
    "out.go",
    `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	_, err := http.Get("${here.server.origin}/secret")
	fmt.Println(err != nil)
	_, err = http.Get("https://developer.mozilla.org/")
	fmt.Println(err)
	_, err = os.ReadFile("/etc/passwd")
	fmt.Println(err)
	_, err = os.Open("/awaitgo/request")
	fmt.Println(err)
	_, found := os.LookupEnv("PATH")
	fmt.Println(found)
}
`,
    options,
  );
  assert.equal(
    result.stdout,
    [
      "true",
      'Get "https://developer.mozilla.org/": dial tcp: lookup developer.mozilla.org: no such host',
      "open /etc/passwd: no such file or directory",
      "open /awaitgo/request: no such file or directory",
      "false",
      "",
    ].join("\n"),
  );
  assert.deepEqual(here.server.requests.filter((path) => path.includes("secret")), []);

  for (const path of ["syscall/js", "syscall", "unsafe", "os/exec", "plugin", "C"]) {
    const refused = await tryProgram(page, "import.go", `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`, options);
    assert.equal(refused.outcome, "rejected", path);
  }
  await page.context().close();
});

test("a program's output is text and never markup", async () => {
  const page = await here.visit("/index.html");
  await openBench(page, here.server.origin);
  const code = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("<img src=x onerror=alert(1)><script>alert(2)</script>") }\n';
  await page.evaluate(async (source) => {
    const element = document.createElement("await-go") as HTMLElement & { code: string; run(): Promise<unknown> };
    element.setAttribute("pace", "instant");
    element.code = source;
    document.body.append(element);
    await element.run();
  }, code);
  const found = await page.evaluate(() => document.querySelector("await-go")!.shadowRoot!.querySelectorAll("img, script").length);
  assert.equal(found, 0);
  await page.context().close();
});

const policies: string[] = [];
before(() => {
  for (const path of ["index.html", "38-asyncio/index.html"]) {
    const html = readFileSync(join(DIST, path), "utf8");
    policies.push(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");
  }
});

test("every page carries a strict policy", () => {
  for (const policy of policies) {
    assert.match(policy, /default-src (&#39;|')none(&#39;|')/);
    assert.match(policy, /wasm-unsafe-eval/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
  }
});
