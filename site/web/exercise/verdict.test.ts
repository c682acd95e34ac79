import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, type Ran } from "./verdict.ts";

const OK = { kind: "ok", exitCode: 0, text: "", reason: "", diagnostics: [] } as const;

for (const [what, printed, outcome, want, verdict] of [
  ["what is wanted", "one\ntwo\n", {}, "one\ntwo\n", { kind: "solved" }],
  ["another clock time", "at 12:00:01\n", {}, "at 09:30:00\n", { kind: "solved" }],
  ["nothing, as is wanted", "", {}, "", { kind: "solved" }],
  ["another line", "one\n2\n", {}, "one\ntwo\n", { kind: "other", line: 2, got: "2", want: "two" }],
  ["more", "one\ntwo\n", {}, "one\n", { kind: "more", got: "two" }],
  ["less", "one\n", {}, "one\ntwo\n", { kind: "less", want: "two" }],
  ["nothing", "", {}, "one\n", { kind: "less", want: "one" }],
  ["a deadlock", "one\n", { kind: "deadlock", exitCode: 2, text: "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\n" }, "one\ntwo\n", { kind: "end", got: "fatal error: all goroutines are asleep - deadlock!" }],
  ["a deadlock that is wanted", "one\n", { kind: "deadlock", exitCode: 2, text: "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\n" }, "one\nfatal error: all goroutines are asleep - deadlock!\nexit status 2\n", { kind: "solved" }],
  ["a status that is wanted", "one\n", { kind: "exit", exitCode: 3, text: "exit status 3\n" }, "one\nexit status 3\n", { kind: "solved" }],
  ["a status that is not", "one\n", { kind: "exit", exitCode: 3, text: "exit status 3\n" }, "one\n", { kind: "more", got: "exit status 3" }],
  ["what does not compile", "", { kind: "rejected", exitCode: 1, diagnostics: [{ file: "main.go", line: 3, column: 5, message: "undefined: x", severity: "error" }] }, "one\n", { kind: "end", got: "main.go:3:5: undefined: x" }],
  ["a run that was stopped", "", { kind: "limit", exitCode: null, reason: "It printed too much." }, "one\n", { kind: "end", got: "It printed too much." }],
] as const) {
  test(`${what} is ${verdict.kind}`, () => {
    assert.deepEqual(judge({ seed: 1, printed, outcome: { ...OK, ...outcome } as unknown as Ran["outcome"] }, want), verdict);
  });
}
