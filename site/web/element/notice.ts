/// Says that a program could not be had, and offers another try.
import { h } from "../dom/dom.ts";

export class Notice {
  readonly root = h("div", { class: "notice", role: "alert", part: "notice", hidden: true });
  readonly #onRetry: () => void;

  constructor(onRetry: () => void) {
    this.#onRetry = onRetry;
  }

  show(message: string): void {
    const retry = h("button", { type: "button", class: "retry" }, "Try again");
    retry.addEventListener("click", () => this.#onRetry());
    this.root.replaceChildren(h("p", {}, message), retry);
    this.root.hidden = false;
  }

  hide(): void {
    this.root.hidden = true;
  }
}
