/// What is wrong with the program, as one types: marks under the text and beside it,
/// and the list below.

import { type Diagnostic, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorView, keymap } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

import { h } from "../../dom/dom.ts";
import { Latest } from "../latest.ts";
import type { Answer, Check, Question } from "../protocol.ts";
import { askAbout, type Desk, filesOf } from "./desk.ts";

/** How long a person must rest before the program is checked. */
const REST_MS = 300;

export interface Problem {
  severity: "error" | "warning";
  /** Where it is, in the editor's text; null if it is about the program as a whole. */
  from: number | null;
  to: number;
  line: number;
  message: string;
  hint: string;
}

export function problems(desk: Desk, onProblems: (problems: Problem[], view: EditorView) => void): Extension {
  const latest = new Latest<Question, Answer>((question) => desk.checker.ask(question));
  const source = async (view: EditorView): Promise<Diagnostic[]> => {
    const question: Question = { kind: "check", files: filesOf(desk, view) };
    const answer = await askAbout(view, () => latest.ask(question));
    if (!answer?.check) return [];
    const found = problemsOf(answer.check, view.state.doc.length);
    onProblems(found, view);
    return found.filter(({ from }) => from !== null).map(diagnosticOf);
  };
  return [linter(source, { delay: REST_MS }), lintGutter(), keymap.of(lintKeymap)];
}

export function problemsOf(check: Check, length: number): Problem[] {
  return check.diagnostics.map(({ severity, from, to, line, message, hint }) => ({
    severity,
    from: line === 0 ? null : Math.min(from, length),
    to: Math.min(to, length),
    line,
    message,
    hint: hint ?? "",
  }));
}

function diagnosticOf({ severity, from, to, message, hint }: Problem): Diagnostic {
  return {
    from: from ?? 0,
    to,
    severity,
    message,
    renderMessage: () => {
      const text = h("div", { class: "problem" }, h("p", { class: "message", lang: "en", dir: "ltr" }, message));
      if (hint !== "") text.append(h("p", { class: "advice", lang: "en", dir: "ltr" }, hint));
      return text;
    },
  };
}
