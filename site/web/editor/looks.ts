/// How the editor looks: the measures of the static listing that it replaces, so
/// that nothing moves, and the colours of the element's tokens.
import { EditorView } from "@codemirror/view";

export const looks = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ag-code-ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "auto" },
  ".cm-content": { padding: "var(--ag-code-block) 0", caretColor: "var(--ag-accent)" },
  ".cm-line": { padding: "0 var(--ag-code-inline) 0 0" },
  ".cm-gutters": {
    backgroundColor: "var(--ag-code-paper)",
    color: "var(--ag-code-faint)",
    border: "none",
    minWidth: "var(--ag-gutter)",
    justifyContent: "flex-end",
  },
  ".cm-lineNumbers .cm-gutterElement": {
    padding: "0",
    minWidth: "calc(var(--ag-gutter) - var(--ag-gutter-gap))",
    marginInlineEnd: "var(--ag-gutter-gap)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--ag-code-active)" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ag-code-ink)" },
  ".cm-line::selection, .cm-line ::selection": { backgroundColor: "var(--ag-code-selection)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--ag-code-faint)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--ag-bad)",
  },
});
