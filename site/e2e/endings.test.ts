/// Every way a program can end, told as `go run` tells it: the same stdout, the
/// same first line of stderr, the same exit code.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";

import { site } from "./fixture.ts";
import { tryProgram } from "./try.ts";

const here = site();
const folder = join(import.meta.dirname, "testdata/endings");
const files = readdirSync(folder).filter((name) => name.endsWith(".go"));

/** What the name of a file says before the first underscore, and the outcome that it stands for. */
const OUTCOMES: Record<string, string> = {
  ok: "ok",
  exit: "exit",
  panic: "panic",
  runtime: "panic",
  fatal: "fatal",
  deadlock: "deadlock",
};

const binaries = mkdtempSync(join(tmpdir(), "awaitgo-endings-"));
after(() => rmSync(binaries, { recursive: true, force: true }));

assert.ok(files.length >= 40);

for (const file of files) {
  test(basename(file, ".go").replaceAll("_", " "), async () => {
    const path = join(folder, file);
    const binary = join(binaries, basename(file, ".go"));
    execFileSync("go", ["build", "-o", binary, path]);
    const native = spawnSync(binary, { encoding: "utf8", input: "" });

    const result = await tryProgram(await here.stage(), file, readFileSync(path, "utf8"), {
      engine: "auto",
      clock: "virtual",
      seed: "1",
      timeoutMs: 30_000,
    });
    const ours = { stdout: result.stdout, stderr: firstLine(result.stderr), exitCode: result.exitCode };
    assert.deepEqual(ours, { stdout: native.stdout, stderr: firstLine(native.stderr), exitCode: native.status });
    const kind = native.status === 0 ? "ok" : file.startsWith("fatal_log") ? "exit" : OUTCOMES[file.split("_")[0]!];
    assert.equal(result.outcome, kind);
    if (native.status !== 0) assert.ok(result.stderr.endsWith(`exit status ${native.status}\n`));
    const withoutArguments = result.stderr.replace(/^(main\.\S+)\(.*\)$/gm, "$1()");
    assert.doesNotMatch(withoutArguments, /yaegi|interp\.|\.wasm|reflect\.Value|0x[0-9a-f]{5,}|awaitgo/, "insides show");
  });
}

function firstLine(text: string): string {
  const line = text.split("\n", 1)[0]!;
  // go run itself says this; the binary alone does not.
  return line.startsWith("exit status") ? "" : line;
}
