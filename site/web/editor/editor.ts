/// The editor of a listing: CodeMirror with Go. Loaded only when a listing comes
/// near, so this file and all that it imports are a chunk of their own.
import {
  history,
  historyKeymap,
  indentLess,
  indentMore,
  insertTab,
  moveLineDown,
  moveLineUp,
  standardKeymap,
  toggleComment,
} from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Annotation, Compartment, EditorSelection, EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  type KeyBinding,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { go } from "./go.ts";
import { columnOffset } from "./position.ts";
import { looks } from "./looks.ts";
import { say } from "./say.ts";
import type { Assistance, AssistanceOptions } from "../checker/editor/assistance.ts";

export interface EditorOptions {
  root: ShadowRoot;
  text: string;
  readOnly: boolean;
  /** For assistive technology: what is edited, and the id of how to leave it. */
  label: string;
  describedBy: string;
  onChange(text: string, by: "learner" | "page"): void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #readOnly = new Compartment();
  #assistance: Promise<Assistance | null> | null = null;
  #destroyed = false;
  #marked: { line: number | null; go: boolean } = { line: null, go: false };
  #marking: Promise<void> | null = null;

  constructor(options: EditorOptions) {
    this.#view = new EditorView({
      root: options.root,
      doc: options.text,
      extensions: [
        Prec.high(keymap.of([{ key: "Escape", run: releaseTab }])),
        EditorView.domEventHandlers({ blur: (_, view) => captureTab(view) }),
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentUnit.of("\t"),
        EditorState.tabSize.of(4),
        go,
        EditorState.phrases.of({ "Selection deleted": say("selectionDeleted") }),
        looks,
        keymap.of([...keys, ...standardKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ tabindex: "0", "aria-label": options.label, "aria-describedby": options.describedBy }),
        this.#readOnly.of(EditorState.readOnly.of(options.readOnly)),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          captureTab(update.view);
          const byPage = update.transactions.some((transaction) => transaction.annotation(pageChange));
          options.onChange(this.text, byPage ? "page" : "learner");
        }),
      ],
    });
  }

  /// Goes into the page where `place` was; `measured` is called once it has its height.
  takePlaceOf(place: Element, measured: () => void): void {
    place.replaceWith(this.#view.dom);
    this.#view.requestMeasure({ read: () => {}, write: measured });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /// Replaces the text; one step for the learner's undo.
  set text(text: string) {
    const doc = this.#view.state.doc;
    this.#view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: pageChange.of(true),
    });
  }

  set readOnly(readOnly: boolean) {
    this.#view.dispatch({ effects: this.#readOnly.reconfigure(EditorState.readOnly.of(readOnly)) });
  }

  set scrollLeft(pixels: number) {
    this.#view.scrollDOM.scrollLeft = pixels;
  }

  focus(): void {
    this.#view.focus();
  }

  /// Puts the cursor at a compiler's line and column, both from 1.
  moveTo(line: number, column = 1): void {
    const doc = this.#view.state.doc;
    const { from, text } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const place = EditorSelection.cursor(from + columnOffset(text, column));
    this.#view.dispatch({
      selection: EditorSelection.create([place]),
      effects: EditorView.scrollIntoView(place, { y: "center" }),
    });
    this.#view.focus();
  }

  /// Sets a line apart, or none; with `go` it comes into view. The cursor stays.
  mark(line: number | null, go: boolean): void {
    this.#marked = { line, go: go || this.#marked.go };
    // Of many that came while it was loading, the last counts.
    this.#marking ??= import("./mark.ts").then(
      ({ mark }) => {
        if (!this.#destroyed) mark(this.#view, this.#marked.line, this.#marked.go);
        this.#marking = null;
        this.#marked.go = false;
      },
      () => void (this.#marking = null), // The words say the line too.
    );
  }

  /// Brings what a checker knows: problems, completion, descriptions, renaming,
  /// formatting. Null where it can't be had; the next call tries again.
  assist(options: AssistanceOptions): Promise<Assistance | null> {
    this.#assistance ??= import("../checker/editor/assistance.ts").then(
      ({ Assistance }) => (this.#destroyed ? null : new Assistance(this.#view, options)),
      () => (this.#assistance = null),
    );
    return this.#assistance;
  }

  destroy(): void {
    this.#destroyed = true;
    void this.#assistance?.then((assistance) => assistance?.remove());
    this.#view.destroy();
  }
}

// Beside the standard ones. CodeMirror's full set has many more, for programs longer
// than a lesson's.
const keys: KeyBinding[] = [
  { key: "Tab", run: insertTab, shift: indentLess },
  { key: "Mod-]", run: indentMore },
  { key: "Mod-[", run: indentLess },
  { key: "Mod-/", run: toggleComment },
  { key: "Alt-ArrowUp", run: moveLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown },
];

const pageChange = Annotation.define<boolean>();

// Tab indents, as a programmer expects, until Escape: then it moves on, as
// everywhere else on the page, until the next edit or visit. CodeMirror's own
// rule would give Tab back after two seconds, which hurries slow hands.
function releaseTab(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}

function captureTab(view: EditorView): void {
  view.setTabFocusMode(false);
}
