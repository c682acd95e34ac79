import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings, runRequest, type Settings } from "./settings.ts";

const defaults: Settings = { file: "main.go", engine: "auto", clock: "virtual", pace: 1, seed: 1, stdin: null, log: false, beside: null };

for (const [attributes, expected] of [
  [{}, {}],
  [{ engine: "exact" }, { engine: "exact" }],
  [{ engine: "quantum" }, {}],
  [{ clock: "wall" }, { clock: "wall" }],
  [{ pace: "0.25" }, { pace: 0.25 }],
  [{ pace: "instant" }, { pace: "instant" }],
  [{ pace: "0" }, {}],
  [{ pace: "-1" }, {}],
  [{ pace: "fast" }, {}],
  [{ seed: "0" }, { seed: 0 }],
  [{ seed: "4294967295" }, { seed: 4294967295 }],
  [{ seed: "4294967296" }, {}],
  [{ seed: "1e3" }, {}],
  [{ src: "/a/ping.go?v=2" }, { file: "ping.go" }],
  [{ src: "/a/ping.go", file: "pong.go" }, { file: "pong.go" }],
  [{ stdin: "" }, { stdin: "" }],
  [{ log: "" }, { log: true }],
  [{ log: "", hide: "caption timeline" }, { log: false }],
  [{ beside: "tasks.jsonl" }, { beside: "tasks.jsonl" }],
] as [Record<string, string>, Partial<Settings>][]) {
  test(`settings of ${JSON.stringify(attributes)}`, () => {
    assert.deepEqual(
      readSettings((name) => attributes[name] ?? null),
      { ...defaults, ...expected },
    );
  });
}

test("a request carries the program, and input only if it was given", () => {
  assert.deepEqual(runRequest("package main", { ...defaults, pace: 4, seed: 7 }), {
    files: { "main.go": "package main" },
    engine: "auto",
    clock: { kind: "virtual", pace: 4 },
    seed: 7,
  });
  assert.equal(runRequest("", { ...defaults, log: true }).log, true);
  assert.deepEqual(runRequest("", { ...defaults, clock: "wall" }).clock, { kind: "wall" });
  assert.equal(runRequest("", { ...defaults, stdin: "1 2\n" }).stdin, "1 2\n");
});
