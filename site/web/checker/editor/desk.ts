/// What the pieces of this folder know of the page: whom to ask, and about which file.

import type { EditorView } from "@codemirror/view";

import type { Answer, Asks } from "../protocol.ts";

export interface Desk {
  readonly checker: Asks;
  /** What the program's file is called. */
  file(): string;
  /** Tells a person something, politely. */
  announce(text: string): void;
}

/** The program as the checker gets it. An editor shows no line after the last newline. */
export function filesOf(desk: Desk, view: EditorView): Record<string, string> {
  return { [desk.file()]: `${view.state.doc.toString()}\n` };
}

/** Asks about the text as it is now. Undefined if it has changed meanwhile, or nobody can answer. */
export async function askAbout(
  view: EditorView,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const { doc } = view.state;
  const answer = await ask().catch(() => undefined);
  return view.state.doc === doc ? answer : undefined;
}
