/// The interface of make try, which tools outside the project use.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** What make try prints; make goes to the folder site before. */
function runTry(env: Record<string, string>): string {
  return execFileSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, "try.ts")], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
}

function tryFiles(programs: Record<string, string>, env: Record<string, string> = {}): Record<string, unknown>[] {
  const folder = mkdtempSync(join(tmpdir(), "awaitgo-try-"));
  try {
    const files = Object.entries(programs).map(([name, code]) => {
      writeFileSync(join(folder, name), code);
      return join(folder, name);
    });
    const out = runTry({ ...env, FILES: files.join(" ") });
    const lines = out.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(lines.map((line) => line.file), files);
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("make try prints one JSON object a program with all its fields", () => {
  const [fine, exit, wrong, dead] = tryFiles({
    "fine.go": 'package main\n\nimport (\n\t"fmt"\n\t"time"\n)\n\nfunc main() {\n\tfmt.Println("a")\n\ttime.Sleep(3 * time.Second)\n}\n',
    "exit.go": 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tfmt.Fprintln(os.Stderr, "bad")\n\tos.Exit(7)\n}\n',
    "wrong.go": "package main\n\nfunc main() {\n\tx := nowhere\n\t_ = x\n}\n",
    "dead.go": "package main\n\nfunc main() {\n\tselect {}\n}\n",
  });
  assert.deepEqual(
    Object.keys(fine!).sort(),
    ["diagnostics", "engine", "exitCode", "file", "firstOutputMs", "outcome", "reason", "stderr", "stdout", "virtualMs", "wallMs"].sort(),
  );
  assert.equal(fine!.outcome, "ok");
  assert.equal(fine!.exitCode, 0);
  assert.equal(fine!.stdout, "a\n");
  assert.equal(fine!.stderr, "");
  assert.equal(fine!.virtualMs, 3000);
  assert.equal(exit!.outcome, "exit");
  assert.equal(exit!.exitCode, 7);
  assert.equal(exit!.stderr, "bad\nexit status 7\n");
  assert.equal(wrong!.outcome, "rejected");
  assert.equal((wrong!.diagnostics as unknown[]).length, 1);
  assert.equal(dead!.outcome, "deadlock");
  assert.equal(dead!.exitCode, 2);
  assert.match(String(dead!.stderr), /^fatal error: all goroutines are asleep - deadlock!\n/);
});

test("paths are as from the project's folder, and the folder for logs is made", () => {
  const scratch = mkdtempSync(join(tmpdir(), "awaitgo-try-"));
  try {
    const LOG = join(scratch, "logs");
    const out = runTry({ FILES: "lessons/38-asyncio/one-by-one/main.go", LOG });
    assert.equal(JSON.parse(out).outcome, "ok");
    const [header, first] = readFileSync(join(LOG, "main.jsonl"), "utf8").split("\n").map((line) => line && JSON.parse(line));
    assert.deepEqual(header.files, ["main.go"]);
    assert.ok(first);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test("a program that never ends is stopped after TIMEOUT, and the next one runs", () => {
  const [endless, next] = tryFiles(
    {
      "endless.go": "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n",
      "next.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("next") }\n',
    },
    // Long enough for a slow machine to fetch the engine for the one that comes next.
    { TIMEOUT: "15" },
  );
  assert.equal(endless!.outcome, "stopped");
  assert.equal(next!.stdout, "next\n");
});

test("a hundred small programs run in one browser", () => {
  const programs: Record<string, string> = {};
  for (let i = 0; i < 100; i++) {
    programs[`p${i}.go`] = `package main\n\nimport "fmt"\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- ${i} }()\n\tfmt.Println(<-c)\n}\n`;
  }
  const results = tryFiles(programs);
  assert.deepEqual(results.map((result) => result.stdout), Object.keys(programs).map((_, i) => `${i}\n`));
});
