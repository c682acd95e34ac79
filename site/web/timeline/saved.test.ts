import assert from "node:assert/strict";
import { test } from "node:test";
import { fromLines, toLines } from "./saved.ts";
import { fan } from "./testdata/programs.ts";

test("a log comes back from its lines as it was", () => {
  const log = fan();
  const text = toLines(log.header, log.events);
  assert.equal(text.split("\n").length, log.events.length + 2);
  assert.deepEqual(fromLines(text), log);
  assert.deepEqual(fromLines(text.replaceAll("\n", "\r\n")), log);
});

for (const [about, text, says] of [
  ["nothing", "", /no event log/],
  ["something else", '{"hello":1}\n', /no event log/],
  ["a later version", '{"log":"awaitgo","version":2}\n', /version 2/],
  ["a line that was cut", '{"log":"awaitgo","version":1}\n{"seq":1,', /JSON/],
] as const) {
  test(`what holds ${about} is refused`, () => assert.throws(() => fromLines(text), says));
}
