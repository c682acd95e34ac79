/// What a learner sees and can do while the exact engine fetches, builds and runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { bench, main, outcome, output, place, replaceCode, run, setCode, site, staged, status } from "./fixture.ts";
import { openBench } from "./try.ts";

const here = site();

test("what needs another system fails as in any browser, and it is said why", async () => {
  const element = await staged(here, main('fmt.Println(exec.Command("/bin/ls").Run())', "fmt", "os/exec"), { engine: "exact" });
  const result = await outcome(element);
  assert.equal(result?.kind, "ok");
  assert.match(await output(element), /^fork\/exec \/bin\/ls: /);
  await element.getByText("A browser has no other programs to start, so os/exec can’t start any.").waitFor();
  await setCode(element, 'package main\n\nimport "C"\n\nfunc main() {}\n');
  const cgo = await outcome(element);
  assert.equal(cgo?.kind, "rejected");
  assert.match(cgo?.reason ?? "", /There is no C compiler in a browser/);
});

/** A program that has been fetched for, so that what follows is quick. */
async function warmed(): Promise<Locator> {
  const element = await staged(here, main('fmt.Println("warm")', "fmt"), { engine: "exact", pace: "instant" });
  assert.equal((await outcome(element))?.kind, "ok");
  return element;
}

/** Waits in the page for an event of the run, then presses Stop; how long that takes. */
function stopWhen(element: Locator, status: string): Promise<{ kind: string; ms: number }> {
  return element.evaluate(async (element, status) => {
    const done = new Promise<{ kind: string; at: number }>((resolve) =>
      element.addEventListener("done", (event) => resolve({ kind: (event as CustomEvent).detail.kind, at: performance.now() }), { once: true }),
    );
    const line = element.shadowRoot!.querySelector("[part~=status]")!;
    const reached = new Promise<void>((resolve) =>
      new MutationObserver(() => line.textContent!.startsWith(status) && resolve()).observe(line, {
        childList: true,
        characterData: true,
        subtree: true,
      }),
    );
    void (element as AwaitGo).run();
    await reached;
    const pressed = performance.now();
    element.shadowRoot!.querySelector<HTMLElement>("[part~=run]")!.click();
    const { kind, at } = await done;
    return { kind, ms: at - pressed };
  }, status);
}

for (const step of ["Compiling", "Linking", "Running"]) {
  test(`Stop works while it says ${step}, within 100 ms, and the next run is right`, async (t) => {
    const element = await warmed();
    const times: number[] = [];
    for (let i = 0; times.length < 3 && !times.some((ms) => ms < 100); i++) {
      await setCode(element, main(`fmt.Println("${step}", ${i})\n\tfor {\n\t}`, "fmt"));
      const { kind, ms } = await stopWhen(element, step);
      assert.equal(kind, "stopped");
      times.push(ms);
    }
    t.diagnostic(`stopped in ${times.map((ms) => ms.toFixed(1)).join(", ")} ms`);
    assert.ok(Math.min(...times) < 100, `stopping took ${times.join(", ")} ms`);
    await setCode(element, main('fmt.Println("again")', "fmt"));
    assert.equal((await outcome(element))?.kind, "ok");
    assert.equal(await output(element), "again");
  });
}

/** Runs the program and returns what its status line said meanwhile. */
function statusesOfRun(element: Locator): Promise<string[]> {
  return element.evaluate(async (element) => {
    const line = element.shadowRoot!.querySelector("[part~=status]")!;
    const seen: string[] = [];
    new MutationObserver(() => seen.push(line.textContent!)).observe(line, { childList: true, characterData: true, subtree: true });
    await (element as AwaitGo).run();
    return seen;
  });
}

test("a program that is run again as it is, is not built again", async () => {
  const element = await warmed();
  const seen = await statusesOfRun(element);
  assert.equal(seen.some((text) => /Compiling|Linking/.test(text)), false, seen.join());
});

