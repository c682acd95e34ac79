/// A program as text: highlighted and still at first, an editor once it is near.
///
/// Both forms have the same measures. Whoever holds a listing need not know which
/// of the two is there.
import { h } from "../dom/dom.ts";
import type { Editor } from "../editor/editor.ts";
import { say } from "../language/say.ts";

export interface ListingOptions {
  root: ShadowRoot;
  label: string;
  /** The learner has changed the text. */
  onEdit(): void;
}

export class Listing {
  readonly root: HTMLElement;
  readonly #options: ListingOptions;
  readonly #numbers = h("div", { class: "numbers", "aria-hidden": "true" });
  readonly #pre = h("pre", { class: "code", tabindex: "0" });
  readonly #still = h("div", { class: "still" }, this.#numbers, this.#pre);
  readonly #hint: HTMLElement;
  #text = "";
  // An editor shows no line after the last newline; the program keeps it.
  #lastNewline = "";
  #readOnly = false;
  #editor: Editor | null = null;
  #loading: Promise<Editor | null> | null = null;
  #destroyed = false;
  #marked = false;

  constructor(options: ListingOptions) {
    this.#options = options;
    this.#pre.setAttribute("role", "group");
    this.#pre.setAttribute("aria-label", options.label);
    this.#hint = h("p", { class: "hint", id: "leave" });
    this.#hint.append(say("leaveEditor"));
    this.root = h("div", { class: "listing", part: "listing" }, this.#still, this.#hint);
    this.#pre.addEventListener("focus", () => void this.load());
  }

  get text(): string {
    return this.#text;
  }

  /// Sets the text; in an editor as one step that the learner can undo.
  set text(text: string) {
    this.#remember(text);
    if (this.#editor) this.#editor.text = this.#shown;
    else this.#showStill(document.createTextNode(this.#shown));
  }

  /// Sets the text together with its highlighted form.
  setHighlighted(text: string, code: Node): void {
    this.text = text;
    if (!this.#editor) this.#showStill(code);
  }

  set readOnly(readOnly: boolean) {
    this.#readOnly = readOnly;
    this.#hint.hidden = readOnly;
    if (this.#editor) this.#editor.readOnly = readOnly;
  }

  /// Brings the editor, unless it is there or can't be had: then the listing stays
  /// as it is, and the next call tries again.
  load(): Promise<Editor | null> {
    this.#loading ??= import("../editor/editor.ts").then(
      ({ Editor }) => (this.#destroyed ? null : this.#replace(Editor)),
      () => (this.#loading = null),
    );
    return this.#loading;
  }

  async moveTo(line: number, column: number): Promise<void> {
    const editor = await this.load();
    editor?.moveTo(line, column);
  }

  /// Sets a line apart, or none; with `go` it comes into view. Where the listing is
  /// still, there is nothing to see of it.
  async mark(line: number | null, go: boolean): Promise<void> {
    if (line === null && !this.#marked) return;
    this.#marked = line !== null;
    const editor = go ? await this.load() : this.#editor;
    editor?.mark(line, go);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#editor?.destroy();
  }

  get #shown(): string {
    return this.#text.slice(0, this.#text.length - this.#lastNewline.length);
  }

  #remember(text: string): void {
    this.#text = text;
    this.#lastNewline = text.endsWith("\n") ? "\n" : "";
  }

  #replace(Type: typeof Editor): Editor {
    const focused = this.#options.root.activeElement === this.#pre;
    const { scrollLeft } = this.#pre;
    const editor = new Type({
      root: this.#options.root,
      text: this.#shown,
      readOnly: this.#readOnly,
      label: this.#options.label,
      describedBy: this.#hint.id,
      onChange: (text, by) => {
        this.#text = text + this.#lastNewline;
        if (by === "learner") this.#options.onEdit();
      },
    });
    this.#editor = editor;
    // An editor has a guess of its height until it has measured itself. A page that took
    // the guess for what is to be would move under a reader who has gone further down.
    const { height } = this.root.getBoundingClientRect();
    if (height > 0) this.root.style.blockSize = `${height}px`;
    editor.takePlaceOf(this.#still, () => (this.root.style.blockSize = ""));
    editor.scrollLeft = scrollLeft;
    if (focused) editor.focus();
    return editor;
  }

  #showStill(code: Node): void {
    this.#pre.replaceChildren(code);
    const lines = this.#shown.split("\n").length;
    this.#numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
    // The gutter is as wide as the largest number, in both forms.
    this.root.style.setProperty("--digits", String(String(lines).length));
  }
}
