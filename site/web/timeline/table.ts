/// All events as a table: the same as the picture, for those who read rather than look.
/// It is made when it is opened, a page at a time.
import { h, isOff, setOff } from "../dom/dom.ts";
import type { Replay } from "./replay.ts";
import { rich } from "./rich.ts";
import { span } from "./span.ts";
import { say } from "./say.ts";
import type { Names } from "./names.ts";
import { sentence } from "./words.ts";

export interface TableEvents {
  onStep(step: number): void;
}

const PAGE = 50;

export class Table {
  readonly #body = h("tbody", {});
  readonly #range = h("span", { role: "status" });
  readonly #earlier = h("button", { type: "button" }, say("earlier"));
  readonly #later = h("button", { type: "button" }, say("later"));
  readonly root: HTMLDetailsElement;
  readonly #events: TableEvents;
  #replay: Replay;
  #names: Names;
  #first = 0;
  #step = 0;

  constructor(replay: Replay, names: Names, events: TableEvents) {
    this.#replay = replay;
    this.#names = names;
    this.#events = events;
    const columns = (["columnStep", "columnTime", "columnWho", "columnWhat", "columnLine"] as const).map((key) => h("th", { scope: "col" }, say(key)));
    this.root = h(
      "details",
      { class: "events" },
      h("summary", {}, say("events")),
      h("div", { class: "rows", tabindex: "0", role: "group", "aria-label": say("events") }, h("table", {}, h("thead", {}, h("tr", {}, ...columns)), this.#body)),
      h("div", { class: "pages" }, this.#earlier, this.#later, this.#range),
    );
    this.root.addEventListener("toggle", () => this.#turnTo(this.#step));
    this.#earlier.addEventListener("click", () => isOff(this.#earlier) || this.#show(this.#first - PAGE));
    this.#later.addEventListener("click", () => isOff(this.#later) || this.#show(this.#first + PAGE));
  }

  set log({ replay, names }: { replay: Replay; names: Names }) {
    this.#replay = replay;
    this.#names = names;
    this.#first = 0;
    this.#turnTo(0);
  }

  set step(step: number) {
    this.#step = step;
    this.#turnTo(step);
  }

  #turnTo(step: number): void {
    if (this.root.open) this.#show(Math.floor(Math.max(0, step - 1) / PAGE) * PAGE);
  }

  #show(first: number): void {
    const all = this.#replay.steps;
    this.#first = Math.max(0, Math.min(first, Math.floor(Math.max(0, all - 1) / PAGE) * PAGE));
    const end = Math.min(all, this.#first + PAGE);
    const rows: Node[] = [];
    for (let i = this.#first; i < end; i++) rows.push(this.#row(i));
    this.#body.replaceChildren(...rows);
    this.#range.textContent = all === 0 ? "" : say("rows", { from: this.#first + 1, to: end, all });
    setOff(this.#earlier, this.#first === 0);
    setOff(this.#later, end >= all);
  }

  #row(i: number): HTMLElement {
    const event = this.#replay.events[i]!;
    const said = sentence(event, this.#replay.at(i), this.#names);
    const button = h("button", { type: "button", class: "jump" }, String(i + 1));
    button.addEventListener("click", () => this.#events.onStep(i + 1));
    return h(
      "tr",
      i + 1 === this.#step ? { "aria-current": "step" } : {},
      h("td", {}, button),
      h("td", {}, span(event.t)),
      h("td", {}, h("code", { dir: "ltr" }, this.#names.of(event.g))),
      h("td", {}, ...rich(said)),
      h("td", {}, event.line === undefined ? "" : String(event.line)),
    );
  }
}
