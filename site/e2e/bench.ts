/// Measures what a learner waits for, and what pages and engines weigh. Prints;
/// asserts nothing: machines differ and are noisy.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";

import { benchExact, ms, spread } from "./bench-exact.ts";
import { launchChromium } from "./browser.ts";
import { StaticServer } from "./server.ts";
import { show, timelinePage } from "./timeline.ts";
import { openBench, tryProgram, type TryOptions } from "./try.ts";

const DIST = join(import.meta.dirname, "../../dist");
const OPTIONS: TryOptions = { engine: "instant", clock: "virtual", seed: "1", timeoutMs: 120_000 };

const HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n';

/** Programs that say something about speed; each prints once, at its end. */
const WORK = {
  "fib(24)": `func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() { fmt.Println(fib(24)) }`,
  "sieve of 200,000": `func main() {
	const n = 200000
	composite := make([]bool, n)
	count := 0
	for i := 2; i < n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * 2; j < n; j += i {
			composite[j] = true
		}
	}
	fmt.Println(count)
}`,
  "ring of 1,000 goroutines": `func pass(from, to chan int) { to <- 1 + <-from }

func main() {
	first := make(chan int)
	from := first
	for i := 0; i < 1000; i++ {
		to := make(chan int)
		go pass(from, to)
		from = to
	}
	go func() { first <- 0 }()
	fmt.Println(<-from)
}`,
};

/** Programs that do little but what an event log tells of. */
const TOLD = {
  "unbuffered channel, 20,000 values": `func main() {
	c := make(chan int)
	go func() {
		for i := range 20000 {
			c <- i
		}
		close(c)
	}()
	sum := 0
	for n := range c {
		sum += n
	}
	fmt.Println(sum)
}`,
  "buffered channel, 20,000 values": `func main() {
	c := make(chan int, 64)
	go func() {
		for i := range 20000 {
			c <- i
		}
		close(c)
	}()
	sum := 0
	for n := range c {
		sum += n
	}
	fmt.Println(sum)
}`,
  "pool of 100, 5,000 jobs": `func main() {
	jobs, results := make(chan int), make(chan int)
	for range 100 {
		go func() {
			for j := range jobs {
				results <- j * j
			}
		}()
	}
	go func() {
		for i := range 5000 {
			jobs <- i
		}
	}()
	sum := 0
	for range 5000 {
		sum += <-results
	}
	fmt.Println(sum)
}`,
};

async function main(): Promise<void> {
  const server = await StaticServer.serve(DIST);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await openBench(page, server.origin);
    const first = await tryProgram(page, "hello.go", HELLO, OPTIONS);
    console.log(`first Run to first output, engine fetched from this machine: ${ms(first.firstOutputMs)}`);
    await warmRuns(page);
    for (const [name, body] of Object.entries(WORK)) {
      const results = [];
      for (let i = 0; i < 3; i++) results.push(await tryProgram(page, name, `package main\n\nimport "fmt"\n\n${body}\n`, OPTIONS));
      console.log(`${name}: ${spread(results.map((result) => result.wallMs))}`);
    }
    await logs(page);
    const openPage = async (): Promise<Page> => {
      const page = await browser.newPage();
      await openBench(page, server.origin);
      return page;
    };
    await benchExact(await openPage(), openPage);
    await timeline(browser);
  } finally {
    await browser.close();
    server.close();
  }
  weigh(); // This takes minutes, and learners wait for none of it.
}

/** How smoothly 100,000 events of 10,000 goroutines move, and how fast one is at a step. */
async function timeline(browser: Browser): Promise<void> {
  const page = await timelinePage(browser, { viewport: { width: 1200, height: 900 } });
  await show(page, { program: "crowd", args: [10_000, 3] });
  for (const zooms of [0, 4, 10]) {
    const times = await page.evaluate(async (zooms) => {
      const host = document.querySelector(".host")!.shadowRoot!;
      const scroller = host.querySelector<HTMLElement>(".scroller")!;
      scroller.focus();
      // No function has a name here: a name would be given by a helper that the page lacks.
      for (const key of ["0", ...Array<string>(zooms).fill("+")]) scroller.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      const times: number[] = [];
      for (let i = 0; i < 120; i++) {
        scroller.dispatchEvent(new WheelEvent("wheel", { deltaX: i < 60 ? -40 : 40, bubbles: true, cancelable: true }));
        const from = performance.now();
        shown.timeline.redrawNow();
        times.push(performance.now() - from);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return times;
    }, zooms);
    console.log(`timeline, 100,000 events, zoomed ${zooms} times: a frame ${spread(times)}`);
  }
  const seeks = await page.evaluate(() => {
    const times: number[] = [];
    for (let i = 0; i < 50; i++) {
      const from = performance.now();
      shown.timeline.position = (i * 31_337) % 100_000;
      times.push(performance.now() - from);
    }
    return times;
  });
  console.log(`timeline, 100,000 events: to a step, all that is shown of it ${spread(seeks)}`);
  await page.context().close();
}

/** What an event log costs: the wall time of a run, of which all is computing, with one and without. */
async function logs(page: Page): Promise<void> {
  for (const engine of ["instant", "exact"]) {
    for (const [name, body] of Object.entries(TOLD)) {
      const code = `package main\n\nimport "fmt"\n\n${body}\n`;
      const times: Record<"with" | "without", number[]> = { with: [], without: [] };
      await tryProgram(page, "told.go", code, { ...OPTIONS, engine, log: true }); // builds it, fetches what it needs
      for (let i = 0; i < 5; i++) {
        for (const [which, list] of Object.entries(times)) {
          await page.waitForTimeout(600);
          list.push((await tryProgram(page, "told.go", code, { ...OPTIONS, engine, log: which === "with" })).wallMs);
        }
      }
      console.log(`${engine}, ${name}: with an event log ${spread(times.with)}; without ${spread(times.without)}`);
    }
  }
}

async function warmRuns(page: Page): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(600); // a learner reads; the next instance gets warm
    times.push((await tryProgram(page, "hello.go", HELLO, OPTIONS)).firstOutputMs ?? NaN);
  }
  console.log(`warm Run to first output, 20 runs: ${spread(times)}`);
}

function weigh(): void {
  const manifest = JSON.parse(readFileSync(join(DIST, "engine/manifest.json"), "utf8")) as Record<string, { wasm?: string }>;
  const exact = new Map<string, number>();
  for (const [name, { wasm }] of Object.entries(manifest)) {
    if (wasm === undefined) continue; // a text
    const bytes = readFileSync(join(DIST, "engine", wasm));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const brotli = brotliCompressSync(bytes, { params }).length;
    if (name.startsWith("exact-")) exact.set(name, brotli);
    console.log(`${name}: raw ${mb(bytes.length)}, gzip ${mb(gzipSync(bytes, { level: 9 }).length)}, brotli ${mb(brotli)}`);
  }
  const least = ["exact-compile", "exact-link", "exact-base"].reduce((sum, name) => sum + (exact.get(name) ?? 0), 0);
  console.log(`exact, for a program that imports only the base pack: brotli ${mb(least)}`);
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

await main();
