/// What is said below the output once a run is over: the reason, where it was,
/// the compiler's messages, or why there is no engine.
import { h } from "../dom/dom.ts";
import type { Diagnostic, EngineError, Outcome } from "../engine/contract.ts";
import { say } from "../language/say.ts";

export interface EndingEvents {
  onJump(line: number, column: number): void;
  onRetry(): void;
}

export class Ending {
  readonly root = h("div", { class: "ending", part: "ending", "aria-live": "polite", hidden: true });
  readonly #events: EndingEvents;

  constructor(events: EndingEvents) {
    this.#events = events;
  }

  clear(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }

  show(outcome: Outcome): void {
    const parts: Node[] = [];
    const { reason, position, diagnostics } = outcome;
    if (reason || position) {
      const words = h("p", { class: "reason" }, reason);
      if (position) words.append(reason ? " " : "", ...around(say(reason ? "seeAt" : "endedAt"), this.#jump(say("line", { n: position.line }), position.line, 1)));
      parts.push(words);
    }
    if (diagnostics.length > 0) {
      parts.push(h("ul", { class: "diagnostics" }, ...diagnostics.map((diagnostic) => this.#diagnostic(diagnostic))));
    }
    this.root.replaceChildren(...parts);
    this.root.hidden = parts.length === 0;
  }

  /// Adds what else there is to say.
  add(parts: readonly Node[]): void {
    if (parts.length === 0) return;
    this.root.append(...parts);
    this.root.hidden = false;
  }

  /// Adds what to do about it.
  addHint(hint: string): void {
    this.root.append(h("p", { class: "advice", lang: "en", dir: "ltr" }, hint));
    this.root.hidden = false;
  }

  showFailure(error: EngineError): void {
    const parts: Node[] = [h("p", { class: "reason" }, error.message)];
    if (error.retryable) {
      const retry = h("button", { type: "button", class: "retry" }, say("tryAgain"));
      retry.addEventListener("click", () => this.#events.onRetry());
      parts.push(retry);
    }
    this.root.replaceChildren(...parts);
    this.root.hidden = false;
  }

  #diagnostic({ line, column, message, severity, hint }: Diagnostic): HTMLElement {
    const where = this.#jump(say("lineAndColumn", { n: line, column }), line, column);
    const text = severity === "warning" ? say("warning", { message }) : message;
    const item = h("li", { class: severity }, where, " ", h("span", { class: "message" }, text));
    if (hint !== undefined) item.append(h("p", { class: "advice", lang: "en", dir: "ltr" }, hint));
    return item;
  }

  #jump(label: string, line: number, column: number): HTMLElement {
    const button = h("button", { type: "button", class: "jump", title: say("showInProgram") }, label);
    button.addEventListener("click", () => this.#events.onJump(line, column));
    return button;
  }
}

// A sentence with the way to a place in it.
function around(sentence: string, place: Node): (Node | string)[] {
  const [before = "", after = ""] = sentence.split("{place}");
  return [before, place, after];
}
