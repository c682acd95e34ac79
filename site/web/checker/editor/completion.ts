/// Completion from the program's types.

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import { h } from "../../dom/dom.ts";
import type { Proposal } from "../protocol.ts";
import { type Desk } from "./desk.ts";
import { importOf } from "./edits.ts";

export function completion(desk: Desk): Extension {
  return autocompletion({
    override: [(context) => complete(desk, context)],
    icons: false,
    maxRenderedOptions: 40,
  });
}

async function complete(desk: Desk, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
  const before = context.state.sliceDoc((word?.from ?? context.pos) - 1, word?.from ?? context.pos);
  if (!context.explicit && !word && before !== "." && before !== '"' && before !== "/") return null;
  const files = { [desk.file()]: `${context.state.doc.toString()}\n` };
  const answer = await desk.checker
    .ask({ kind: "complete", files, file: desk.file(), at: context.pos })
    .catch(() => undefined);
  if (!answer?.complete || context.aborted) return null;
  const { from, proposals } = answer.complete;
  if (proposals.length === 0) return null;
  // A path has characters that no word has.
  const validFor = proposals[0]!.label.includes("/") || before === '"' ? /^[\w./]*$/ : /^[\p{L}\p{N}_]*$/u;
  return { from, options: proposals.map(optionOf), validFor };
}

function optionOf(proposal: Proposal): Completion {
  const { label, kind, detail, doc, near } = proposal;
  return {
    label,
    type: kind,
    detail,
    // What is near is likelier meant; CodeMirror weighs this beside how well it fits.
    boost: Math.max(-99, kind === "keyword" ? -20 : proposal.import ? -60 : 10 - 10 * near),
    ...(doc === "" ? {} : { info: () => h("div", { class: "doc" }, doc) }),
    ...(proposal.import ? { apply: (view, chosen, from, to) => applyWithImport(view, chosen, from, to, proposal.import!) } : {}),
  };
}

function applyWithImport(view: EditorView, chosen: Completion, from: number, to: number, path: string): void {
  const change = importOf(path, view.state.doc.toString());
  view.dispatch({
    ...insertCompletionText(view.state, chosen.label, from, to),
    annotations: pickedCompletion.of(chosen),
  });
  if (change) view.dispatch({ changes: change });
}
