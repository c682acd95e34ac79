/// The row of buttons above a listing.
import { h, isOff, setOff } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";

export interface ToolbarEvents {
  onRun(): void;
  onStop(): void;
  onReset(): void;
  /** The text to copy. */
  onCopy(): string;
}

export class Toolbar {
  readonly root: HTMLElement;
  readonly #run = h("button", { type: "button", class: "run", part: "run" });
  readonly #reset = h("button", { type: "button", class: "quiet reset", part: "reset" }, "Reset");
  readonly #copy = h("button", { type: "button", class: "quiet copy", part: "copy" });
  readonly #copied = h("span", { class: "unseen", role: "status" });
  readonly #caption = h("span", { class: "caption", part: "caption" });
  #running = false;
  #timer = 0;

  constructor(events: ToolbarEvents) {
    this.#run.addEventListener("click", () => (this.#running ? events.onStop() : events.onRun()));
    this.#run.setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter Shift+Enter");
    this.#reset.title = "Bring the original program back";
    this.#reset.addEventListener("click", () => {
      if (!isOff(this.#reset)) events.onReset();
    });
    this.#copy.addEventListener("click", () => void this.#copyText(events.onCopy()));
    this.#showRun();
    this.#showCopy("Copy");
    this.edited = false;
    this.root = h(
      "div",
      { class: "toolbar", role: "group", "aria-label": "Program", part: "toolbar" },
      this.#run,
      this.#reset,
      this.#copy,
      this.#copied,
      this.#caption,
    );
  }

  set running(running: boolean) {
    this.#running = running;
    this.#showRun();
  }

  set edited(edited: boolean) {
    setOff(this.#reset, !edited);
  }

  set caption(caption: string) {
    this.#caption.textContent = caption;
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  async #copyText(text: string): Promise<void> {
    let said: string;
    try {
      await navigator.clipboard.writeText(text);
      said = "Copied";
    } catch {
      // A frame without the permission, or a page that is not secure.
      said = "Can’t copy here";
    }
    this.#showCopy(said);
    this.#copied.textContent = said;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#showCopy("Copy");
      this.#copied.textContent = "";
    }, 2000);
  }

  #showRun(): void {
    this.#run.replaceChildren(...(this.#running ? [icon("stop"), "Stop"] : [icon("run"), "Run"]));
    this.#run.classList.toggle("running", this.#running);
    this.#run.title = this.#running ? "Stop the program" : "Run the program (Ctrl+Enter or Shift+Enter)";
  }

  #showCopy(label: string): void {
    this.#copy.replaceChildren(label);
  }
}
