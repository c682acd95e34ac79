// What the player says, value by value.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "../engine/contract.ts";
import { finished } from "../testdata/engine.ts";
import { bytes, progress } from "./bytes.ts";
import { duration } from "./duration.ts";
import { paceLabel, PACES, parsePace } from "./pace.ts";
import { verdict } from "./verdict.ts";

for (const [ms, text] of [
  [0, "0 s"],
  [0.4, "0 s"],
  [1, "1 ms"],
  [350.4, "350 ms"],
  [999.7, "1.0 s"],
  [2000, "2.0 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min 0 s"],
  [90_000, "1 min 30 s"],
  [86_400_000, "24 h 0 min"],
] as const) {
  test(`${ms} ms read as ${text}`, () => assert.equal(duration(ms), text));
}

for (const [loaded, total, text] of [
  [0, 3_100_000, "0.0 of 3.1 MB"],
  [1_200_000, 3_100_000, "1.2 of 3.1 MB"],
  [4_000_000, 3_100_000, "3.1 of 3.1 MB"],
  [12_340_000, 15_000_000, "12 of 15 MB"],
  [500, 20_000, "0.5 of 20 kB"],
  [1_200_000, undefined, "1.2 MB"],
] as const) {
  test(`${loaded} of ${total} bytes read as ${text}`, () => assert.equal(progress(loaded, total), text));
}

test("few bytes are counted", () => assert.equal(bytes(999), "999 bytes"));

test("every pace on offer can be read back", () => {
  for (const pace of PACES) assert.equal(parsePace(String(pace)), pace);
});

test("what is no pace is none", () => {
  for (const text of ["", " ", "0", "-2", "Infinity", "NaN", "fast"]) assert.equal(parsePace(text), null);
});

test("paces have names", () => {
  assert.equal(paceLabel(0.25), "0.25×");
  assert.equal(paceLabel("instant"), "Instant");
});

for (const [change, text, tone] of [
  [{}, "Finished · 2.0 s", "good"],
  [{ virtualMs: 0 }, "Finished · 0 s", "good"],
  [{ kind: "exit", exitCode: 3 }, "Exited with status 3 · 2.0 s", "bad"],
  [{ kind: "exit", exitCode: 0 }, "Exited with status 0 · 2.0 s", "good"],
  [{ kind: "panic", exitCode: 2 }, "Panicked · exit status 2 · 2.0 s", "bad"],
  [{ kind: "fatal", exitCode: 2 }, "Fatal error · exit status 2 · 2.0 s", "bad"],
  [{ kind: "deadlock", exitCode: 2 }, "Deadlock · exit status 2 · 2.0 s", "bad"],
  [{ kind: "stopped", exitCode: null }, "Stopped · 2.0 s", "neutral"],
  [{ kind: "limit", exitCode: null }, "Stopped at a limit · 2.0 s", "bad"],
  [{ kind: "rejected", exitCode: 1 }, "Not run", "bad"],
] as [Partial<Outcome>, string, string][]) {
  test(`an outcome of ${JSON.stringify(change)} reads as ${text}`, () => {
    const said = verdict({ ...finished, ...change });
    assert.equal(said.text, text);
    assert.equal(said.tone, tone);
  });
}

test("both clocks are named only where they differ", () => {
  assert.equal(verdict(finished).title, "");
  assert.equal(verdict({ ...finished, wallMs: 130 }).title, "2.0 s on the program’s clock, 130 ms on yours");
});
