/// The seed of the next run: shown in the strip, changed in a row of its own that
/// opens on demand.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import { anotherSeed, parseSeed } from "./seed.ts";
import { say } from "../language/say.ts";

export class Seeding {
  readonly button = h("button", { type: "button", class: "quiet seed", part: "seed", "aria-expanded": "false" });
  readonly row: HTMLElement;

  readonly #field = h("input", { type: "text", inputmode: "numeric", maxlength: "10", autocomplete: "off", "aria-label": say("seedName") });
  readonly #about = h("span", { class: "about", "aria-live": "polite" });
  #seed = 1;
  // The seed of the run that is shown, if there is one.
  #shown: number | null = null;

  constructor() {
    const another = h("button", { type: "button", title: say("anotherSeedTitle") }, icon("dice"), say("anotherSeed"));
    this.row = h("div", { class: "seeding", role: "group", "aria-label": say("seedName"), hidden: true }, this.#field, another, this.#about);
    this.button.title = say("seedTitle");
    this.button.addEventListener("click", () => this.#open(!this.#isOpen));
    another.addEventListener("click", () => (this.seed = anotherSeed(this.#seed)));
    this.#field.addEventListener("input", () => this.#take());
    this.#field.addEventListener("blur", () => this.#show());
    this.row.addEventListener("keydown", (event) => {
      if (event.key === "Escape" || (event.key === "Enter" && event.target === this.#field)) this.#close(event);
    });
    this.#show();
  }

  get seed(): number {
    return this.#seed;
  }

  set seed(seed: number) {
    this.#seed = seed;
    this.#show();
  }

  /// A run with this seed is shown from now on.
  start(seed: number): void {
    this.#shown = seed;
    this.#show();
  }

  get #isOpen(): boolean {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  // What is typed counts at once; what is no seed, never.
  #take(): void {
    const seed = parseSeed(this.#field.value);
    this.#field.setAttribute("aria-invalid", String(seed === null));
    if (seed !== null) this.#seed = seed;
    this.#showWords();
  }

  #open(open: boolean): void {
    this.row.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.#field.select();
  }

  // Ctrl+Enter and Shift+Enter go on to run the program.
  #close(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#open(false);
    this.button.focus();
  }

  #show(): void {
    this.#field.value = String(this.#seed);
    this.#field.setAttribute("aria-invalid", "false");
    this.#showWords();
  }

  #showWords(): void {
    const pending = this.#shown !== null && this.#shown !== this.#seed;
    this.button.textContent = say(pending ? "nextSeed" : "seed", { n: this.#seed });
    const about = this.#field.getAttribute("aria-invalid") === "true"
      ? say("seedRange")
      : pending
        ? say("seedPending", { n: this.#shown ?? 0 })
        : say("seedAbout");
    if (this.#about.textContent !== about) this.#about.textContent = about;
  }
}
