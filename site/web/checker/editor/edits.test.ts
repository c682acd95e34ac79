import assert from "node:assert/strict";
import { test } from "node:test";

import { Text } from "@codemirror/state";

import { changesOf, importOf } from "./edits.ts";

function imported(path: string, source: string): string {
  const change = importOf(path, source);
  return change ? source.slice(0, change.from) + change.insert + source.slice(change.from) : source;
}

test("an import goes beside the others", () => {
  const table: [source: string, want: string][] = [
    ["package main\n\nfunc main() {}", 'package main\n\nimport "os"\n\nfunc main() {}'],
    ["// Doc.\npackage main // main\n", '// Doc.\npackage main // main\n\nimport "os"\n'],
    ['package main\n\nimport "fmt"\n\nfunc f() {}', 'package main\n\nimport "fmt"\nimport "os"\n\nfunc f() {}'],
    ['package main\n\nimport (\n\t"fmt"\n)\n', 'package main\n\nimport (\n\t"os"\n\t"fmt"\n)\n'],
    ['package main\n\nimport "os"\n', 'package main\n\nimport "os"\n'],
    ['package main\n\nvar x = "os"\n', 'package main\n\nimport "os"\n\nvar x = "os"\n'],
    ["", ""],
  ];
  for (const [source, want] of table) assert.equal(imported("os", source), want);
});

test("what the checker says about the newline at the end is left out", () => {
  const doc = Text.of(["abc", "de"]);
  const edit = (from: number, to: number, text: string) => ({ file: "main.go", from, to, text });
  assert.deepEqual(changesOf([edit(0, 1, "x"), edit(6, 7, "\n"), edit(7, 7, "\n")], doc), [{ from: 0, to: 1, insert: "x" }]);
  assert.deepEqual(changesOf([edit(5, 7, " f\n")], doc), [{ from: 5, to: 6, insert: " f" }]);
});