test("a program that was changed is built while its author pauses", async () => {
  const element = await warmed();
  let seen: string[] = [];
  // A busy machine may need longer than the author does.
  for (let attempt = 1; attempt <= 4; attempt++) {
    await replaceCode(element, main(`fmt.Println("changed", ${attempt})`, "fmt"));
    await element.page().waitForTimeout(2000 * attempt);
    seen = await statusesOfRun(element);
    assert.equal(await output(element), `changed ${attempt}`);
    if (!seen.some((text) => /Compiling|Linking/.test(text))) break;
  }
  assert.equal(seen.some((text) => /Compiling|Linking/.test(text)), false, seen.join());
});

test("a program that keeps the instant engine busy is offered the exact one, and what was typed is typed again", async () => {
  const code = `package main

import "fmt"

func main() {
	var name string
	fmt.Print("Name? ")
	fmt.Scanln(&name)
	fmt.Println("Hello,", name)
	sum := 0
	for i := range 400_000_000 {
		sum += i & 3
	}
	fmt.Println(sum)
}
`;
  const element = await bench(here, code, { pace: "instant" });
  await run(element);
  await status(element, "Waiting for input");
  await element.getByLabel("Input").fill("Ada");
  await element.getByLabel("Input").press("Enter");
  const offer = element.getByRole("button", { name: /^Fetch \d+ MB and run$/ });
  await offer.waitFor();
  assert.match(await output(element), /Hello, Ada/);
  await offer.click();
  await status(element, "Finished");
  assert.equal(await output(element), "Name? Ada\nHello, Ada\n600000000");
  await element.getByText("The exact engine runs this program anew").waitFor();

  // Now that it is there, it takes over by itself.
  await setCode(element, code.replace("Hello", "Hi"));
  await run(element);
  await status(element, "Waiting for input");
  await element.getByLabel("Input").fill("Bob");
  await element.getByLabel("Input").press("Enter");
  await element.getByText("The instant engine was slow at this program.").waitFor();
  await status(element, "Finished");
  assert.equal(await output(element), "Name? Bob\nHi, Bob\n600000000");
  await element.page().context().close();
});

test("on a connection that saves data the learner is asked before the engine is fetched", async () => {
  const page = await here.visit("/index.html");
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await openBench(page, here.server.origin);
  here.server.requests.length = 0;
  const element = await place(page, main('fmt.Println("fetched")', "fmt"), { engine: "exact", pace: "instant" });
  await run(element);
  const agree = element.getByRole("button", { name: /^Fetch \d+ MB and run$/ });
  await agree.waitFor();
  assert.deepEqual(here.server.requests.filter((path) => path.includes("exact-")), []);
  await agree.click();
  await status(element, "Finished");
  assert.equal(await output(element), "fetched");
  assert.notDeepEqual(here.server.requests.filter((path) => path.includes("exact-compile")), []);
  await page.context().close();
});

test("a first run says how far it is, fetches what it imports and no more, and Stop ends the loading, too", async () => {
  const page = await here.visit("/index.html");
  await openBench(page, here.server.origin);
  const element = await place(page, main('fmt.Println("base")', "fmt"), { engine: "exact", pace: "instant" });
  here.server.requests.length = 0;
  const packs = () => [...new Set(here.server.requests.flatMap((path) => /\/exact-(\w+)-/.exec(path)?.[1] ?? []))].sort();

  let answer = (): void => {};
  here.server.fault = (path, response) => {
    if (!path.includes("exact-link")) return false;
    answer = () => response.destroy();
    return true;
  };
  await run(element);
  await element.locator(".loading", { hasText: /[\d.]+ of [\d.]+ MB/ }).waitFor();
  await element.getByRole("button", { name: "Stop" }).click();
  await status(element, "Stopped");
  here.server.fault = () => false;
  answer();

  const seen = await statusesOfRun(element);
  const order = ["Compiling", "Linking", "Running"].map((step) => seen.lastIndexOf(step));
  assert.ok(!order.includes(-1), seen.join());
  assert.deepEqual(order, order.toSorted((a, b) => a - b), seen.join());
  assert.equal(await output(element), "base");
  assert.deepEqual(packs(), ["base", "compile", "link"]);

  await setCode(element, main('fmt.Println(regexp.QuoteMeta("."))', "fmt", "regexp"));
  assert.equal((await outcome(element))?.kind, "ok");
  assert.deepEqual(packs(), ["base", "compile", "link", "text"]);
  await page.context().close();
});
