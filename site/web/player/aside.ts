/// A quiet line by the output: what the run is about to do differently, and why; and
/// the question that comes before a large download.
import { h } from "../dom/dom.ts";
import { bytes } from "./bytes.ts";
import { say } from "../language/say.ts";

export interface AsideEvents {
  /** The learner lets the engine be fetched. */
  onAgree(): void;
}

export class Aside {
  #agree: HTMLElement | undefined;
  readonly root = h("p", { class: "aside", role: "status", part: "note", hidden: true });
  readonly #events: AsideEvents;

  constructor(events: AsideEvents) {
    this.#events = events;
  }

  say(text: string): void {
    this.root.replaceChildren(text);
    this.root.hidden = false;
  }

  ask(count: number): void {
    const agree = (this.#agree = h("button", { type: "button" }, say("fetchAndRun", { size: bytes(count) })));
    agree.addEventListener("click", () => {
      this.withdraw();
      this.#events.onAgree();
    });
    this.root.append(" ", agree);
    this.root.hidden = false;
  }

  /** Takes the question back. */
  withdraw(): void {
    this.#agree?.remove();
    this.#agree = undefined;
  }

  clear(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }
}
