/// One question of a quiz: its options, its Check button, what it says afterwards.
///
/// An answer is judged only when the learner asks. Choosing is not asking: with
/// radio buttons the arrow keys choose, and who looks at the options by keyboard
/// must not be marked for it. After the check the button leads on.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { Answer } from "./progress.ts";
import { isRight, letters } from "./score.ts";
import { list } from "../language/speaker.ts";
import { say } from "./say.ts";

export interface QuestionEvents {
  onChange(): void;
  onCheck(): void;
  onNext(): void;
}

export class Question {
  readonly id: string;
  readonly #fieldset: HTMLFieldSetElement;
  readonly #answer: string[];
  readonly #inputs: HTMLInputElement[];
  readonly #events: QuestionEvents;
  readonly #button = h("button", { type: "button", class: "check" });
  readonly #feedback = h("p", { class: "feedback", role: "status" });
  readonly #row = h("div", { class: "judge" }, this.#button, this.#feedback);
  readonly #several = h("p", { class: "several" }, say("chooseAll"));
  #checked = false;

  constructor(fieldset: HTMLFieldSetElement, events: QuestionEvents) {
    this.id = fieldset.id;
    this.#fieldset = fieldset;
    this.#answer = letters(fieldset.dataset["answer"] ?? "");
    this.#inputs = [...fieldset.querySelectorAll<HTMLInputElement>(".option input")];
    this.#events = events;
  }

  get checked(): boolean {
    return this.#checked;
  }

  get right(): boolean {
    return this.#checked && isRight(this.#answer, this.#chosen);
  }

  /// Null if nothing was chosen.
  get state(): Answer | null {
    const chosen = this.#chosen;
    return chosen.length === 0 ? null : { chosen, checked: this.#checked };
  }

  /// Puts the controls in. What `signal` ends, they no longer answer to.
  upgrade(signal: AbortSignal): void {
    if (this.#inputs.some((input) => input.type === "checkbox")) {
      this.#fieldset.querySelector(".option")?.before(this.#several);
    }
    const options = [...this.#fieldset.querySelectorAll(".option")];
    options.at(-1)?.after(this.#row);
    this.#show();

    this.#fieldset.addEventListener("change", () => this.#events.onChange(), { signal });
    this.#fieldset.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    this.#button.addEventListener("click", () => this.#press(), { signal });
  }

  /// Takes everything back that `upgrade` put in.
  downgrade(): void {
    this.reset();
    this.#row.remove();
    this.#several.remove();
  }

  restore({ chosen, checked }: Answer): void {
    for (const input of this.#inputs) input.checked = chosen.includes(input.value);
    this.#checked = checked && this.#chosen.length > 0;
    this.#show();
  }

  /// Back to unanswered.
  reset(): void {
    for (const input of this.#inputs) input.checked = false;
    this.#checked = false;
    this.#show();
  }

  focus(): void {
    const input = this.#inputs.find((input) => input.checked) ?? this.#inputs[0];
    input?.focus();
    this.#fieldset.scrollIntoView({ block: "nearest" });
  }

  get #chosen(): string[] {
    return this.#inputs.filter((input) => input.checked).map((input) => input.value);
  }

  #press(): void {
    if (this.#checked) {
      this.#events.onNext();
    } else if (this.#chosen.length === 0) {
      this.#feedback.textContent = say("chooseFirst");
    } else {
      this.#checked = true;
      this.#show();
      this.#events.onCheck();
    }
  }

  // Enter in an option is the form's way to submit, so it is this question's Check.
  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#press();
    this.#button.focus();
  }

  #show(): void {
    const right = this.right;
    this.#button.textContent = this.#checked ? say("next") : say("check");
    this.#fieldset.classList.toggle("right", right);
    this.#fieldset.classList.toggle("wrong", this.#checked && !right);
    for (const input of this.#inputs) {
      // The check is the learner's own doing; the choice stays to be seen.
      input.disabled = this.#checked;
      this.#mark(input);
    }
    const explanation = this.#fieldset.querySelector<HTMLElement>(".explanation");
    if (explanation) explanation.hidden = !this.#checked;
    if (!this.#checked) this.#feedback.replaceChildren();
    else if (right) this.#feedback.replaceChildren(icon("check"), say("right"));
    else this.#feedback.replaceChildren(icon("cross"), say("notQuite", { correction: this.#correction() }));
  }

  #mark(input: HTMLInputElement): void {
    const option = input.closest(".option");
    option?.querySelector(".mark")?.remove();
    const answer = this.#answer.includes(input.value);
    option?.classList.toggle("is-right", this.#checked && answer);
    option?.classList.toggle("is-wrong", this.#checked && input.checked && !answer);
    if (!this.#checked || (!answer && !input.checked)) return;
    const [picture, words] = answer ? (["check", say("rightAnswer")] as const) : (["cross", say("wrong")] as const);
    option?.append(h("span", { class: "mark" }, icon(picture), h("span", { class: "unseen" }, words)));
  }

  #correction(): string {
    return say(this.#answer.length === 1 ? "theAnswer" : "theAnswers", { list: list(this.#answer) });
  }
}
