/// What the exact engine takes: until a program has been made, step by step, and for
/// the program itself, beside the same one built by the installed Go and run by that
/// Go's own host in the same browser.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import type { Page } from "playwright-core";

import { tryProgram, type TryOptions } from "./try.ts";

const OPTIONS: TryOptions = { engine: "exact", clock: "virtual", seed: "1", timeoutMs: 120_000 };

/** As long as a lesson's programs are. */
const LESSON = `package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type job struct {
	id   int
	cost time.Duration
}

func worker(ctx context.Context, name string, jobs <-chan job, results chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		select {
		case <-time.After(j.cost):
			results <- fmt.Sprintf("%s did %d", name, j.id)
		case <-ctx.Done():
			results <- fmt.Sprintf("%s left %d: %v", name, j.id, ctx.Err())
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 350*time.Millisecond)
	defer cancel()
	jobs, results := make(chan job), make(chan string)
	var wg sync.WaitGroup
	for _, name := range []string{"ann", "bob", "cy"} {
		wg.Add(1)
		go worker(ctx, name, jobs, results, &wg)
	}
	go func() {
		defer close(jobs)
		for i := range 9 {
			jobs <- job{i, time.Duration(50+20*i) * time.Millisecond}
		}
	}()
	go func() { wg.Wait(); close(results) }()
	for r := range results {
		fmt.Println(r)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		fmt.Println("round 0")
	}
}
`;

/** Programs that measure themselves, in microseconds. */
const WORK: Record<string, string> = {
  "fib(32)": `func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func work() int { return fib(32) }`,
  "sieve of 5,000,000": `func work() (count int) {
	composite := make([]bool, 5_000_000)
	for i := 2; i < len(composite); i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * 2; j < len(composite); j += i {
			composite[j] = true
		}
	}
	return count
}`,
  "ring of 1,000 channels, 100 rounds": `func work() int {
	first := make(chan int)
	from := first
	for range 1000 {
		to := make(chan int)
		go func(from <-chan int) {
			for n := range from {
				to <- n + 1
			}
		}(from)
		from = to
	}
	n := 0
	for range 100 {
		go func() { first <- n }()
		n = <-from
	}
	return n
}`,
};

function timed(work: string): string {
  return `package main

import (
	"fmt"
	"time"
)

${work}

func main() {
	start := time.Now()
	n := work()
	fmt.Println(n, time.Since(start).Microseconds())
}
`;
}

export async function benchExact(page: Page, newPage: () => Promise<Page>): Promise<void> {
  const first = await tryProgram(page, "main.go", LESSON, OPTIONS);
  console.log(`exact: first Run to first output, engine fetched from this machine: ${ms(first.firstOutputMs)}`);
  const warm: number[] = [];
  for (let i = 1; i <= 20; i++) {
    const changed = LESSON.replace("round 0", `round ${i}`);
    warm.push((await tryProgram(page, "main.go", changed, OPTIONS)).firstOutputMs ?? NaN);
  }
  console.log(`exact: changed program, warm Run to first output, 20 runs: ${spread(warm)}`);
  const again: number[] = [];
  for (let i = 0; i < 20; i++) again.push((await tryProgram(page, "main.go", LESSON.replace("round 0", "round 20"), OPTIONS)).firstOutputMs ?? NaN);
  console.log(`exact: unchanged program, 20 runs: ${spread(again)}`);
  await steps(await newPage());
  await besideGo(page);
}

