import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "./source.ts";

for (const [src, name] of [
  [null, "main.go"],
  ["", "main.go"],
  ["hello.go", "hello.go"],
  ["../examples/hello.go?v=2#L3", "hello.go"],
  ["https://example.org/a/b.go", "b.go"],
  ["https://example.org/", "main.go"],
] as const) {
  test(`a program from ${JSON.stringify(src)} is called ${name}`, () => assert.equal(fileName(src), name));
}
