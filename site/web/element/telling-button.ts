/// A button that says for a moment what came of pressing it.
import { h } from "../dom/dom.ts";

export class TellingButton {
  readonly root: HTMLElement;
  readonly #label: string;
  readonly #button: HTMLButtonElement;
  // What a screen reader hears.
  readonly #said = h("span", { class: "unseen", role: "status" });
  #timer = 0;

  /// `act` gives the word to be said, or null if there is none.
  constructor(label: string, attributes: Record<string, string>, act: () => Promise<string | null>) {
    this.#label = label;
    this.#button = h("button", { type: "button", ...attributes }, label);
    this.#button.addEventListener("click", async () => this.#say(await act()));
    this.root = h("span", { class: "telling" }, this.#button, this.#said);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #say(word: string | null): void {
    this.#button.textContent = word ?? this.#label;
    this.#said.textContent = word ?? "";
    clearTimeout(this.#timer);
    if (word !== null) this.#timer = window.setTimeout(() => this.#say(null), 2000);
  }
}
