/// The short version of make fidelity, and what it calls a program and a wrong answer.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";

import type { EngineChoice } from "../web/engine/contract.ts";
import { launchChromium } from "./browser.ts";
import { DIST } from "./fixture.ts";
import { ourPrograms } from "./fidelity.ts";
import { programsOf, runsByItself } from "./fidelity/corpus.ts";
import { score } from "./fidelity/score.ts";
import { judge } from "./fidelity/verdict.ts";
import { StaticServer } from "./server.ts";
import type { TryResult } from "./try.ts";

let browser: Browser;
let server: StaticServer;
before(async () => {
  server = await StaticServer.serve(DIST);
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Of so many programs that stand side by side, and are much alike, one is run. */
const EVERY = 12;

test("the instant engine does as Go does", async () => {
  const all = ourPrograms();
  assert.ok(all.length >= 400, `${all.length} programs`);
  const some = all.filter((_, i) => i % EVERY === 0);
  const scores = await score(browser, some, { engine: "instant", origin: server.origin, pages: 2, timeoutMs: 60_000 });
  const failed = scores.filter(({ verdict }) => verdict.kind !== "pass").map(({ program, verdict }) => ({ program: program.name, ...verdict }));
  assert.deepEqual(failed.filter(({ kind }) => kind === "wrong" || kind === "slow"), []);
  assert.ok(failed.length <= some.length / 10, JSON.stringify(failed));
});

test("a folder's programs are its files, or the folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "awaitgo-corpus-"));
  const main = "package main\n\nfunc main() {}\n";
  const files: Record<string, string> = {
    "one.go": main,
    "one.in": "input",
    "two.go": main,
    "two_test.go": "package main\n",
    "notes.txt": "no program",
    "several.txtar": `about it\n-- main.go --\n${main}-- b.go --\npackage main\n-- data.txt --\nx\n`,
    "app/main.go": main,
    "app/part.go": "package main\n\nvar x int\n",
    "app/other/lib.go": "package other\n",
    "app/testdata/no.go": main,
  };
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const programs = programsOf(folder).map(({ name, files, stdin }) => [name, Object.keys(files).sort(), stdin]);
    assert.deepEqual(programs, [
      ["app", ["main.go", "part.go"], ""],
      ["one.go", ["one.go"], "input"],
      ["several.txtar", ["b.go", "main.go"], ""],
      ["two.go", ["two.go"], ""],
    ]);
    assert.deepEqual(programsOf(join(folder, "two.go")).map(({ name }) => name), ["two.go"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("of the Go distribution's tests, those count that run by themselves", () => {
  const runs = (source: string, engine: EngineChoice, name = "x.go") => runsByItself({ name, stdin: "", files: { "x.go": source } }, engine);
  const none = { instant: false, exact: false };
  for (const [source, expected] of [
    ['// run\n\npackage main\n\nimport "fmt"\n', { instant: true, exact: true }],
    ['// run\n\npackage main\n\nimport "unsafe"\n', { instant: false, exact: true }],
    ['// run\n\npackage main\n\nimport "runtime"\n', { instant: false, exact: true }],
    ['// run\n\npackage main\n\nfunc main() { os.Open("x") }\n', { instant: false, exact: true }],
    ["// errorcheck\n\npackage main\n", none],
    ["// run -gcflags=-l\n\npackage main\n", none],
    ['// run\n\npackage main\n\nimport (\n\t"os/exec"\n)\n', none],
    ["// run\n\n//go:build cgo\n\npackage main\n", none],
  ] as const) {
    assert.deepEqual({ instant: runs(source, "instant"), exact: runs(source, "exact") }, expected, source);
    assert.equal(runs(source, "exact", "x.dir/main.go"), false, "one of several packages");
  }
});

const RESULT: TryResult = {
  file: "", engine: "instant", outcome: "ok", exitCode: 0, stdout: "a\n", stderr: "",
  diagnostics: [], reason: "", virtualMs: 0, wallMs: 0, firstOutputMs: null,
};
const ran = (...outputs: string[]) => ({ kind: "ran" as const, endings: outputs.map((stdout) => ({ stdout, stderr: "", exitCode: 0 })) });

test("an answer is right, wrong, refused, or can't be told", () => {
  assert.equal(judge(ran("a\n", "a\n"), RESULT).kind, "pass");
  assert.equal(judge(ran("b\n", "b\n"), RESULT).kind, "wrong");
  assert.equal(judge(ran("a\n", "a\n"), { ...RESULT, exitCode: 1 }).kind, "wrong");
  assert.equal(judge(ran("a\n", "a\n"), { ...RESULT, stderr: "x\n" }).kind, "wrong");
  assert.equal(judge(ran("a\n", "b\n"), RESULT).kind, "set aside");
  assert.equal(judge(ran("a\n", "a\n"), { ...RESULT, outcome: "stopped", exitCode: null }).kind, "slow");
  // An engine that broke down has no excuse.
  assert.equal(judge(ran("a\n", "a\n"), { ...RESULT, outcome: "failed", exitCode: null, reason: "broke" }).kind, "wrong");
  const reason = "The instant engine can’t run this program: it is too odd.";
  assert.deepEqual(judge(ran("a\n", "a\n"), { ...RESULT, outcome: "rejected", exitCode: null, reason }), { kind: "refused", reason: "it is too odd" });
});

test("a panic counts by its message, not by addresses and frames", () => {
  const native = {
    kind: "ran" as const,
    endings: [{ stdout: "", stderr: "panic: (main.T) 0xc00012\n[signal SIGSEGV: code=1]\n\ngoroutine 1 [running]:\nmain.main()\n", exitCode: 2 }],
  };
  const stderr = "panic: (main.T) 0xc000012345\n\ngoroutine 1 [running]:\nmain.main()\n\t./prog.go:3\nexit status 2\n";
  assert.equal(judge(native, { ...RESULT, outcome: "panic", exitCode: 2, stdout: "", stderr }).kind, "pass");
  assert.equal(judge(native, { ...RESULT, outcome: "panic", exitCode: 2, stdout: "", stderr: stderr.replace("main.T", "main.U") }).kind, "wrong");
});

test("a program that does not build must be rejected in go build's words", () => {
  const native = { kind: "rejected" as const, text: "./a.go:4:2: declared and not used: x\n" };
  const rejected = { ...RESULT, outcome: "rejected", exitCode: 1, stdout: "" };
  assert.equal(judge(native, { ...rejected, stderr: "# command-line-arguments\n./a.go:4:2: declared and not used: x\n" }).kind, "pass");
  assert.equal(judge(native, { ...rejected, stderr: "# command-line-arguments\n./a.go:4:2: x is not used\n" }).kind, "wrong");
  assert.equal(judge(native, RESULT).kind, "wrong");
});
