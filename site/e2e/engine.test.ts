/// The instant engine behind the public element: loading, running, stopping, failing.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import { bench, LESSON, main, output, program, replaceCode, run, site, status } from "./fixture.ts";

const here = site();

/** The first example with `code` in it, at pace instant. */
async function withProgram(page: Page, code: string): Promise<Locator> {
  const example = program(page, "#example-1");
  await example.scrollIntoViewIfNeeded();
  await replaceCode(example, code);
  await example.evaluate((element) => element.setAttribute("pace", "instant"));
  return example;
}

test("a busy loop streams its output, leaves the page alive, and stops at once; the next Run works", async () => {
  const page = await here.visit(LESSON);
  const example = await withProgram(page, main('for i := 0; ; i++ { if i%200000 == 0 { fmt.Println("tick", i) } }', "fmt"));
  await run(example);
  await example.getByRole("log").getByText("tick 200000", { exact: false }).waitFor();
  const frames = await page.evaluate(async () => {
    let frames = 0;
    for (const end = performance.now() + 2000; performance.now() < end; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return frames;
  });
  assert.ok(frames > 2, `the page drew ${frames} frames in two seconds`);
  // How fast, stop.test.ts measures.
  await example.getByRole("button", { name: "Stop" }).click();
  await status(example, "Stopped");
  await replaceCode(example, main('fmt.Println("again")', "fmt"));
  await run(example);
  await status(example, "Finished");
  assert.equal(await output(example), "again");
  await page.context().close();
});

test("stderr is told apart from stdout, and an exit status is shown", async () => {
  const page = await here.visit(LESSON);
  const example = await withProgram(page, main('fmt.Println("out"); fmt.Fprintln(os.Stderr, "err"); os.Exit(3)', "fmt", "os"));
  await run(example);
  await status(example, "Exited with status 3");
  const log = example.getByRole("log");
  assert.match(await log.locator(".stdout").innerText(), /^out/);
  assert.match(await log.getByRole("group", { name: "Standard error" }).first().innerText(), /^err/);
  await page.context().close();
});

test("an import that the chosen engine has not got is named", async () => {
  const element = await bench(here, main('fmt.Println(sha256.Sum256(nil))', "crypto/sha256", "fmt"), { engine: "instant" });
  await run(element);
  await status(element, "Not run");
  await element.getByText("The instant engine can’t run this program: it has no package crypto/sha256.").waitFor();
  await element.getByRole("button", { name: "line 4" }).click();
  await element.page().context().close();
});

test("only a program that imports net/http downloads it, and one download serves all elements", async () => {
  const page = await here.visit(LESSON);
  here.server.requests.length = 0;
  await run(program(page, "#example-1"));
  await status(program(page, "#example-1"), /Running|Finished/);
  await run(page.locator("await-go[name=one-by-one]"));
  await status(page.locator("await-go[name=one-by-one]"), /Running|Finished/);
  const engines = here.server.requests.filter((path) => path.endsWith(".wasm.gz") && path.includes("instant"));
  assert.equal(engines.length, 1, engines.join(" "));
  assert.ok(!engines[0]!.includes("http"));
  await page.context().close();
});

test("http.Get reaches the simulated web and nothing else", async () => {
  const page = await here.visit(LESSON);
  const example = await withProgram(
    page,
    main(
      `resp, err := http.Get("http://json.example/")
	if err != nil {
		fmt.Println(err)
		return
	}
	body, _ := io.ReadAll(resp.Body)
	fmt.Print(resp.Status, " ", string(body))
	_, err = http.Get("http://nobody.test/")
	fmt.Println(err)`,
      "fmt",
      "io",
      "net/http",
    ),
  );
  await run(example);
  await status(example, "Finished");
  assert.match(await output(example), /^200 OK {"language": "Go".*\nGet "http:\/\/nobody.test\/": dial tcp: lookup nobody.test: no such host$/);
  await page.context().close();
});

test("a host that compresses serves the plain file, one that does not the gzip file", async () => {
  for (const compress of [true, false]) {
    here.server.compress = compress;
    here.server.requests.length = 0;
    const page = await here.visit(LESSON);
    await run(program(page, "#example-1"));
    await status(program(page, "#example-1"), /Running|Finished/);
    await program(page, "#example-1").getByRole("log").getByText("main starts").waitFor();
    const gzip = here.server.requests.some((path) => path.endsWith(".wasm.gz"));
    assert.equal(gzip, !compress);
    await page.context().close();
  }
  here.server.compress = false;
});

test("the download shows its progress in bytes", async () => {
  const page = await here.visit("/index.html");
  // A slow line: the file comes in pieces.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: 2_000_000, uploadThroughput: 1e6 });
  await page.goto(here.server.origin + LESSON);
  const example = program(page, "#example-1");
  await run(example);
  await example.getByText(/\d(\.\d)? of \d\.\d MB/).waitFor();
  await page.context().close();
});

test("a failed download says so, and trying again works", async () => {
  const faults = {
    refused: "answered 500",
    cut: "incomplete or damaged",
    corrupt: "incomplete or damaged",
  };
  for (const [fault, words] of Object.entries(faults)) {
    let broken = true;
    here.server.fault = (path, response) => {
      if (!broken || !path.endsWith(".wasm.gz")) return false;
      if (fault === "refused") response.writeHead(500).end();
      else if (fault === "corrupt") response.writeHead(200).end("this is no engine");
      else {
        response.writeHead(200, { "content-length": 1000 });
        response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), () => response.destroy());
      }
      return true;
    };
    const page = await here.visit(LESSON);
    const example = program(page, "#example-1");
    await run(example);
    await example.getByText(words).waitFor();
    broken = false;
    await example.getByRole("button", { name: "Try again" }).click();
    await example.getByRole("log").getByText("main starts").waitFor();
    await page.context().close();
  }
  here.server.fault = () => false;
});

test("a browser without WebAssembly is told so", async () => {
  const page = await here.visit("/index.html");
  await page.addInitScript("delete globalThis.WebAssembly");
  await page.goto(here.server.origin + LESSON);
  const example = program(page, "#example-1");
  await run(example);
  await example.getByText("This browser has no WebAssembly").waitFor();
  assert.equal(await example.getByRole("button", { name: "Try again" }).count(), 0);
  await page.context().close();
});
