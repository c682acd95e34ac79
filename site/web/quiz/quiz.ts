/// `<await-quiz>`: makes a quiz of the form inside it.
///
/// Without JavaScript the form is a list of questions with a plain answer key
/// below. Upgraded, the key goes out of sight, each question is judged on request,
/// answers survive a reload, and what went wrong can be tried again.
import { h } from "../dom/dom.ts";
import { type Answers, type Memory, memoryFor } from "./progress.ts";
import { Question } from "./question.ts";
import { scoreText } from "./score.ts";
import { say } from "./say.ts";

export class AwaitQuiz extends HTMLElement {
  readonly #score = h("p", { class: "score", role: "status", tabindex: "-1" });
  readonly #again = h("button", { type: "button" }, say("retryWrong"));
  readonly #over = h("button", { type: "button", class: "quiet" }, say("startOver"));
  readonly #summary = h("div", { class: "summary" }, this.#score, this.#again, this.#over);
  #questions: Question[] = [];
  #memory: Memory | null = null;
  #stay = new AbortController();

  connectedCallback(): void {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const form = this.querySelector("form");
    if (!form) return;

    this.#memory = memoryFor(this.getAttribute("lesson") ?? "");
    const answers = this.#memory.load();
    let chosenBefore = false;
    this.#questions = [...form.querySelectorAll<HTMLFieldSetElement>("fieldset.question")].map((fieldset) => {
      const question: Question = new Question(fieldset, {
        onChange: () => this.#keep(),
        onCheck: () => this.#onCheck(),
        onNext: () => this.#next(question),
      });
      question.upgrade(signal);
      const answer = answers[question.id];
      // What was chosen before this script came is newer than what is kept; a judgement stays.
      const chosen = question.state !== null && !answer?.checked;
      chosenBefore ||= chosen;
      if (answer && !chosen) question.restore(answer);
      return question;
    });
    if (chosenBefore) this.#keep();

    form.append(this.#summary);
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#again.addEventListener("click", () => this.#retry((question) => !question.right), { signal });
    this.#over.addEventListener("click", () => this.#retry(() => true), { signal });
    this.#hideKey(true);
    this.#showScore();
  }

  disconnectedCallback(): void {
    this.#stay.abort();
    for (const question of this.#questions) question.downgrade();
    this.#questions = [];
    this.#summary.remove();
    this.#hideKey(false);
  }

  #onCheck(): void {
    this.#keep();
    this.#showScore();
  }

  // On to the next question that is open, from here and round; to the score if
  // there is none.
  #next(from: Question): void {
    const at = this.#questions.indexOf(from);
    const order = [...this.#questions.slice(at + 1), ...this.#questions.slice(0, at)];
    const open = order.find((question) => !question.checked);
    if (open) open.focus();
    else this.#score.focus();
  }

  #retry(which: (question: Question) => boolean): void {
    const again = this.#questions.filter(which);
    for (const question of again) question.reset();
    this.#keep();
    this.#showScore();
    again[0]?.focus();
  }

  #keep(): void {
    const answers: Answers = {};
    for (const question of this.#questions) {
      const { state } = question;
      if (state) answers[question.id] = state;
    }
    this.#memory?.save(answers);
  }

  #showScore(): void {
    const total = this.#questions.length;
    const checked = this.#questions.filter((question) => question.checked).length;
    const right = this.#questions.filter((question) => question.right).length;
    const over = checked === total;
    this.#score.textContent = over
      ? scoreText(right, total)
      : say("checked", { done: checked, n: total });
    this.#summary.classList.toggle("over", over);
    this.#again.hidden = !over || right === total;
    this.#over.hidden = checked === 0;
  }

  #hideKey(hidden: boolean): void {
    const key = this.querySelector<HTMLElement>(".answer-key");
    if (key) key.hidden = hidden;
  }
}

if (!customElements.get("await-quiz")) customElements.define("await-quiz", AwaitQuiz);
