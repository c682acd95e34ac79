/// The line below the page's header that says what becomes of the learner's answers.
/// Calm while all is well; with a way on when it is not.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { News } from "./keeper.ts";
import { say } from "./say.ts";

export interface Actions {
  retry(): void;
  /** Null: there is nowhere to go. */
  leave: (() => void) | null;
}

export interface Standing {
  news: News;
  /** How many items were earned, and how many there are. */
  done: number;
  n: number;
}

export class Report {
  readonly root = h("aside", { class: "record" });
  // What is said of itself goes to a screen reader once, and not with every score.
  readonly #text = h("p", { role: "status" });
  readonly #score = h("p", { class: "record-score" });
  readonly #retry = h("button", { type: "button" }, say("tellAgain"));

  constructor({ retry, leave }: Actions) {
    this.#retry.addEventListener("click", retry);
    this.root.append(this.#text, this.#retry, this.#score);
    if (leave) {
      const button = h("button", { type: "button" }, say("leave"));
      button.addEventListener("click", leave);
      this.root.append(button);
    }
  }

  show({ news, done, n }: Standing): void {
    const bad = news.state === "waiting" || (news.state === "alone" && !news.safe);
    this.#retry.hidden = news.state !== "waiting";
    this.root.classList.toggle("trouble", bad);
    this.#score.textContent = n > 0 ? say("earned", { done, n }) : "";
    const text = sentence(news);
    // While it is being told, what was true before is as good.
    if (text === null || text === this.#text.textContent) return;
    this.#text.replaceChildren(...(bad ? [icon("cross")] : news.state === "saved" ? [icon("check")] : []), text);
  }
}

/// Null: nothing that anybody needs to know.
export function sentence({ state, safe, shortened }: News): string | null {
  switch (state) {
    case "saving":
      return null;
    case "saved":
      return shortened > 0 ? say("recordedInPart", { n: shortened }) : say("recorded");
    case "waiting":
      return say(safe ? "noAnswer" : "noAnswerUnsafe");
    case "review":
      return say("review");
    case "alone":
      return say(safe ? "alone" : "aloneUnsafe");
  }
}
