/// A page with nothing but a timeline in it, for tests and pictures that need no engine:
/// bundled and opened by ../../timeline.ts.
import styles from "../../../web/element/element.shadow.css";
import { h } from "../../../web/dom/dom.ts";
import { afterword } from "../../../web/timeline/afterword.ts";
import { record } from "../../../web/timeline/recording.ts";
import { fromLines, toLines } from "../../../web/timeline/saved.ts";
import * as programs from "../../../web/timeline/testdata/programs.ts";
import type { SavedLog } from "../../../web/timeline/testdata/simulate.ts";
import { openTimeline, type Timeline } from "../../../web/timeline/timeline.ts";

export interface Shown {
  log: SavedLog;
  timeline: Timeline;
  /** Where the timeline has led the editor, the last last. */
  places: { line: number | null; go: boolean }[];
  /** Takes in so many more events. */
  grow(count: number): void;
}

export interface ShowOptions {
  program?: keyof typeof programs;
  /** A log as it was saved, instead. */
  saved?: string;
  args?: number[];
  /** So many events at first; all of them if absent. */
  events?: number;
  beside?: keyof typeof programs;
}

declare global {
  var show: (options: ShowOptions) => Promise<void>;
  var shown: Shown;
}

globalThis.show = async ({ program = "fan", saved, args = [], events, beside }) => {
  const make = (name: keyof typeof programs, args: number[] = []) => (programs[name] as (...args: number[]) => SavedLog)(...args);
  const log = saved === undefined ? make(program, args) : fromLines(saved);
  const host = h("div", { class: "host" });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const other = beside ? make(beside) : null;
  const places: Shown["places"] = [];
  const place = h("div");
  const timeline = openTimeline(place, { root, onPlace: (line, go) => void places.push({ line, go }) });
  const { parts } = await afterword(log.events, { root, onJump: (line) => void places.push({ line, go: true }) });
  const ending = h("div", { class: "ending" }, ...parts);
  root.append(h("div", { class: "workbench" }, h("div", { class: "player" }, ending, place)));
  document.querySelector("#place")!.replaceChildren(host);
  const url = other && URL.createObjectURL(new Blob([toLines(other.header, other.events)]));
  const recording = record({ file: "main.go", clock: "virtual", seed: 1, beside: url });
  // By push(...) 100,000 arguments are too many.
  const take = (from: number, to: number) => log.events.slice(from, to).forEach((event) => recording.events.push(event));
  take(0, events ?? log.events.length);
  timeline.show(recording);
  globalThis.shown = {
    log,
    timeline,
    places,
    grow(count) {
      take(recording.events.length, recording.events.length + count);
      timeline.grow();
    },
  };
};
