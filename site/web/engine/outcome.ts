/// From how an instance ended to what a person is told: a pure function.

import { EngineError, type Diagnostic, type Outcome } from "./contract.ts";
import type { Exit, Limits, Report } from "./protocol.ts";

export type Ending = Pick<Outcome, "kind" | "exitCode" | "text" | "reason" | "diagnostics" | "position">;

/** Throws an EngineError if it was not the program that ended the run. */
export function endingOf(exit: Exit, limits: Limits): Ending {
  switch (exit.cause) {
    case "output-limit":
      return limit(`The program printed more than ${megabytes(limits.outputBytes)}, which is all that a run may print here.`);
    case "memory-limit":
      return limit(`The program wanted more than ${megabytes(limits.memoryBytes)} of memory, which is all that a run may have here.`);
    case "stack-overflow":
      return died("fatal", "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow");
    case "trap":
      if (exit.runtimeText === "") throw broken();
      return fromRuntime(exit.runtimeText);
    case "exit":
      return fromExit(exit);
  }
}

function fromExit(exit: Exit): Ending {
  const report = exit.report;
  switch (report?.kind) {
    case "panic":
    case "deadlock":
    case "fatal":
      return died(report.kind, report.text ?? "", report);
    case "needs-http":
    case "failed":
      throw broken(report.text);
    case undefined:
  }
  if (exit.runtimeText !== "") return fromRuntime(exit.runtimeText);
  const code = exit.code ?? 0;
  if (code === 0) return { kind: "ok", exitCode: 0, text: "", reason: "", diagnostics: [] };
  return { kind: "exit", exitCode: code, text: `exit status ${code}\n`, reason: `The program exited with status ${code}.`, diagnostics: [] };
}

const DEADLOCK = "fatal error: all goroutines are asleep - deadlock!";

/** What the runtime wrote as it died. The goroutines that it lists are the interpreter's, not the learner's. */
function fromRuntime(text: string): Ending {
  const message = text
    .split(/\n\ngoroutine \d+/, 1)[0]!
    // The interpreter passes a panic on from frame to frame by panicking anew.
    .replace(/( \[recovered, repanicked\])+/g, "")
    .trimEnd();
  if (message.startsWith(DEADLOCK)) return died("deadlock", DEADLOCK);
  return died(message.includes("panic: ") ? "panic" : "fatal", message);
}

const WHY = {
  panic: "The program panicked.",
  deadlock: "Every goroutine waits for another one: nothing can ever happen.",
  fatal: "Go's runtime ended the program.",
};

function died(kind: keyof typeof WHY, message: string, { file, line }: Report | Record<string, never> = {}): Ending {
  const text = `${message.trimEnd()}\nexit status 2\n`;
  const ending: Ending = { kind, exitCode: 2, text, reason: WHY[kind], diagnostics: [] };
  if (file && line) ending.position = { file, line };
  return ending;
}

function limit(reason: string): Ending {
  return { kind: "limit", exitCode: null, text: "", reason, diagnostics: [] };
}

function broken(detail?: string): EngineError {
  return new EngineError("The engine broke down while it ran this program. Your program is safe; run it again.", true, { cause: detail });
}

export function formatDiagnostic(d: Diagnostic): string {
  return d.column > 0 ? `./${d.file}:${d.line}:${d.column}: ${d.message}` : `./${d.file}:${d.line}: ${d.message}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1 << 20))} MB`;
}
