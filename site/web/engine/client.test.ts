/// The small parts of the page's side.

import assert from "node:assert/strict";
import { test } from "node:test";

import { buildFor } from "./builds.ts";
import { Queue } from "./queue.ts";

for (const [source, build] of [
  ['import "fmt"', "instant"],
  ['import "net/http"', "instant-http"],
  ["import `net/http/httptest`", "instant-http"],
  ['import u "net/url"', "instant-http"],
  ['import "net/httpx"', "instant"],
] as const) {
  test(`${source} needs the build ${build}`, () => assert.equal(buildFor({ "main.go": source }), build));
}

test("a queue keeps order, joins what waits, and ends after its last item", async () => {
  const queue = new Queue<string>((last, next) => (last.length + next.length <= 4 ? last + next : undefined));
  for (const item of ["a", "b", "c", "de", "f"]) queue.push(item);
  const taken: string[] = [];
  const reading = (async () => {
    for await (const item of queue) taken.push(item);
  })();
  await new Promise((resolve) => setTimeout(resolve));
  queue.push("late");
  queue.close();
  queue.push("too late");
  await reading;
  assert.deepEqual(taken, ["abc", "def", "late"]);
});
