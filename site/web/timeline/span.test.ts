import assert from "node:assert/strict";
import { test } from "node:test";
import { span } from "./span.ts";

for (const [ns, says] of [
  [0, "0 s"], [400, "0 s"], [1_000, "1 µs"], [250_000, "250 µs"], [1_500_000, "1.5 ms"], [80_000_000, "80 ms"],
  [999_600_000, "1 s"], [1_250_000_000, "1.25 s"], [59_990_000_000, "1 min 0 s"], [90e9, "1 min 30 s"], [86_400e9, "24 h 0 min"],
] as const) {
  test(`${ns} ns reads ${says}`, () => assert.equal(span(ns), says));
}
