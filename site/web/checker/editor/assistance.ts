/// All that the checker gives an editor. A chunk of its own, loaded once someone turns
/// to the editor:
///
///     const assistance = new Assistance(view, { checker, file: () => "main.go" });
///     await assistance.format();
///
/// Keys: F8 to the next problem, Ctrl+Space to complete, F12 or Ctrl and a click to a
/// declaration, F2 to rename, Shift+Alt+F to format.

import { Compartment, EditorState, StateEffect } from "@codemirror/state";
import { type EditorView, keymap, showPanel } from "@codemirror/view";

import type { Asks } from "../protocol.ts";
import { completion } from "./completion.ts";
import { definition, select } from "./definition.ts";
import type { Desk } from "./desk.ts";
import { format } from "./format.ts";
import { hover } from "./hover.ts";
import { looks } from "./looks.ts";
import { ProblemList } from "./problem-list.ts";
import { type Problem, problems } from "./problems.ts";
import { rename } from "./rename.ts";
import { say } from "./say.ts";

export interface AssistanceOptions {
  checker: Asks;
  /** What the program's file is called. */
  file(): string;
}

export class Assistance {
  #view: EditorView;
  #desk: Desk;
  #list: ProblemList;
  #place = new Compartment();

  constructor(view: EditorView, { checker, file }: AssistanceOptions) {
    this.#view = view;
    this.#list = new ProblemList((problem) => this.#goTo(problem));
    this.#desk = { checker, file, announce: (words) => this.#list.tell(words) };
    const extensions = [
      problems(this.#desk, (found) => this.#list.show(found)),
      completion(this.#desk),
      hover(this.#desk),
      definition(this.#desk),
      rename(this.#desk),
      keymap.of([{ key: "Shift-Alt-f", run: () => (void this.format(), true) }]),
      showPanel.of(() => ({ dom: this.#list.root, top: false })),
      // What CodeMirror's own parts say.
      EditorState.phrases.of({
        Completions: say("completions"),
        Diagnostics: say("problems"),
        "No diagnostics": say("noProblems"),
        close: say("close"),
      }),
      looks,
    ];
    view.dispatch({ effects: StateEffect.appendConfig.of(this.#place.of(extensions)) });
  }

  /** Says what was done, or why not. */
  async format(): Promise<void> {
    this.#list.tell(await format(this.#desk, this.#view));
  }

  /** Takes everything away again. */
  remove(): void {
    this.#view.dispatch({ effects: this.#place.reconfigure([]) });
    this.#list.destroy();
  }

  #goTo({ from, to }: Problem): void {
    const { length } = this.#view.state.doc;
    if (from !== null) select(this.#view, Math.min(from, length), Math.min(to, length));
  }
}
