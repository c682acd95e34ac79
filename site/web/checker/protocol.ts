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

/** Something that the event log may tell of, in the order of the source. See wasm/checker/operation. */
export interface Operation {
  file: string;
  line: number;
  /** The last line on which it may be reported. */
  last: number;
  kind: "go" | "make" | "send" | "receive" | "select" | "close" | "lock" | "unlock" | "rlock" | "runlock" | "wait" | "count" | "cond" | "signal" | "once" | "semaphore" | "sleep" | "timer" | "context" | "input" | "network";
  /** The operand as written; of go, the function. */
  name: string;
  type?: "mutex" | "rwmutex" | "waitgroup" | "cond" | "once" | "semaphore" | "timer" | "ticker" | "context";
  /** Of a select, without the default. */
  cases?: { line: number; send: boolean; name: string }[];
}

/** A word that may be meant. */
export interface Proposal {
  label: string;
  kind: "keyword" | "package" | "type" | "function" | "method" | "field" | "variable" | "constant" | "label";
  /** A function's parameters and results, or the type of anything else. */
  detail: string;
  /** A sentence; empty while the documentation has not been sent. */
  doc: string;
  /** Scopes between the cursor and the declaration: 0 is nearest. */
  near: number;
  /** The package that must be imported first. */
  import?: string;
}

export interface Description extends Range {
  /** Go: the declaration, in one line. */
  code: string;
  doc: string;
}

/** Replaces a part of a file. Edits come in the order of the text. */
export interface Edit extends Range {
  text: string;
}

type Files = Record<string, string>;

export type Question =
  /** What is wrong with the program? */
  | { kind: "check"; files: Files }
  /** How does the instant engine run it? Answered by `check` if it does not build. */
  | { kind: "lower"; files: Files; log?: boolean }
  /** What does the event log of a run have to know of the source? */
  | { kind: "operations"; files: Files }
  /** What may the word before the cursor become? */
  | { kind: "complete"; files: Files; file: string; at: number }
  /** What is the name at the cursor? No answer: there is none. */
  | { kind: "describe"; files: Files; file: string; at: number }
  /** Where is it declared? No answer: not in the program. */
  | { kind: "define"; files: Files; file: string; at: number }
  /** What would be renamed (without `to`), and how? */
  | { kind: "rename"; files: Files; file: string; at: number; to?: string }
  /** How would gofmt lay it out, with its imports put right? */
  | { kind: "format"; files: Files; file: string }
  /** What can be said about what the runtime printed as the program died? */
  | { kind: "hint"; text: string }
  /** Here is the documentation of the standard library. */
  | { kind: "docs"; text: string };

export interface Answer {
  id: number;
  /** A sentence for the person who asked. */
  error?: string;
  check?: Check;
  lower?: Lowered;
  operations?: Operation[];
  complete?: { from: number; proposals: Proposal[] };
  describe?: Description;
  define?: Range;
  rename?: { range: Range; edits: Edit[] };
  format?: Edit[];
  hint?: string;
}

/** Who answers: `client.ts` on a page. */
export interface Asks {
  ask(question: Question): Promise<Answer>;
}
