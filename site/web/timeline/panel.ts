/// How things stand at a step, in words and numbers: goroutines, channels and locks,
/// output.
import { h } from "../dom/dom.ts";
import { waitText } from "./paint.ts";
import type { Replay } from "./replay.ts";
import type { Section } from "./scene.ts";
import { span } from "./span.ts";
import type { GoroutineState, ObjectState, State } from "./state.ts";
import { plain, say } from "./say.ts";
import { atLine } from "./words.ts";

const FEWEST_LINES = 5;
const MOST_LINES = 7;
const MOST_ROWS = 40;
const MOST_OUTPUT = 4000;
const MOST_SLOTS = 10;

export class Panel {
  readonly #goroutines = h("ul", { class: "standing" });
  readonly #objects = h("ul", { class: "standing" });
  readonly #output = h("pre", { class: "so-far", tabindex: "0", "aria-label": say("outputSoFar") });
  readonly root = h(
    "div",
    { class: "panel" },
    part("goroutines", this.#goroutines),
    part("objects", this.#objects),
    part("outputSoFar", this.#output),
  );

  constructor() {
    this.#output.setAttribute("role", "group");
  }

  show(section: Section, replay: Replay, step: number): void {
    // As high as it gets in this run, so that stepping moves nothing.
    const lines = Math.max(section.rows.length, objectsOf(replay.last).length, replay.outputs.length);
    this.root.style.setProperty("--lines", String(Math.min(Math.max(lines, FEWEST_LINES), MOST_LINES)));
    const { text, cut } = replay.output(step, MOST_OUTPUT);
    const note = cut ? say("outputCut") + "\n" : text === "" ? say("noOutput") : "";
    this.#output.replaceChildren(...(note ? [h("span", { class: "note" }, note)] : []), text);
    this.#output.scrollTop = this.#output.scrollHeight;
    const state = replay.at(step);
    const actor = replay.events[step - 1]?.g;
    this.#goroutines.replaceChildren(...goroutines(section, state, actor));
    this.#objects.replaceChildren(...objects(section, state));
  }
}

// No heading: which level would be right depends on the page around.
function part(name: "goroutines" | "objects" | "outputSoFar", content: HTMLElement): HTMLElement {
  return h("div", { class: "part", role: "group", "aria-label": say(name) }, h("p", { class: "title", "aria-hidden": "true" }, say(name)), content);
}

function goroutines({ rows, tracks: { names } }: Section, state: State, actor: number | undefined): Node[] {
  const items: Node[] = [];
  let left = 0;
  for (const row of rows) {
    const there = row.kind === "lane" ? state.goroutine(row.g) : state.goroutine(row.members[0]!);
    if (!there) continue;
    if (items.length >= MOST_ROWS) {
      left++;
      continue;
    }
    if (row.kind === "lane") {
      items.push(standing(names.of(row.g), doing(there, row.g === actor), there.doing, row.g === actor));
    } else {
      const counts = { going: 0, waiting: 0, sleeping: 0, ended: 0 };
      for (const g of row.members) {
        const member = state.goroutine(g);
        if (member) counts[member.doing]++;
      }
      const most = (Object.keys(counts) as (keyof typeof counts)[]).reduce((a, b) => (counts[b] > counts[a] ? b : a));
      items.push(standing(say("fold", { n: row.members.length, name: names.base(row.members[0]!) }), say("doingCount", counts), most, false));
    }
  }
  if (left > 0) items.push(h("li", { class: "note" }, say("more", { n: left })));
  return items;
}

function standing(name: string, what: string, state: string, acts: boolean): HTMLElement {
  const item = h("li", { "data-doing": state, ...(acts ? { "data-acts": "" } : {}) }, h("code", { dir: "ltr" }, name), " ", h("span", {}, what));
  return item;
}

function doing({ doing, wait, line }: GoroutineState, acts: boolean): string {
  switch (doing) {
    case "going":
      return say(acts ? "going" : "ready") + lineOf(line);
    case "ended":
      return say("ended") + lineOf(line);
    case "sleeping":
      return (wait?.until === undefined ? say("sleeping") : say("sleepsFor", { time: span(wait.until) })) + lineOf(wait?.line);
    case "waiting":
      return wait ? say("waitsFor", { what: waitText({ ...wait, t: wait.since }) }) + lineOf(wait.line) : say("waiting");
  }
}

function lineOf(line: number | undefined): string {
  return plain(atLine(line));
}

function objects({ tracks: { names } }: Section, state: State): Node[] {
  const shown = objectsOf(state);
  if (shown.length === 0) return [h("li", { class: "note" }, say("noObjects"))];
  // Those that are still of use come first.
  const order = [...shown].sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || a.id - b.id);
  const items: Node[] = order.slice(0, MOST_ROWS).map((object) => h("li", isOver(object) ? { class: "over" } : {}, h("code", { dir: "ltr" }, object.name), " ", ...standsAt(object, names)));
  if (order.length > MOST_ROWS) items.push(h("li", { class: "note" }, say("more", { n: order.length - MOST_ROWS })));
  return items;
}

function objectsOf({ objects }: Pick<State, "objects">): ObjectState[] {
  return objects.filter(({ type }) => type !== "timer" && type !== "ticker");
}

function isOver({ closed, cause }: ObjectState): boolean {
  return closed || cause !== null;
}

function standsAt(object: ObjectState, names: Section["tracks"]["names"]): (Node | string)[] {
  const { type, capacity, values, closed, holders, count, cause, deadline } = object;
  switch (type) {
    case "channel": {
      const parts: (Node | string)[] = capacity === 0 ? [h("span", {}, say("unbuffered"))] : [slots(values, capacity), h("span", {}, say("channelFill", { n: values.length, all: capacity }))];
      return closed ? [...parts, " ", h("b", {}, say("closed"))] : parts;
    }
    case "mutex":
    case "rwmutex": {
      const said = holders.slice(0, 3).map(({ g, mode }) => say(mode === "lock" ? "heldBy" : "readBy", { g: names.of(g) }));
      return [h("span", holders.length > 0 ? { class: "held" } : {}, said.length === 0 ? say("free") : said.join(", "))];
    }
    case "waitgroup":
      return [h("span", {}, say("counter", { n: count }))];
    case "context":
      if (cause !== null) return [h("span", {}, say("done", { cause }))];
      return deadline === undefined ? [] : [h("span", {}, say("deadlineAt", { time: span(deadline) }))];
    default:
      return [];
  }
}

// The buffer, with what is in it; a long one as a bar.
function slots(values: readonly string[], capacity: number): HTMLElement {
  if (capacity > MOST_SLOTS) {
    const bar = h("span", { class: "fill", "aria-hidden": "true" }, h("span", {}));
    bar.style.setProperty("--fraction", String(values.length / capacity));
    return bar;
  }
  const all = Array.from({ length: capacity }, (_, i) => h("span", values[i] === undefined ? {} : { class: "full" }, values[i] ?? ""));
  return h("span", { class: "slots", dir: "ltr" }, ...all);
}
