/// Questions about programs, and the checker's answers; wasm/checker/server/protocol.go
/// is the other side. A line of JSON each. Offsets count UTF-16 code units from the
/// beginning of a file; lines and columns count from 1, columns in bytes.

export interface Range {
  file: string;
  from: number;
  to: number;
}

export interface CheckedDiagnostic extends Range {
  line: number;
  column: number;
  message: string;
  /** As a terminal shows it. */
  text: string;
  severity: "error" | "warning";
  hint?: string;
}

export interface UnavailableImport extends Range {
  line: number;
  column: number;
  path: string;
  message: string;
}

/** What there is to say about a program. */
export interface Check {
  /** What go build prints; empty if the program builds. */
  text: string;
  diagnostics: CheckedDiagnostic[];
  /** Imports of packages that exist, but not in the instant engine. */
  unavailable: UnavailableImport[];
}

/** A program as the instant engine runs it, or why it can't. */
export interface Lowered {
  files?: Record<string, string>;
  reason?: string;
  file?: string;
  line?: number;
}

export type Question =
  /** What is wrong with the program? */
  | { kind: "check"; files: Record<string, string> }
  /** How does the instant engine run it? Answered by `check` if it does not build. */
  | { kind: "lower"; files: Record<string, string> };

export interface Answer {
  id: number;
  /** A sentence for the person who asked. */
  error?: string;
  check?: Check;
  lower?: Lowered;
}
