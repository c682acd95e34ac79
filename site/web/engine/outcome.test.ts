import assert from "node:assert/strict";
import { test } from "node:test";

import { EngineError } from "./contract.ts";
import { endingOf, rejectionOf } from "./outcome.ts";
import type { Exit } from "./protocol.ts";

const limits = { outputBytes: 64 << 20, memoryBytes: 1 << 30 };

function ended(exit: Partial<Exit>): Exit {
  return { cause: "exit", code: 2, runtimeText: "", virtualMs: 0, ...exit };
}

const trace = "\n\ngoroutine 7 [chan receive]:\nreflect.chanrecv(0x6c44d0)\n\truntime/chan.go:815 +0x2\n";

for (const [name, exit, kind, exitCode, text] of [
  ["main returned", { code: 0 }, "ok", 0, ""],
  ["os.Exit", { code: 3 }, "exit", 3, "exit status 3\n"],
  ["a panic", { report: { kind: "panic", text: "panic: boom\n\ngoroutine 1 [running]:\n" } }, "panic", 2, "panic: boom\n\ngoroutine 1 [running]:\nexit status 2\n"],
  ["a panic in a goroutine", { runtimeText: `panic: boom [recovered, repanicked]${trace}` }, "panic", 2, "panic: boom\nexit status 2\n"],
  [
    "a deadlock",
    { runtimeText: `fatal error: all goroutines are asleep - deadlock!${trace}` },
    "deadlock",
    2,
    "fatal error: all goroutines are asleep - deadlock!\nexit status 2\n",
  ],
  ["a fatal error", { runtimeText: `fatal error: concurrent map writes${trace}` }, "fatal", 2, "fatal error: concurrent map writes\nexit status 2\n"],
  [
    "a stack without end",
    { cause: "stack-overflow", code: null },
    "fatal",
    2,
    "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\nexit status 2\n",
  ],
  ["too much output", { cause: "output-limit", code: null }, "limit", null, ""],
  ["too much memory", { cause: "memory-limit", code: null }, "limit", null, ""],
] as [string, Partial<Exit>, string, number | null, string][]) {
  test(`${name} is told as ${kind}`, () => {
    const ending = endingOf(ended(exit), limits);
    assert.equal(ending.kind, kind);
    assert.equal(ending.exitCode, exitCode);
    assert.equal(ending.text, text);
    assert.equal(ending.reason === "", kind === "ok");
  });
}

test("a death has its place in the program", () => {
  const report = { kind: "panic", text: "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t./main.go:7\n", file: "main.go", line: 7 } as const;
  assert.deepEqual(endingOf(ended({ report }), limits).position, { file: "main.go", line: 7 });
  assert.equal(endingOf(ended({ report: { ...report, line: 0 } }), limits).position, undefined);
});

for (const exit of [{ report: { kind: "failed", text: "no such file" } }, { cause: "trap", code: null }] as Partial<Exit>[]) {
  test(`${JSON.stringify(exit)} is the engine's fault and says nothing of its insides`, () => {
    assert.throws(
      () => endingOf(ended(exit), limits),
      (error) => error instanceof EngineError && error.retryable && !/wasm|undefined|no such file/i.test(error.message),
    );
  });
}

for (const [name, exit, exitCode, text] of [
  ["pass", { code: 0, virtualMs: 1500 }, 0, "ok  \tp/q\t1.500s\n"],
  ["fail", { code: 1 }, 1, "FAIL\tp/q\t0.000s\nFAIL\n"],
  ["exit by themselves", { code: 3 }, 1, "FAIL\tp/q\t0.000s\nFAIL\n"],
  ["panic", { code: 2, runtimeText: "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t./p_test.go:7 +0x1\n" }, 1, "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t./p_test.go:7 +0x1\nFAIL\tp/q\t0.000s\nFAIL\n"],
] as [string, Partial<Exit>, number, string][]) {
  test(`tests that ${name} end as the go command says it`, () => {
    const ending = endingOf(ended({ virtualMs: 0, ...exit }), limits, { engine: "exact", test: "p/q" });
    assert.deepEqual({ exitCode: ending.exitCode, text: ending.text }, { exitCode, text });
  });
}

test("what the compiler says is told line by line, with what else there is to say", () => {
  const { kind, reason, diagnostics } = rejectionOf("# command-line-arguments\n./a.go:3:5: undefined: x\n./b.go:1:2: no\n\tand more\n", "A hint.");
  assert.equal(kind, "rejected");
  assert.match(reason, / A hint\.$/);
  assert.deepEqual(diagnostics, [
    { file: "a.go", line: 3, column: 5, message: "undefined: x", severity: "error" },
    { file: "b.go", line: 1, column: 2, message: "no\n\tand more", severity: "error" },
  ]);
});
