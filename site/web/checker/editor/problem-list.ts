/// The problems of a program below its text: what Go says, and what to do about it.
/// Choosing one goes there. A screen reader hears how many there are, and what else
/// there is to tell.

import { h } from "../../dom/dom.ts";
import { direction } from "../../language/speaker.ts";
import type { Problem } from "./problems.ts";
import { say } from "./say.ts";

/** How long a passing word stays. */
const TOLD_MS = 6000;

export class ProblemList {
  readonly root: HTMLElement;
  readonly #told = h("p", { class: "told", role: "status", dir: "auto" });
  readonly #count = h("p", { class: "count", role: "status" });
  readonly #list = h("ul");
  readonly #onChoose: (problem: Problem) => void;
  #shown = "[]";
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(onChoose: (problem: Problem) => void) {
    this.#onChoose = onChoose;
    this.root = h("section", { class: "problems none", "aria-label": say("problems"), dir: direction() }, this.#told, this.#count, this.#list);
  }

  show(problems: readonly Problem[]): void {
    const now = JSON.stringify(problems);
    if (now === this.#shown) return; // what stays is not said again
    this.#shown = now;
    this.root.classList.toggle("none", problems.length === 0);
    const words = countInWords(problems);
    if (this.#count.textContent !== words) this.#count.textContent = words;
    this.#list.replaceChildren(...problems.map((problem) => this.#item(problem)));
  }

  /** Says something for a while. */
  tell(words: string): void {
    clearTimeout(this.#forget);
    this.#told.textContent = words;
    this.#forget = setTimeout(() => (this.#told.textContent = ""), TOLD_MS);
  }

  destroy(): void {
    clearTimeout(this.#forget);
  }

  #item(problem: Problem): HTMLElement {
    const { severity, from, line, message, hint } = problem;
    const text = h("span", { class: "message", lang: "en", dir: "ltr" }, message);
    const item = h("li", { class: severity });
    if (from === null) {
      item.append(text);
    } else {
      const jump = h("button", { type: "button" }, h("span", { class: "line" }, `${say("line", { n: line })} `), text);
      jump.addEventListener("click", () => this.#onChoose(problem));
      item.append(jump);
    }
    if (hint !== "") item.append(h("p", { class: "advice", lang: "en", dir: "ltr" }, hint));
    return item;
  }
}

export function countInWords(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return say("noProblems");
  if (warnings === 0) return say("errors", { n: errors });
  if (errors === 0) return say("warnings", { n: warnings });
  return say("both", { errors: say("errors", { n: errors }), warnings: say("warnings", { n: warnings }) });
}
