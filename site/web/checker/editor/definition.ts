/// To where a name is declared: F12, or Ctrl or Cmd and a click.

import { EditorSelection, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

import { askAbout, type Desk, filesOf } from "./desk.ts";
import { say } from "./say.ts";

export function definition(desk: Desk): Extension {
  return [
    keymap.of([
      {
        key: "F12",
        run: (view) => {
          void goToDefinition(desk, view, view.state.selection.main.head);
          return true;
        },
      },
    ]),
    EditorView.domEventHandlers({
      click: (event, view) => {
        const pos = event.ctrlKey || event.metaKey ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
        if (pos === null) return false;
        void goToDefinition(desk, view, pos);
        return true;
      },
    }),
  ];
}

async function goToDefinition(desk: Desk, view: EditorView, at: number): Promise<void> {
  const answer = await askAbout(view, () =>
    desk.checker.ask({ kind: "define", files: filesOf(desk, view), file: desk.file(), at }),
  );
  if (!answer) return;
  if (!answer.define) return desk.announce(say("notDeclared"));
  select(view, answer.define.from, answer.define.to);
}

/** Selects a part of the text and brings it into view. */
export function select(view: EditorView, from: number, to: number): void {
  const range = EditorSelection.range(from, to);
  view.dispatch({ selection: EditorSelection.create([range]), effects: EditorView.scrollIntoView(range, { y: "center" }) });
  view.focus();
}
