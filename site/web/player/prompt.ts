/// The line on which a learner types what the program reads.
import { h } from "../dom/dom.ts";
import { say } from "../language/say.ts";

export interface PromptEvents {
  /** A line, its newline included. */
  onLine(text: string): void;
  onEnd(): void;
}

export class Prompt {
  readonly root: HTMLFormElement;
  readonly #line = h("input", {
    type: "text",
    class: "line",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "send",
  });

  constructor(events: PromptEvents) {
    const end = h("button", { type: "button", class: "quiet", title: say("endInputTitle") }, say("endInput"));
    this.root = h(
      "form",
      { class: "prompt", hidden: true, part: "prompt" },
      h("label", {}, h("span", { class: "label" }, say("input")), this.#line),
      end,
    );
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = `${this.#line.value}\n`;
      this.#line.value = "";
      events.onLine(text);
    });
    end.addEventListener("click", () => events.onEnd());
    this.#line.addEventListener("keydown", (event) => {
      if (!event.ctrlKey || event.key !== "d") return;
      event.preventDefault();
      events.onEnd();
    });
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  /// Asks, taking the focus only from someone who is at this program anyway, and
  /// only once: a program may come to say that it still waits.
  open(takeFocus: boolean): void {
    if (this.isOpen) return;
    this.root.hidden = false;
    if (takeFocus) this.#line.focus();
  }

  close(): void {
    this.root.hidden = true;
    this.#line.value = "";
  }
}
