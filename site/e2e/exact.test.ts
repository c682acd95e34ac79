/// The exact engine against the installed Go: each program in testdata/exact is built
/// and run by both. What a name begins with says how:
///
///   run     go run, with stdout and exit code the same
///   lib     the same, for a part of the standard library
///   errors  go build, with the same messages
///   test    go test -v, with the same report but for the times
///
/// A .txtar file holds several files, as one editor does.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

import { splitFiles } from "../web/engine/program.ts";
import { main, site } from "./fixture.ts";
import { tryProgram, type TryResult } from "./try.ts";

const here = site();
const testdata = join(import.meta.dirname, "testdata/exact");
const scratch = mkdtempSync(join(tmpdir(), "awaitgo-exact-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** One page serves all programs, as it does in make try. */
async function exact(file: string, code: string, engine = "exact"): Promise<TryResult> {
  return tryProgram(await here.stage(), file, code, { engine, clock: "virtual", seed: "1", timeoutMs: 120_000 });
}

interface Native {
  stdout: string;
  stderr: string;
  status: number | null;
}

/** What the go command makes of the same files, in a folder of their own. */
function go(name: string, files: Record<string, string>, ...args: string[]): Native {
  const folder = join(scratch, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const sources = files["go.mod"] ? ["."] : Object.keys(files).filter((path) => path.endsWith(".go"));
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off", GO111MODULE: "on" };
  const { stdout, stderr, status } = spawnSync("go", [...args, ...sources], { cwd: folder, env, encoding: "utf8", input: "" });
  return { stdout, stderr, status };
}

/** Runs what `go build` made, for the go command has an exit code of its own. */
function goRun(name: string, files: Record<string, string>): Native {
  const binary = join(scratch, `${name}.exe`);
  const built = go(name, files, "build", "-o", binary);
  assert.equal(built.status, 0, built.stderr);
  const { stdout, stderr, status } = spawnSync(binary, { cwd: join(scratch, name), encoding: "utf8", input: "" });
  return { stdout, stderr, status };
}

/** How long a test took is told in seconds. */
function withoutTimes(text: string): string {
  return text.replace(/\b\d+\.\d+s\b/g, "0.00s");
}

for (const file of readdirSync(testdata)) {
  const name = file.slice(0, file.indexOf("."));
  const [kind] = name.split("_");
  test(name.replaceAll("_", " "), async () => {
    const code = readFileSync(join(testdata, file), "utf8");
    const files = splitFiles({ [file.replace(/\.txtar$/, ".go")]: code });
    const ours = await exact(file.replace(/\.txtar$/, ".go"), code);
    assert.equal(ours.engine, "exact");
    if (kind === "run" || kind === "lib") {
      const { stdout, status } = goRun(name, files);
      assert.equal(ours.stdout, stdout);
      assert.equal(ours.exitCode, status, ours.stderr);
    } else if (kind === "errors") {
      const { stderr, status } = go(name, files, "build", "-o", join(scratch, "none"));
      assert.equal(ours.outcome, "rejected");
      assert.equal(ours.stderr, stderr);
      assert.equal(ours.exitCode, status);
    } else {
      const { stdout, stderr, status } = go(name, files, "test", "-v", "-vet=off", "-parallel=8");
      // The go command puts most on its stdout; where goroutines stand hangs on the machine.
      const report = (text: string): string[] => withoutTimes(text).split(/\n\ngoroutine /)[0]!.split("\n");
      // Go does not say in which order parallel tests go on, nor so after which of them a line must name its own.
      const order = (lines: string[]): string[] => (name.includes("parallel") ? lines.filter((line) => !line.startsWith("=== NAME")).toSorted() : lines);
      assert.deepEqual(order(report(ours.stdout + ours.stderr)), order(report(stderr + stdout)));
      assert.equal(ours.exitCode, status);
    }
  });
}

test("auto goes to the exact engine for packages that the instant one has not got", async () => {
  const result = await exact("big.go", main('fmt.Println(new(big.Int).Lsh(big.NewInt(1), 100))', "fmt", "math/big"), "auto");
  assert.equal(result.engine, "exact");
  assert.equal(result.stdout, "1267650600228229401496703205376\n");
});

test("benchmarks measure by the wall clock", async () => {
  const result = await exact(
    "bench_test.go",
    `package bench

import "testing"

func BenchmarkSum(b *testing.B) {
	sum := 0
	for b.Loop() {
		for i := range 1000 {
			sum += i
		}
	}
	if sum < 0 {
		b.Fatal(sum)
	}
}
`,
  );
  assert.equal(result.exitCode, 0, result.stderr);
  const [, count, nanoseconds] = /^BenchmarkSum\s+(\d+)\s+([\d.]+) ns\/op$/m.exec(result.stdout) ?? [];
  assert.ok(Number(count) > 1 && Number(nanoseconds) > 0, result.stdout);
  assert.match(result.stdout + result.stderr, /^PASS\nok {2}\tcommand-line-arguments\t[\d.]+s$/m);
});
