/// The event log: what it says of programs whose goroutines, waits and wakes are known.
/// Each program in testdata/log ends in a comment with the account of it, in the notation
/// of log.notation.ts. Both engines give that, and the same log to the byte.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import type { LogEvent } from "../web/timeline/log.ts";
import { PROGRAMS } from "./determinism.programs.ts";
import { bench, main, run, site, status } from "./fixture.ts";
import { inShort } from "./log.notation.ts";
import { savedLog, tryProgram, type TryOptions, type TryResult } from "./try.ts";

const here = site();
const FOLDER = join(import.meta.dirname, "testdata/log");
const OPTIONS: TryOptions = { engine: "instant", clock: "virtual", seed: "1", timeoutMs: 60_000, log: true, stdin: "one\ntwo\n" };

/** Logs that differ between the engines, and why. */
const DIFFERENT: Record<string, string> = {
  cancel: "go cancel() starts compiled code, whose place only the interpreter's caller knows",
};

const ACCOUNT = /\n\/\*\n([^]*)\n\*\/\n$/;

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".go"))) {
  const name = file.slice(0, -".go".length);
  test(`${name.replaceAll("_", " ")}: both engines tell what happens`, async () => {
    const code = readFileSync(join(FOLDER, file), "utf8");
    const account = ACCOUNT.exec(code)?.[1];
    const page = await here.stage();
    const logs: LogEvent[][] = [];
    for (const engine of ["exact", "instant"]) {
      const result = await tryProgram(page, file, code, { ...OPTIONS, engine });
      assert.ok(result.log, `${engine}: ${result.reason}`);
      if (account) assert.equal(inShort(result.log), account, engine);
      wellFormed(result);
      logs.push(result.log);
    }
    const [exact, instant] = logs.map((log) => savedLog(log, { file, engine: "" }, OPTIONS));
    if (name in DIFFERENT) assert.notEqual(instant, exact, `${name} is no exception any more`);
    else assert.equal(instant, exact);
  });
}

/** What holds of every log. */
function wellFormed({ log, stdout, outcome, exitCode }: TryResult): void {
  const goroutines = new Set<number>();
  const objects = new Set<number>();
  let printed = "";
  let t = 0;
  log!.forEach((event, i) => {
    assert.equal(event.seq, i + 1);
    assert.ok(event.t >= t);
    t = event.t;
    if (event.kind === "start") goroutines.add(event.g);
    if (event.kind === "object") objects.add(event.object);
    assert.ok(goroutines.has(event.g), `${JSON.stringify(event)}: its goroutine has started`);
    if ("object" in event && event.object !== undefined) assert.ok(objects.has(event.object), `${JSON.stringify(event)}: its object is known`);
    if (event.kind === "block") for (const object of event.on) assert.ok(objects.has(object), `${JSON.stringify(event)}: its objects are known`);
    if (event.kind === "output" && event.stream === "stdout") printed += event.text;
  });
  assert.equal(printed, stdout);
  assert.deepEqual(log!.filter(({ kind }) => kind === "outcome").map((event) => event.kind === "outcome" && [event.outcome, event.exitCode]), [[outcome, exitCode]]);
  assert.equal(log!.at(-1)!.kind, "outcome");
}

test("values are shown short, and no method is called for it", async () => {
  const page = await here.stage();
  const code = readFileSync(join(FOLDER, "values.go"), "utf8");
  for (const engine of ["exact", "instant"]) {
    const { log, stdout } = await tryProgram(page, "values.go", code, { ...OPTIONS, engine });
    assert.equal(stdout, "");
    assert.deepEqual(
      log!.flatMap((event) => (event.kind === "send" ? [event.value] : [])),
      ["{1 -2}", '{"a \\"b\\"" &{3 4} lost}', "nil", "1.5", "true", "120", '["p" "q"]', "map[1]", "1.5s", "3", "wrapped: in", '"a text that is longer than forty chara…'],
      engine,
    );
  }
});

for (const engine of ["exact", "instant"]) {
  test(`a program that waits for input is woken by it (${engine})`, async () => {
    const code = main(`var name string\n\tfmt.Scan(&name)\n\tfmt.Println("hello,", name)`, "fmt");
    const element = await bench(here, code, { engine, log: "" });
    await element.evaluate((element) => {
      const log: LogEvent[] = [];
      Object.assign(element, { told: log });
      element.addEventListener("log", (event) => log.push(...(event as CustomEvent<{ events: LogEvent[] }>).detail.events));
    });
    await run(element);
    await status(element, "Waiting for input");
    await element.getByRole("textbox", { name: "Input" }).fill("Ann");
    await element.getByRole("textbox", { name: "Input" }).press("Enter");
    await status(element, "Finished");
    const log = await element.evaluate((element) => (element as unknown as { told: LogEvent[] }).told);
    assert.equal(inShort(log), "g1 main\ng1 input stdin :9 > input");
    await element.page().context().close();
  });
}

/** The interpreter allocates more for a log, so that the collector comes at another time, and addresses are others. */
const MOVED = ["who is first 500", "random sleepers 400", "hash of a pointer 10", "hash of a pointer 100"];

for (const engine of ["exact", "instant"]) {
  test(`a log changes nothing in what a program does (${engine})`, async () => {
    const page = await here.stage();
    for (const [name, code] of Object.entries(PROGRAMS)) {
      const options = { ...OPTIONS, engine, seed: "7", stdin: "" };
      const silent = await tryProgram(page, "main.go", code, { ...options, log: false });
      const { log, ...told } = await tryProgram(page, "main.go", code, options);
      assert.ok(log!.length >= 2, name);
      const moved = engine === "instant" && MOVED.includes(name);
      const keys = moved ? (["outcome", "exitCode"] as const) : (["outcome", "exitCode", "stdout", "stderr", "virtualMs"] as const);
      for (const key of keys) assert.equal(told[key], silent[key], `${name}: ${key}`);
    }
  });
}
