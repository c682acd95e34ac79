/// Whether the instant engine did with a program what Go does.

import type { TryResult } from "../try.ts";
import type { Ending, Native } from "./native.ts";

export type Verdict =
  | { kind: "pass" }
  /** The engine said that it can't run the program. */
  | { kind: "refused"; reason: string }
  | { kind: "wrong"; got: string; want: string }
  /** It was stopped, as it ran for too long. */
  | { kind: "slow" }
  /** Nothing can be said: Go itself does now this, now that, or does not end. */
  | { kind: "set aside"; reason: string };

export function judge(native: Native, result: TryResult): Verdict {
  const refusal = refusalOf(result);
  if (native.kind === "rejected") {
    const text = result.stderr.replace(/^# .*\n/gm, "");
    return result.outcome === "rejected" && text === native.text ? { kind: "pass" } : { kind: "wrong", got: ended(result), want: native.text };
  }
  const [first, ...others] = native.endings.map(shown);
  if (native.endings.some(({ exitCode }) => exitCode === null)) return { kind: "set aside", reason: "runs too long even when compiled" };
  if (others.some((other) => other !== first)) return { kind: "set aside", reason: "Go itself does not do the same each time" };
  if (refusal !== undefined) return { kind: "refused", reason: refusal };
  if (result.outcome === "stopped") return { kind: "slow" };
  return ended(result) === first ? { kind: "pass" } : { kind: "wrong", got: ended(result), want: first! };
}

/** Whether a compiled run ended as the engine's did. */
export function same(ending: Ending, result: TryResult): boolean {
  return shown(ending) === ended(result);
}

function refusalOf({ outcome, exitCode, reason, stderr }: TryResult): string | undefined {
  if (outcome !== "rejected") return undefined;
  if (exitCode === null) return reason.replace(/^The instant engine can’t run this program: (.*)\.$/, "$1");
  const missing = /package (\S+) is not available here/.exec(stderr);
  return missing ? `package ${missing[1]}` : undefined;
}

function ended({ outcome, exitCode, stdout, stderr, reason }: TryResult): string {
  const known = exitCode !== null || outcome === "stopped";
  return shown({ stdout, stderr: known ? stderr : `${outcome}: ${reason}\n${stderr}`, exitCode });
}

/** An ending without what is left to chance or to the machine: addresses, and the stacks of goroutines. */
function shown({ stdout, stderr, exitCode }: Ending): string {
  const text = stderr
    .replace(/(^|\n)exit status \d+\n$/, "$1")
    .replace(/\n\n?(goroutine |runtime stack:)[^]*$/, "\n")
    .replace(/^(\[signal |runtime: sp=).*\n/gm, "")
    .replace(/\(?\b0x[0-9a-f]+(,0x[0-9a-f]+\))?/g, "0x");
  return `exit ${exitCode}\nstderr ${JSON.stringify(text)}\n${stdout}`;
}
