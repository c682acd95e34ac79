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

  await page.context().close();
});

/** Programs that the exact engine compiles, and that may thus use all of Go to get out. Each prints what it has got hold of. */
const ESCAPES: [name: string, code: string, stdout: string][] = [
  [
    "asks for JavaScript by name",
    `package main

import (
	"fmt"
	"syscall/js"
)

var interesting = []string{"constructor", "__proto__", "prototype", "eval", "Function", "fetch", "XMLHttpRequest", "WebSocket",
	"importScripts", "postMessage", "self", "globalThis", "window", "document", "parent", "localStorage", "indexedDB", "caches",
	"navigator", "location", "Worker", "WebAssembly", "Reflect", "Proxy", "Symbol", "setTimeout", "performance", "require", "module"}

func look(where string, v js.Value) {
	if v.Type() != js.TypeObject && v.Type() != js.TypeFunction {
		return
	}
	for _, name := range interesting {
		if got := v.Get(name); !got.IsUndefined() {
			fmt.Println(where, name, got.Type())
		}
		attempt(func() { fmt.Println(where, "called", name, v.Call(name, "/secret")) })
		attempt(func() {
			if v.Set(name, 1); !v.Get(name).IsUndefined() {
				fmt.Println(where, "keeps", name)
			}
		})
	}
	attempt(func() { fmt.Println(where, "invoked", v.Invoke("return this")) })
	attempt(func() {
		if v.InstanceOf(v) {
			fmt.Println(where, "is an instance")
		}
	})
}

func attempt(f func()) {
	defer func() { recover() }()
	f()
}

func main() {
	for _, name := range []string{"Object", "Array", "Uint8Array", "Date", "fs", "path", "process"} {
		v := js.Global().Get(name)
		look(name, v)
		attempt(func() { look("new "+name, v.New("return this")) })
	}
	look("global", js.Global())
	look("function", js.FuncOf(func(this js.Value, args []js.Value) any { return this }).Value)
	attempt(func() { fmt.Println("object", js.ValueOf(map[string]any{"a": 1})) })
	fmt.Println("done")
}
`,
    "done\n",
  ],
  [
    "forges references to JavaScript values",
    `package main

import (
	"fmt"
	"syscall/js"
	"unsafe"
)

func attempt(f func()) {
	defer func() { recover() }()
	f()
}

func main() {
	for id := range uint64(3000) {
		for flag := range uint64(5) {
			var v js.Value
			// What a value consists of is its reference, behind a field without size.
			*(*uint64)(unsafe.Add(unsafe.Pointer(&v), unsafe.Sizeof(v)-2*unsafe.Sizeof(uintptr(0)))) = (0x7ff80000|flag)<<32 | id
			for _, name := range []string{"constructor", "prototype", "__proto__", "fetch", "eval", "postMessage"} {
				attempt(func() {
					if got := v.Get(name); !got.IsUndefined() {
						fmt.Println(id, flag, name, got.Type())
					}
				})
				attempt(func() { fmt.Println(id, flag, "called", name, v.Call(name, "/secret")) })
			}
			attempt(func() { fmt.Println(id, flag, "invoked", v.Invoke("return this")) })
		}
	}
	fmt.Println("done")
}
`,
    "done\n",
  ],
  [
    "writes over the memory that it has, and reads beyond it",
    `package main

import (
	"fmt"
	"syscall/js"
	"unsafe"
)

func main() {
	// Bytes that it says lie behind the end of its memory: the host must not believe it.
	array := js.Global().Get("Uint8Array").New(16)
	beyond := unsafe.Slice((*byte)(unsafe.Pointer(uintptr(1)<<31)), 1<<20)
	fmt.Println("before")
	fmt.Println(js.CopyBytesToJS(array, beyond))
}
`,
    "before\n",
  ],
];

for (const [name, code, stdout] of ESCAPES) {
  test(`a compiled program that ${name} finds nothing`, async () => {
    const page = await here.visit("/index.html");
    await openBench(page, here.server.origin);
    await page.evaluate(() => {
      document.cookie = "secret=cookie";
      localStorage.setItem("secret", "stored");
    });
    const result = await tryProgram(page, "main.go", code, { ...options, engine: "exact", timeoutMs: 120_000 });
    assert.equal(result.stdout, stdout, result.stderr);
    assert.deepEqual(here.server.requests.filter((path) => path.includes("secret")), []);
    const left = await page.evaluate(() => [document.cookie, localStorage.getItem("secret")]);
    assert.deepEqual(left, ["secret=cookie", "stored"]);
    // Whatever it did to itself, the next program runs.
    const next = await tryProgram(page, "next.go", 'package main\n\nfunc main() { println("next") }\n', { ...options, engine: "exact" });
    assert.equal(next.stderr, "next\n");
    await page.context().close();
  });
}

for (const [what, directive, declaration, told] of [
  ["a function of a host's choice", "//go:wasmimport env secret", "func secret()", /imports functions \(\/\/go:wasmimport\) that no host here has/],
  ["the page's fetch", "//go:wasmimport window fetch", "func secret()", /imports functions/],
  ["an insider of syscall/js", "//go:linkname secret syscall/js.valueGet", "func secret()", /does not compile/],
  ["an insider of the runtime", "//go:linkname secret runtime.wasmWrite", "func secret()", /does not compile/],
] as const) {
  test(`a program that declares ${what} does not run`, async () => {
    const page = await here.visit("/index.html");
    await openBench(page, here.server.origin);
    const code = `package main\n\nimport _ "unsafe"\n\n${directive}\n${declaration}\n\nfunc main() { println("ran"); secret() }\n`;
    const result = await tryProgram(page, "main.go", code, { ...options, engine: "exact", timeoutMs: 120_000 });
    assert.equal(result.outcome, "rejected", result.stderr);
    assert.match(result.reason, told);
    assert.doesNotMatch(result.stderr, /^ran/m);
    await page.context().close();
  });
}

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
