import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRoute } from "./route.ts";

test("which page an address means", () => {
  for (const [hash, want] of [
    ["", null],
    ["#main", null],
    ["#/", { page: "/", id: "" }],
    ["#/38-asyncio/", { page: "/38-asyncio/", id: "" }],
    ["#/38-asyncio/quiz", { page: "/38-asyncio/", id: "quiz" }],
    ["#/1-kan%C3%A4le/", { page: "/1-kanäle/", id: "" }],
    ["#/quiz", { page: "/", id: "quiz" }],
    ["#/%", { page: "/", id: "%" }],
  ] as const) {
    assert.deepEqual(parseRoute(hash), want, hash);
  }
});
