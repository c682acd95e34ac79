import assert from "node:assert/strict";
import { test } from "node:test";

import { anotherSeed, parseSeed } from "./seed.ts";

test("a seed is a whole number of 32 bits", () => {
  for (const [text, seed] of [["0", 0], [" 7 ", 7], ["4294967295", 4294967295]] as const) assert.equal(parseSeed(text), seed);
  for (const text of ["", " ", "-1", "1.5", "1e3", "0x10", "4294967296", "seven"]) assert.equal(parseSeed(text), null);
});

test("another seed is another one, and short", () => {
  for (const than of [0, 1, 500, 999, 1000, 4294967295]) {
    for (const chance of [0, 0.25, 0.499, 0.5, 0.999]) {
      const seed = anotherSeed(than, () => chance);
      assert.notEqual(seed, than);
      assert.ok(seed >= 1 && seed <= 1000);
    }
  }
});