/** Runs the toolchain in a worker of its own, with a watch at each step. */
async function steps(page: Page): Promise<void> {
  const bundled = await esbuild.build({
    stdin: {
      contents: `
        import { Toolchain } from "./host/toolchain.ts";
        onmessage = ({ data: { compile, link, base, source } }) => {
          const toolchain = new Toolchain({ compile, link });
          toolchain.add(base);
          let module = 0;
          WebAssembly.Module = new Proxy(WebAssembly.Module, {
            construct(target, args) {
              const start = performance.now();
              const made = new target(...args);
              module = performance.now() - start;
              return made;
            },
          });
          const rounds = [];
          for (let i = 0; i < 20; i++) {
            const start = performance.now();
            let linking = 0;
            const built = toolchain.build({ "main.go": source.replace("round 0", "round " + i) }, (step) => {
              if (step === "linking") linking = performance.now();
            });
            const end = performance.now();
            rounds.push({ compile: linking - start, link: end - linking - module, module });
          }
          postMessage(rounds);
        };`,
      resolveDir: join(import.meta.dirname, "../web/engine"),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const rounds = await page.evaluate(
    async ({ script, source }) => {
      const manifest = (await (await fetch("/engine/manifest.json")).json()) as Record<string, { wasm: string }>;
      const parts = ["exact-compile", "exact-link", "exact-base"].map((name) => fetch(`/engine/${manifest[name]!.wasm}`));
      const [compile, link, base] = await Promise.all([
        WebAssembly.compileStreaming(parts[0]!),
        WebAssembly.compileStreaming(parts[1]!),
        parts[2]!.then(async (response) => new Uint8Array(await response.arrayBuffer())),
      ]);
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
      return new Promise<Record<string, number>[]>((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.postMessage({ compile, link, base, source });
      });
    },
    { script: bundled.outputFiles[0]!.text, source: LESSON },
  );
  for (const step of ["compile", "link", "module"]) {
    const times = rounds.map((round) => round[step]!);
    console.log(`exact: ${step}: first ${ms(times[0]!)}, then ${spread(times.slice(1))}`);
  }
}

async function besideGo(page: Page): Promise<void> {
  const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const host = readFileSync(join(goroot, "lib/wasm/wasm_exec.js"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "awaitgo-bench-"));
  try {
    for (const [name, work] of Object.entries(WORK)) {
      const source = timed(work);
      writeFileSync(join(folder, "main.go"), source);
      execFileSync("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", join(folder, "main.wasm"), join(folder, "main.go")], {
        env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
      });
      const binary = readFileSync(join(folder, "main.wasm")).toString("base64");
      const ours: number[] = [];
      const gos: number[] = [];
      for (let i = 0; i < 7; i++) {
        const { stdout, stderr } = await tryProgram(page, "main.go", source, { ...OPTIONS, clock: "wall" });
        ours.push(microseconds(stdout, stderr));
        gos.push(microseconds(await page.evaluate(runByGo, { host, binary })));
      }
      const ratio = median(ours) / median(gos);
      console.log(`exact: ${name}: ${spread(ours)}; by Go's own host: ${spread(gos)}; ${ratio.toFixed(2)} times`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: runs a program in a worker of its own, as Go's own host does, and returns what it printed. */
function runByGo({ host, binary }: { host: string; binary: string }): Promise<string> {
  const script = `${host}
    onmessage = async ({ data }) => {
      let printed = "";
      const decoder = new TextDecoder();
      globalThis.fs.writeSync = (_, bytes) => ((printed += decoder.decode(bytes)), bytes.length);
      const go = new Go();
      await go.run(new WebAssembly.Instance(new WebAssembly.Module(data), go.importObject));
      postMessage(printed);
    };`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  return new Promise((resolve) => {
    worker.onmessage = (event) => {
      worker.terminate();
      resolve(event.data as string);
    };
    worker.postMessage(Uint8Array.from(atob(binary), (c) => c.charCodeAt(0)));
  });
}

function microseconds(stdout: string, stderr = ""): number {
  const [, n] = /^\d+ (\d+)$/m.exec(stdout) ?? [];
  if (n === undefined) throw new Error(`the program printed no time: ${stdout}${stderr.split("\n", 1)[0]}`);
  return Number(n) / 1000;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

export function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${ms(median(times))}, ${ms(sorted[0]!)} to ${ms(sorted.at(-1)!)}`;
}

export function ms(value: number | null): string {
  return value === null ? "none" : `${value.toFixed(0)} ms`;
}
