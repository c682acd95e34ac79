import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOffset } from "./position.ts";

// `|` marks the place that the column means.
for (const [column, marked] of [
  [1, "|x := 1"],
  [3, "x |:= 1"],
  [7, "x := 1|"],
  [99, "x := 1|"],
  [4, "é |+ y"],
  [5, "→ |+ y"],
  [6, "🙂 |+ y"],
] as const) {
  test(`column ${column} of ${marked}`, () => {
    const line = marked.replace("|", "");
    assert.equal(columnOffset(line, column), marked.indexOf("|"));
  });
}
