import assert from "node:assert/strict";
import { test } from "node:test";

import { countInWords } from "./problem-list.ts";
import { type Problem, problemsOf } from "./problems.ts";

const range = { file: "main.go", from: 3, to: 9 };

test("problems are those of the checker, within the editor's text", () => {
  const diagnostic = { ...range, line: 1, column: 4, message: "m", text: "./main.go:1:4: m", severity: "error" as const, hint: "h" };
  const whole = { ...diagnostic, from: 0, to: 0, line: 0, column: 0 };
  const unavailable = { ...range, line: 1, column: 4, path: "p", message: "package p is not available here" };
  assert.deepEqual(problemsOf({ text: "x", diagnostics: [diagnostic, whole], unavailable: [unavailable] }, 7), [
    { severity: "error", from: 3, to: 7, line: 1, message: "m", hint: "h" },
    { severity: "error", from: null, to: 0, line: 0, message: "m", hint: "h" },
  ]);
  assert.deepEqual(problemsOf({ text: "", diagnostics: [], unavailable: [unavailable] }, 20), [], "the exact engine has it");
});

test("the number of problems is said in words", () => {
  const problem = (severity: Problem["severity"]): Problem => ({ severity, from: 0, to: 0, line: 1, message: "", hint: "" });
  assert.equal(countInWords([]), "No problems");
  assert.equal(countInWords([problem("error")]), "1 problem");
  assert.equal(countInWords([problem("error"), problem("error"), problem("warning")]), "2 problems, 1 warning");
  assert.equal(countInWords([problem("warning"), problem("warning")]), "2 warnings");
});
