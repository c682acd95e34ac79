/// A word above the listing: that a program could not be had, or where it came from.
import { h } from "../dom/dom.ts";

export interface Action {
  label: string;
  act(): void;
}

export class Notice {
  readonly root = h("div", { class: "notice", part: "notice", hidden: true });

  /// `alarm`: something went wrong.
  show(message: string, actions: readonly Action[] = [], alarm = false): void {
    this.root.setAttribute("role", alarm ? "alert" : "status");
    this.root.classList.toggle("alarm", alarm);
    this.root.hidden = false;
    const buttons = actions.map(({ label, act }) => {
      const button = h("button", { type: "button" }, label);
      button.addEventListener("click", () => act());
      return button;
    });
    this.root.replaceChildren(h("p", {}, message), ...buttons);
  }

  /// Adds something to what is said.
  append(more: Node): void {
    this.root.append(more);
  }

  hide(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
