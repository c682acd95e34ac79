/// The row of buttons above a listing.
import { h, isOff, setOff } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import { TellingButton } from "./telling-button.ts";
import { say } from "../language/say.ts";

export interface ToolbarEvents {
  onRun(): void;
  onStop(): void;
  onReset(): void;
  onFormat(): void;
  /** The text to copy. */
  onCopy(): string;
  /** Gives the word that tells how it went, or null. */
  onShare(): Promise<string | null>;
}

export class Toolbar {
  readonly root: HTMLElement;
  readonly #run = h("button", { type: "button", class: "run", part: "run" });
  readonly #reset = h("button", { type: "button", class: "quiet reset", part: "reset" }, say("reset"));
  readonly #format = h("button", { type: "button", class: "quiet format", part: "format" }, say("format"));
  readonly #copy: TellingButton;
  readonly #share: TellingButton;
  readonly #caption = h("span", { class: "caption", part: "caption" });
  #running = false;

  constructor(events: ToolbarEvents) {
    this.#run.addEventListener("click", () => (this.#running ? events.onStop() : events.onRun()));
    this.#run.setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter Shift+Enter");
    this.#reset.title = say("resetTitle");
    this.#reset.addEventListener("click", () => {
      if (!isOff(this.#reset)) events.onReset();
    });
    this.#format.title = say("formatTitle");
    this.#format.setAttribute("aria-keyshortcuts", "Shift+Alt+F");
    this.#format.addEventListener("click", () => events.onFormat());
    this.#copy = new TellingButton(say("copy"), { class: "quiet copy", part: "copy", title: say("copyTitle") }, () =>
      copy(events.onCopy()),
    );
    this.#share = new TellingButton(
      say("share"),
      { class: "quiet share", part: "share", title: say("shareTitle") },
      () => events.onShare(),
    );
    this.#showRun();
    this.edited = false;
    this.root = h(
      "div",
      { class: "toolbar", role: "group", "aria-label": say("program"), part: "toolbar" },
      this.#run,
      this.#reset,
      this.#format,
      this.#copy.root,
      this.#share.root,
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

  set readOnly(readOnly: boolean) {
    this.#format.hidden = readOnly;
  }

  set caption(caption: string) {
    this.#caption.textContent = caption;
  }

  destroy(): void {
    this.#copy.destroy();
    this.#share.destroy();
  }

  #showRun(): void {
    this.#run.replaceChildren(...(this.#running ? [icon("stop"), say("stop")] : [icon("run"), say("run")]));
    this.#run.classList.toggle("running", this.#running);
    this.#run.title = this.#running ? say("stopTitle") : say("runTitle");
  }
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return say("copied");
  } catch {
    // A frame without the permission, or a page that is not secure.
    return say("copyFailed");
  }
}
