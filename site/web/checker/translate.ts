/// The checker as the engine's translator.

import type { Diagnostic } from "../engine/contract.ts";
import { EngineError } from "../engine/contract.ts";
import { say } from "../engine/say.ts";
import type { Translation } from "../engine/translation.ts";
import type { Checker } from "./client.ts";
import type { Check, CheckedDiagnostic } from "./protocol.ts";

export async function translate(checker: Checker, files: Record<string, string>, log: boolean): Promise<Translation> {
  const { check, lower, error } = await checker.ask(log ? { kind: "lower", files, log } : { kind: "lower", files });
  if (check) return check.text === "" ? refusalOf(check) : rejection(check);
  if (lower?.files) return { kind: "program", files: lower.files };
  if (!lower) throw new EngineError(say("checkerBrokeDown"), true, { cause: error });
  const { reason = "", file, line } = lower;
  return file && line ? { kind: "refused", reason, position: { file, line } } : { kind: "refused", reason };
}

function diagnosticOf({ file, line, column, message, severity, hint }: CheckedDiagnostic): Diagnostic {
  return { file, line, column, message, severity, ...(hint === undefined ? {} : { hint }) };
}

function rejection({ text, diagnostics }: Check): Translation {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { kind: "rejected", text, diagnostics: errors.map(diagnosticOf) };
}

/** The program imports packages that are not in the instant engine. */
function refusalOf({ unavailable }: Check): Translation {
  const [first] = unavailable;
  if (!first) return { kind: "refused", reason: "the checker does not say why" };
  return { kind: "refused", reason: `it has no package ${first.path}`, position: { file: first.file, line: first.line } };
}
