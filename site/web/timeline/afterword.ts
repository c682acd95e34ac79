/// What is said of a run when it is over: what happened, in a sentence or two, and why
/// goroutines wait for ever. Loaded when there is something of the kind to say.
import { h } from "../dom/dom.ts";
import { explain, type Explanation, type Link } from "./explanation.ts";
import type { LogEvent } from "./log.ts";
import { rich } from "./rich.ts";
import { summarize } from "./summary.ts";
import { code, say } from "./say.ts";
import { dress } from "./dress.ts";
import { atLine } from "./words.ts";

export interface AfterwordOptions {
  root: ShadowRoot;
  onJump(line: number, column: number): void;
}

/// What there is to say, and whether it explains a deadlock.
export async function afterword(events: readonly LogEvent[], options: AfterwordOptions): Promise<{ parts: Node[]; explains: boolean }> {
  dress(options.root);
  const explanation = explain(events);
  const summary = summarize(events);
  const parts: Node[] = [];
  if (explanation) parts.push(show(explanation, (line) => options.onJump(line, 1)));
  if (summary) parts.push(h("p", { class: "happened" }, ...rich(summary)));
  return { parts, explains: explanation?.kind === "deadlock" };
}

const MOST = 6;

function show({ kind, title, stuck, cycle, hints }: Explanation, onJump: (line: number) => void): HTMLElement {
  const items = stuck.slice(0, MOST).map(({ sentences }) => h("li", {}, ...rich(sentences.join(" "), onJump)));
  if (stuck.length > MOST) items.push(h("li", {}, say("more", { n: stuck.length - MOST })));
  const body = [
    h("ul", {}, ...items),
    ...(cycle.length > 1 ? [circle(cycle, onJump)] : []),
    ...hints.map((hint) => h("p", { class: "advice" }, ...rich(hint))),
  ];
  // A leak has done no harm yet: it is there for those who want to know.
  if (kind === "leak") return h("details", { class: "why", part: "why" }, h("summary", {}, title), ...body);
  return h("div", { class: "why", part: "why" }, h("p", { class: "title" }, title), ...body);
}

// The circle, from top to bottom and along the side back to the top.
function circle(links: readonly Link[], onJump: (line: number) => void): HTMLElement {
  const steps = links.map(({ name, on, line }) =>
    h("li", {}, h("code", { class: "who", dir: "ltr" }, name), h("span", { class: "waits" }, ...rich(say("cycleOn", { on: code(on), line: atLine(line) }), onJump))),
  );
  return h("figure", { class: "circle" }, h("figcaption", {}, say("cycle")), h("ol", {}, ...steps));
}
