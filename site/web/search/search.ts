/// The search over all lessons: a dialog with a field and a list of links. It is
/// loaded, and the index fetched, when a reader first opens it.
///
/// The results are plain links. The arrow keys go from the field into the list
/// and through it, Enter in the field follows the first, Escape closes.
import { h } from "../dom/dom.ts";
import { say } from "./say.ts";
import styles from "./dialog.shadow.css";
import { find, type Hit, type Index } from "./find.ts";

// This script is in assets/, and the index beside it.
const INDEX = new URL("search.json", import.meta.url);
const ROOT = new URL("../", import.meta.url);

let opened: Search | null = null;

/// Opens the search, or takes the reader back to it.
export function openSearch(): void {
  opened ??= new Search();
  opened.open();
}

class Search {
  readonly #field = h("input", {
    // A field of type search would take the Escape that closes.
    type: "text",
    role: "searchbox",
    "aria-label": say("lessons"),
    placeholder: say("for"),
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "go",
  });
  readonly #close = h("button", { type: "button", class: "quiet" }, say("close"));
  readonly #status = h("p", { class: "search-status", role: "status" });
  readonly #results = h("ol", { class: "search-results" });
  readonly #dialog = h(
    "dialog",
    { class: "search", "aria-label": say("lessons") },
    h("div", { class: "search-row" }, this.#field, this.#close),
    this.#status,
    this.#results,
  );
  #index: Promise<Index> | null = null;

  constructor() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    document.body.append(this.#dialog);
    this.#field.addEventListener("input", () => void this.#show());
    this.#close.addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("keydown", (event) => this.#onKey(event));
    this.#dialog.addEventListener("click", (event) => {
      // On the dark around it, or on a place of this very page.
      if (event.target === this.#dialog || (event.target as Element).closest("a")) this.#dialog.close();
    });
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#field.select();
    this.#field.focus();
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = this.#field.value;
    let index: Index;
    try {
      index = await (this.#index ??= load());
    } catch {
      this.#index = null; // the next letter tries again
      this.#results.replaceChildren();
      this.#say(say("failed"));
      return;
    }
    if (query !== this.#field.value) return; // more was typed meanwhile
    const hits = find(index, query);
    this.#results.replaceChildren(...hits.map(link));
    if (query.trim() === "") this.#say("");
    else this.#say(hits.length === 0 ? say("none") : say("found", { n: hits.length }));
  }

  #say(words: string): void {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  #onKey(event: KeyboardEvent): void {
    const links = [...this.#results.querySelectorAll("a")];
    const at = links.findIndex((link) => link === document.activeElement);
    if (event.key === "Enter" && event.target === this.#field && !event.isComposing) {
      event.preventDefault();
      links[0]?.click();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || event.target === this.#close) return;
    event.preventDefault();
    const to = at + step;
    if (to < 0) this.#field.focus();
    else links[Math.min(to, links.length - 1)]?.focus();
  }
}

async function load(): Promise<Index> {
  const response = await fetch(INDEX);
  if (!response.ok) throw new Error(`${INDEX}: ${response.status}`);
  return (await response.json()) as Index;
}

function link({ lesson, title, url, heading, excerpt }: Hit): HTMLElement {
  const place = h("span", { class: "search-place" }, `${lesson} · ${title}`);
  const name = h("span", { class: "search-heading" }, heading || title);
  return h("li", {}, h("a", { href: new URL(url, ROOT).href }, ...(heading ? [place] : []), name, h("span", { class: "search-excerpt" }, excerpt)));
}
