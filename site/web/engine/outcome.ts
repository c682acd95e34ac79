/// From how an instance ended to what a person is told: a pure function.

import { EngineError, type Diagnostic, type EngineName, type Outcome } from "./contract.ts";
import type { Exit, Limits, Report } from "./protocol.ts";
import { say } from "./say.ts";

export type Ending = Pick<Outcome, "kind" | "exitCode" | "text" | "reason" | "position" | "diagnostics">;

/** What ran: the engine, and whether the program's tests. */
interface Ran {
  engine: EngineName;
  /** The path of the package whose tests ran; undefined if it was a program. */
  test?: string | undefined;
}

/** Throws an EngineError if it was not the program that ended the run. */
export function endingOf(exit: Exit, limits: Limits, ran: Ran = { engine: "instant" }): Ending {
  const ending = endingOfProgram(exit, limits, ran.engine);
  return ran.test === undefined ? ending : asTest(ending, ran.test, exit.virtualMs);
}

function endingOfProgram(exit: Exit, limits: Limits, engine: EngineName): Ending {
  switch (exit.cause) {
    case "output-limit":
      return limit(say("outputLimit", { n: megabytes(limits.outputBytes) }));
    case "memory-limit":
      return limit(say("memoryLimit", { n: megabytes(limits.memoryBytes) }));
    case "stack-overflow":
      return died("fatal", "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow");
    case "foreign-imports":
      return {
        kind: "rejected",
        exitCode: 1,
        text: "",
        reason: say("foreignImports"),
        diagnostics: [],
      };
    case "trap":
      if (exit.runtimeText === "") throw broken();
      return fromRuntime(exit.runtimeText, engine);
    case "exit":
      return fromExit(exit, engine);
  }
}

/** Whether a goroutine called deeper than its stack could grow, or than the browser's did hold. */
export function stackOverflowed({ cause, runtimeText }: Exit): boolean {
  return cause === "stack-overflow" || /^runtime: goroutine stack exceeds \d+-byte limit\n/.test(runtimeText);
}

function fromExit(exit: Exit, engine: EngineName): Ending {
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
  if (exit.runtimeText !== "") return fromRuntime(exit.runtimeText, engine);
  const code = exit.code ?? 0;
  if (code === 0) return { kind: "ok", exitCode: 0, text: "", reason: "", diagnostics: [] };
  return { kind: "exit", exitCode: code, text: `exit status ${code}\n`, reason: say("exited", { n: code }), diagnostics: [] };
}

const DEADLOCK = "fatal error: all goroutines are asleep - deadlock!";
const NO_GOROUTINES = "fatal error: no goroutines (main called runtime.Goexit) - deadlock!";

/** Leaves out the goroutines that are not the program's: those that talk to the host, which Go has on no other system. */
function withoutHost(trace: string): string {
  const [message, ...goroutines] = trace.split(/(?=^goroutine \d+ )/m);
  return message + goroutines.filter((one) => !/^[^\n]*\n(?:(?:syscall\/js|runtime)\.[^\n]*\n\t[^\n]*\n?)+\s*$/.test(one)).join("");
}

/** What the runtime wrote as it died. */
function fromRuntime(text: string, engine: EngineName): Ending {
  if (engine === "exact") {
    const kind = text.startsWith(DEADLOCK) || text.startsWith(NO_GOROUTINES) ? "deadlock" : /^panic: /m.test(text) ? "panic" : "fatal";
    const [, file = "", line = "0"] = /^\t\.\/(\S+\.go):(\d+)/m.exec(text) ?? [];
    return died(kind, withoutHost(text), { file, line: Number(line) });
  }
  // The goroutines that it lists are the interpreter's, not the learner's.
  const message = text
    .split(/\n\ngoroutine \d+/, 1)[0]!
    // The interpreter passes a panic on from frame to frame by panicking anew.
    .replace(/( \[recovered, repanicked\])+/g, "")
    .trimEnd();
  if (message.startsWith(DEADLOCK)) return died("deadlock", DEADLOCK);
  return died(message.includes("panic: ") ? "panic" : "fatal", message);
}

function died(kind: "panic" | "deadlock" | "fatal", message: string, { file, line }: Pick<Report, "file" | "line"> = {}): Ending {
  const ending: Ending = { kind, exitCode: 2, text: `${message.trimEnd()}\nexit status 2\n`, reason: say(kind), diagnostics: [] };
  if (file && line) ending.position = { file, line };
  return ending;
}

/** What the go command prints after a test, which has printed its own findings. It leaves the exit status out. */
function asTest(ending: Ending, path: string, virtualMs: number): Ending {
  const spent = `${path}\t${(virtualMs / 1000).toFixed(3)}s\n`;
  const text = ending.text.replace(/exit status \d+\n$/, "");
  switch (ending.kind) {
    case "ok":
      return { ...ending, text: `ok  \t${spent}` };
    case "exit":
      return { ...ending, exitCode: 1, text: `${text}FAIL	${spent}FAIL
`, reason: say("testFailed") };
    case "stopped":
    case "limit":
    case "rejected":
      return ending;
    default:
      return { ...ending, exitCode: 1, text: `${text}FAIL\t${spent}FAIL\n` };
  }
}

/** What the go command printed instead of making a program, and what else there is to say. */
export function rejectionOf(text: string, hint?: string): Ending {
  const diagnostics: Diagnostic[] = [];
  for (const line of text.split("\n")) {
    const found = /^(?:\.\/)?(\S+?\.go):(\d+)(?::(\d+))?: (.*)$/.exec(line);
    const last = diagnostics.at(-1);
    if (found) {
      const [, file, at, column, message] = found;
      diagnostics.push({ file: file!, line: Number(at), column: Number(column ?? 0), message: message!, severity: "error" });
    } else if (last && line.startsWith("\t")) last.message += "\n" + line;
  }
  return { kind: "rejected", exitCode: 1, text, reason: [say("notCompiled"), ...(hint === undefined ? [] : [hint])].join(" "), diagnostics };
}

function limit(reason: string): Ending {
  return { kind: "limit", exitCode: null, text: "", reason, diagnostics: [] };
}

function broken(detail?: string): EngineError {
  return new EngineError(say("brokeDown"), true, { cause: detail });
}

export function formatDiagnostic(d: Diagnostic): string {
  return d.column > 0 ? `./${d.file}:${d.line}:${d.column}: ${d.message}` : `./${d.file}:${d.line}: ${d.message}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1 << 20));
}
