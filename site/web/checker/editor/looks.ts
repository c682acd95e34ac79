/// How all of this looks: by the element's tokens. Problems differ in shape, not in
/// colour alone, and no picture is fetched or made of data.

import { EditorView } from "@codemirror/view";

const wavy = (color: string) => ({
  backgroundImage: "none",
  paddingBottom: "0",
  textDecoration: `underline wavy ${color}`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "0.2em",
});

const mark = (color: string, clip: string) => ({
  content: "normal",
  inlineSize: "9px",
  blockSize: "9px",
  marginBlockStart: "0.4em",
  background: color,
  clipPath: clip,
});

const popup = {
  border: "1px solid var(--ag-code-rule)",
  borderRadius: "6px",
  background: "var(--ag-output-paper)",
  color: "var(--ag-code-ink)",
  boxShadow: "0 4px 16px #0003",
};

export const looks = EditorView.theme({
  ".cm-lintRange-error": wavy("var(--ag-bad)"),
  ".cm-lintRange-warning": wavy("var(--ag-wait-ink)"),
  ".cm-gutter-lint": { inlineSize: "14px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 2px" },
  ".cm-lint-marker-error": mark("var(--ag-bad)", "circle()"),
  ".cm-lint-marker-warning": mark("var(--ag-wait-ink)", "polygon(50% 0, 100% 100%, 0 100%)"),
  ".cm-tooltip": { ...popup, maxInlineSize: "min(40em, 90vw)" },
  ".cm-tooltip p": { margin: "0" },
  ".cm-diagnostic": { padding: "8px 10px", borderInlineStart: "3px solid var(--ag-wait-ink)", font: "13px / 1.45 var(--ag-sans)" },
  ".cm-diagnostic-error": { borderInlineStartColor: "var(--ag-bad)" },
  ".cm-diagnostic .message": { whiteSpace: "pre-wrap", fontFamily: "var(--ag-mono)" },
  ".cm-diagnostic .advice": { marginBlockStart: "6px", color: "var(--ag-faint)" },
  ".description": { padding: "8px 10px", font: "13px / 1.45 var(--ag-sans)" },
  ".description code": { whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontFamily: "var(--ag-mono)" },
  ".description p": { marginBlockStart: "6px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--ag-mono)", maxBlockSize: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", lineHeight: "1.4" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--ag-accent)", color: "var(--ag-on-accent)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.75" },
  ".cm-tooltip.cm-completionInfo": { ...popup, padding: "8px 10px", font: "13px / 1.45 var(--ag-sans)" },
  ".cm-panels, .cm-panels.cm-panels-bottom": { background: "var(--ag-output-paper)", color: "var(--ag-code-ink)", borderBlock: "none" },
  // A panel that says nothing takes no place.
  ".cm-panel:is(.rename, .problems:not(.none), .problems:has(.told:not(:empty)))": { borderBlockStart: "1px solid var(--ag-code-rule)" },
  ".problems, .rename": { textAlign: "start" },
  ".problems": { maxBlockSize: "14em", overflowY: "auto", padding: "8px var(--ag-code-inline)", font: "13px / 1.45 var(--ag-sans)" },
  ".problems.none": { padding: "0" },
  ".problems.none .count, .problems .told:empty": {
    position: "absolute",
    inlineSize: "1px",
    blockSize: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
  ".problems p, .problems ul": { margin: "0", padding: "0", listStyle: "none" },
  ".problems .told": { color: "var(--ag-faint)" },
  ".problems.none .told:not(:empty)": { padding: "6px var(--ag-code-inline)" },
  ".problems .count": { fontWeight: "600" },
  ".problems li": { marginBlockStart: "6px", paddingInlineStart: "10px", borderInlineStart: "3px solid var(--ag-wait-ink)" },
  ".problems li.error": { borderInlineStartColor: "var(--ag-bad)" },
  ".problems button": {
    display: "block",
    inlineSize: "100%",
    minBlockSize: "24px",
    padding: "0",
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
  },
  ".problems button:hover .message": { textDecoration: "underline" },
  ".problems button:focus-visible": { outline: "2px solid var(--ag-accent)", outlineOffset: "2px" },
  ".problems .line": { color: "var(--ag-faint)" },
  ".problems .message": { whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontFamily: "var(--ag-mono)" },
  ".problems .advice": { color: "var(--ag-faint)" },
  ".rename": { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", padding: "8px 10px", font: "13px / 1.45 var(--ag-sans)" },
  ".rename input": { font: "16px / 1.4 var(--ag-mono)", color: "inherit", background: "transparent", border: "1px solid var(--ag-faint)", borderRadius: "4px", padding: "2px 6px" },
  ".rename .message": { flexBasis: "100%", margin: "0", color: "var(--ag-bad)" },
  ".rename .message:empty": { display: "none" },
});
