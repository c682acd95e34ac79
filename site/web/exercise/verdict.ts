/// Whether a program does what an exercise asks for: it prints what is wanted, with
/// each of several seeds, so that one that is right by chance is not right.
import type { Outcome } from "../engine/contract.ts";

/// A run, as far as it is judged.
export interface Ran {
  seed: number;
  /** All that it printed. */
  printed: string;
  outcome: Pick<Outcome, "kind" | "exitCode" | "text" | "reason" | "diagnostics">;
}

export type Verdict =
  | { kind: "solved" }
  /** `line` counts from 1; `got` and `want` are single lines. */
  | { kind: "other"; line: number; got: string; want: string }
  | { kind: "more"; got: string }
  | { kind: "less"; want: string }
  /** A panic, a deadlock, a status, or no run at all. */
  | { kind: "end"; got: string };

/** The one that readers run with first, and two more. */
export const SEEDS = [1, 2, 3] as const;

/// `want` is what want.txt holds: of a program that fails, also how it ends.
export function judge({ printed, outcome }: Ran, want: string): Verdict {
  const got = printed + ending(outcome);
  if (same(got, want)) return { kind: "solved" };
  const [gotLines, wantLines] = [lines(got), lines(want)];
  const at = wantLines.findIndex((line, at) => at >= gotLines.length || !same(gotLines[at]!, line));
  if (outcome.kind !== "ok" && outcome.kind !== "exit") return { kind: "end", got: firstLine(outcome) };
  if (at < 0) return gotLines.length > wantLines.length ? { kind: "more", got: gotLines[wantLines.length]! } : { kind: "end", got: firstLine(outcome) };
  if (at >= gotLines.length) return { kind: "less", want: wantLines[at]! };
  return { kind: "other", line: at + 1, got: gotLines[at]!, want: wantLines[at]! };
}

/// What a terminal shows of a failure, up to the first goroutine's trace, and the status.
function ending({ kind, exitCode, text }: Ran["outcome"]): string {
  if (kind === "ok" || !exitCode) return "";
  const said = `\n${text}`.split("\ngoroutine ")[0]!.trim().replace(/\n?exit status \d+$/, "");
  return `${said && `${said}\n`}exit status ${exitCode}\n`;
}

function firstLine({ text, reason, diagnostics }: Ran["outcome"]): string {
  const [first] = diagnostics;
  if (first) return `${first.file}:${first.line}:${first.column}: ${first.message}`;
  return text.trim().split("\n")[0] || reason;
}

const CLOCK_TIME = /\b\d\d:\d\d:\d\d\b/g;

/// A clock time stands for any other, as in site/lesson/output.go.
function same(got: string, want: string): boolean {
  return got.replace(CLOCK_TIME, "00:00:00") === want.replace(CLOCK_TIME, "00:00:00");
}

function lines(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
