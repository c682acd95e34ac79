/// Lays the program out as gofmt does, with its imports put right. The cursor stays
/// with what it was at, since only what differs is changed.

import type { EditorView } from "@codemirror/view";

import { askAbout, type Desk, filesOf } from "./desk.ts";
import { changesOf } from "./edits.ts";
import { say } from "./say.ts";

/** Resolves with a sentence: what was done, or why not. */
export async function format(desk: Desk, view: EditorView): Promise<string> {
  if (view.state.readOnly) return say("fixed");
  const answer = await askAbout(view, () => desk.checker.ask({ kind: "format", files: filesOf(desk, view), file: desk.file() }));
  if (!answer) return say("formatFailed");
  if (answer.error) return answer.error;
  const changes = changesOf(answer.format ?? [], view.state.doc);
  if (changes.length === 0) return say("formattedAlready");
  view.dispatch({ changes, userEvent: "format", scrollIntoView: true });
  return say("formatted");
}
