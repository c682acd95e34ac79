/// One question at a time. Of those that come while it is being answered only the
/// newest is asked afterwards: a person who types does not want to know what was wrong
/// ten keystrokes ago.

export class Latest<Question, Answer> {
  #ask: (question: Question) => Promise<Answer>;
  #busy = false;
  #next: { question: Question; settle(answer: Promise<Answer> | undefined): void } | undefined;

  constructor(ask: (question: Question) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Undefined: a newer question has taken this one's place. */
  ask(question: Question): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      this.#next?.settle(undefined);
      this.#next = { question, settle: resolve };
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#busy || !this.#next) return;
    const { question, settle } = this.#next;
    this.#next = undefined;
    this.#busy = true;
    const answer = this.#ask(question);
    settle(answer);
    const done = (): void => {
      this.#busy = false;
      this.#pump();
    };
    answer.then(done, done);
  }
}
