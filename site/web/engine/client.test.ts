/// The small parts of the page's side.

import assert from "node:assert/strict";
import { test } from "node:test";

import { buildFor } from "./builds.ts";
import { EngineRun, type Instances } from "./engine-run.ts";
import { Queue } from "./queue.ts";
import type { Translation } from "./translation.ts";

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

for (const [name, translation, expected] of [
  [
    "does not build",
    { kind: "rejected", text: "./main.go:3:5: undefined: x\n", diagnostics: [{ file: "main.go", line: 3, column: 5, message: "undefined: x", severity: "error" }] },
    { exitCode: 1, text: "./main.go:3:5: undefined: x\n", reason: "The program does not build." },
  ],
  [
    "is not for the instant engine",
    { kind: "refused", reason: "it uses reflection on its own types", position: { file: "main.go", line: 9 } },
    { exitCode: null, text: "", reason: "The instant engine can’t run this program: it uses reflection on its own types." },
  ],
] as [string, Translation, object][]) {
  test(`a program that ${name} is told so before there is an engine`, async () => {
    const instances: Instances<null> = {
      translate: async () => translation,
      load: (module) => (module === "checker" ? Promise.resolve(null) : new Promise(() => {})),
      take: () => assert.fail("nothing is to be run"),
      keepWarm() {},
      log: () => assert.fail("nothing is to be run"),
      toolchain: undefined as never,
      takeFor: () => assert.fail("nothing is to be run"),
    };
    const run = new EngineRun(instances as unknown as Instances, 1, { files: { "main.go": "" }, engine: "instant" });
    const { kind, exitCode, text, reason } = await run.done;
    assert.deepEqual({ kind, exitCode, text, reason }, { kind: "rejected", ...expected });
  });
}
