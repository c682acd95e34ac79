/// A line that is set apart, as the one that a timeline is at. Loaded with the first.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

// Where the line begins; null: there is none.
const markLine = StateEffect.define<number | null>();

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { effects, changes }) {
    const effect = effects.find((effect) => effect.is(markLine));
    if (!effect) return marked.map(changes);
    return effect.value === null ? Decoration.none : Decoration.set(Decoration.line({ class: "ag-marked-line" }).range(effect.value));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const looks = EditorView.baseTheme({
  ".ag-marked-line": {
    backgroundColor: "var(--ag-code-active)",
    boxShadow: "inset 3px 0 var(--ag-accent)",
    outline: "1px solid transparent",
  },
});

/// Sets a line apart, or none; with `go` it comes into view.
export function mark(view: EditorView, line: number | null, go: boolean): void {
  if (view.state.field(markedLine, false) === undefined) {
    view.dispatch({ effects: StateEffect.appendConfig.of([markedLine, looks]) });
  }
  const { doc } = view.state;
  const from = line === null || line > doc.lines ? null : doc.line(line).from;
  const show = from !== null && go ? [EditorView.scrollIntoView(from, { y: "nearest", yMargin: 60 })] : [];
  view.dispatch({ effects: [markLine.of(from), ...show] });
}
