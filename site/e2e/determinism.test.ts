/// The same program, seed and clock: the same run, to the byte.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PROGRAMS } from "./determinism.programs.ts";
import { site } from "./fixture.ts";
import { tryProgram, type TryResult } from "./try.ts";

const here = site();
const RUNS = 20;

/** All of a result that must repeat: what the machine's own clock says may differ. */
function repeatable({ outcome, exitCode, stdout, stderr, reason, virtualMs }: TryResult): string {
  return JSON.stringify({ outcome, exitCode, stdout, stderr, reason, virtualMs });
}

test(`${Object.keys(PROGRAMS).length} programs give the same ${RUNS} times`, async () => {
  assert.ok(Object.keys(PROGRAMS).length >= 50);
  const page = await here.stage();
  for (const [name, code] of Object.entries(PROGRAMS)) {
    const once = async (): Promise<string> =>
      repeatable(await tryProgram(page, "main.go", code, { engine: "auto", clock: "virtual", seed: "7", timeoutMs: 30_000 }));
    const runs = new Set<string>();
    // Two at a time: what one does is nothing to the other.
    for (let i = 0; i < RUNS; i += 2) for (const run of await Promise.all([once(), once()])) runs.add(run);
    assert.equal(runs.size, 1, `${name}:\n${[...runs].join("\n")}`);
    assert.match([...runs][0]!, /"outcome":"ok"/, `${name} runs: ${[...runs][0]}`);
  }
});

test("another seed gives another choice, order and number", async () => {
  const page = await here.stage();
  for (const name of ["map order 32", "select 5", "math/rand 100", "rand/v2 100", "shuffle 50"]) {
    const outputs = new Set<string>();
    for (const seed of ["1", "2", "3", "4", "4294967295"]) {
      outputs.add((await tryProgram(page, "main.go", PROGRAMS[name]!, { engine: "auto", clock: "virtual", seed, timeoutMs: 30_000 })).stdout);
    }
    assert.ok(outputs.size >= 4, `${name}: ${outputs.size} different outputs from 5 seeds`);
  }
});
