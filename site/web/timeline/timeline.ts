/// The timeline of a run: the picture, where in it one is, and how things stand there.
/// Loaded when it is first opened.
///
/// It reads a recording and never changes it; `grow` says that there is more.
import { glyph } from "../dom/icon.ts";
import { h } from "../dom/dom.ts";
import { drawSample, type Sample, SAMPLES, SAMPLE_WIDTH } from "./legend.ts";
import { CanvasPen } from "./canvas-pen.ts";
import { dress } from "./dress.ts";
import type { LogEvent } from "./log.ts";
import type { Spot } from "./paint.ts";
import { Panel } from "./panel.ts";
import { Picture } from "./picture.ts";
import type { Recording } from "./recording.ts";
import { Replay } from "./replay.ts";
import { rich } from "./rich.ts";
import { save, type Shot, toPNG, toSVG } from "./save.ts";
import { fromLines, toLines } from "./saved.ts";
import { Scene, Section, type View } from "./scene.ts";
import { Scrubber } from "./scrubber.ts";
import { Table } from "./table.ts";
import { plain, say } from "./say.ts";
import { Tracks } from "./tracks.ts";
import { sentence } from "./words.ts";

export interface TimelineOptions {
  root: ShadowRoot;
  /** The line that is current, or null; whether someone wants to be there. */
  onPlace(line: number | null, go: boolean): void;
}

/// Puts a timeline into a place within the shadow root, with its styles. While the
/// place is hidden, it leads nowhere.
export function openTimeline(place: HTMLElement, { root, onPlace }: TimelineOptions): Timeline {
  dress(root);
  const timeline = new Timeline({ root, onPlace: (line, go) => place.hidden || onPlace(line, go) });
  place.replaceChildren(timeline.root);
  return timeline;
}

let ids = 0;

export class Timeline {
  readonly root: HTMLElement;
  readonly #options: TimelineOptions;
  readonly #picture: Picture;
  readonly #scrubber: Scrubber;
  readonly #panel = new Panel();
  readonly #table: Table;
  readonly #sentence = h("p", { class: "sentence", part: "sentence", "aria-live": "polite" });
  readonly #empty = h("p", { class: "nothing" }, say("nothing"));
  readonly #noPython = h("p", { class: "nothing", hidden: true }, say("noPython"));
  readonly #full: HTMLElement;
  readonly #legend = h("ul", { class: "legend" });
  readonly #zoomOut = tool("M3 7.25h10v1.5H3z", say("zoomOut"));
  readonly #zoomIn = tool("M7.25 3h1.5v4.25H13v1.5H8.75V13h-1.5V8.75H3v-1.5h4.25z", say("zoomIn"));
  readonly #fit = h("button", { type: "button", class: "quiet" }, say("fit"));
  #recording: Recording | null = null;
  #replay = new Replay();
  #tracks = new Tracks();
  #beside: Section | null = null;
  #besideURL: string | null = null;
  #besideReplay = new Replay();
  #scene = new Scene([new Section(this.#tracks, "")]);
  #step = 0;
  // A place to be at as soon as the run has come so far.
  #wanted: number | null = null;
  #frame = 0;
  #samples = "";

  constructor(options: TimelineOptions) {
    this.#options = options;
    const help = `timeline-help-${++ids}`;
    this.#picture = new Picture(this.#scene, help, {
      onStep: (step) => this.#goTo(step),
      onEvent: (spot, go) => this.#choose(spot, go),
      onLooks: () => this.#showLegend(true),
      onPlay: () => this.#scrubber.toggle(),
      describe: (spot, group) => this.#describe(spot, group),
    });
    this.#scrubber = new Scrubber({
      onStep: (step) => this.#goTo(step, false),
      // What changes all the time is not read out.
      onPlaying: (playing) => this.#sentence.setAttribute("aria-live", playing ? "off" : "polite"),
    });
    this.#table = new Table(this.#replay, this.#tracks.names, { onStep: (step) => this.#goTo(step) });
    this.#zoomIn.addEventListener("click", () => this.#picture.zoom(1.6));
    this.#zoomOut.addEventListener("click", () => this.#picture.zoom(1 / 1.6));
    this.#fit.addEventListener("click", () => this.#picture.fit());
    this.#full = h(
      "div",
      { class: "whole", hidden: true },
      h("div", { class: "tools" }, h("div", { class: "zoom", role: "group", "aria-label": say("zoom") }, this.#zoomOut, this.#zoomIn, this.#fit), this.#saveMenu()),
      this.#picture.root,
      this.#noPython,
      h("p", { class: "unseen", id: help }, say("pictureHelp")),
      this.#legend,
      this.#scrubber.root,
      this.#sentence,
      this.#panel.root,
      this.#table.root,
    );
    this.root = h("div", { class: "timeline" }, this.#empty, this.#full);
  }

  /// Shows a recording, at a step as soon as it has come so far, or at its end.
  show(recording: Recording, step: number | null = null): void {
    if (recording !== this.#recording) this.#begin(recording);
    this.#take();
    if (step !== null) this.position = step;
    if (recording.beside !== null && recording.beside !== this.#besideURL) void this.#fetchBeside(recording.beside);
  }

  #begin(recording: Recording): void {
    this.#scrubber.pause();
    this.#recording = recording;
    this.#replay = new Replay();
    this.#tracks = new Tracks();
    this.#step = 0;
    this.#scene = new Scene([new Section(this.#tracks, this.#beside ? say("go") : ""), ...(this.#beside ? [this.#beside] : [])]);
    this.#picture.scene = this.#scene;
    this.#table.log = { replay: this.#replay, names: this.#tracks.names };
    this.#wanted = null;
    this.#options.onPlace(null, false);
    this.#take();
  }

  /// The recording has grown. A page that shows its end goes on doing so.
  grow(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#take();
    });
  }

  /// How many events have happened where one is; null at the end.
  get position(): number | null {
    return this.#step < this.#replay.steps ? this.#step : null;
  }

  /// Goes to a step, at once or when the run has come so far.
  set position(step: number | null) {
    this.#wanted = step;
    if (step === null) return;
    if (step <= this.#replay.steps) this.#goTo(step);
  }

  /// Which part of the picture is seen.
  get view(): Readonly<View> {
    return this.#picture.view;
  }

  /// Draws the picture at once, not in the next frame.
  redrawNow(): void {
    this.#picture.redrawNow();
  }

  /// Where in the picture an event is, in CSS pixels.
  placeOf(event: number): { x: number; y: number } {
    return this.#picture.placeOf({ section: 0, g: this.#tracks.events[event]?.g ?? 0, event });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#scrubber.pause();
    this.#picture.destroy();
    this.#options.onPlace(null, false);
  }

  #take(): void {
    const events = this.#recording?.events ?? [];
    // Another engine has begun anew.
    if (this.#recording && events.length < this.#replay.steps) return this.#begin(this.#recording);
    const atEnd = this.#step === this.#replay.steps;
    const fresh = events.slice(this.#replay.steps);
    this.#empty.hidden = events.length > 0;
    this.#full.hidden = events.length === 0;
    if (fresh.length === 0) return;
    this.#replay.append(fresh);
    this.#tracks.append(fresh);
    this.#scene.update();
    this.#picture.update();
    this.#showLegend();
    if (this.#wanted !== null && this.#wanted <= this.#replay.steps) this.#goTo(this.#wanted);
    else if (atEnd && this.#wanted === null) this.#goTo(this.#replay.steps);
    else this.#show();
  }

  #goTo(step: number, byHand = true): void {
    if (byHand) this.#scrubber.pause();
    this.#step = Math.max(0, Math.min(step, this.#replay.steps));
    if (this.#wanted !== null && this.#step >= this.#wanted) this.#wanted = null;
    this.#show();
  }

  #show(): void {
    const step = this.#step;
    const steps = this.#replay.steps;
    const event = this.#replay.events[step - 1];
    const said = event ? this.#sentenceOf(event, step) : say("before");
    this.#scrubber.show(step, steps, event?.t ?? 0, said);
    const line = this.#lineAt(step);
    this.#sentence.replaceChildren(...rich(said, line === null ? undefined : (line) => this.#options.onPlace(line, true)));
    this.#panel.show(this.#scene.sections[0]!, this.#replay, step);
    this.#picture.step = step;
    this.#table.step = step;
    // While it runs, the line would flicker.
    this.#options.onPlace(this.#isOver || step < steps ? line : null, false);
  }

  get #isOver(): boolean {
    return this.#replay.events.at(-1)?.kind === "outcome";
  }

  // Of the program's first file, which the editor shows.
  #lineAt(step: number): number | null {
    const event = this.#replay.events[step - 1];
    return event?.line === undefined || (event.file ?? 0) !== 0 ? null : event.line;
  }

  #sentenceOf(event: LogEvent, step: number): string {
    return sentence(event, this.#replay.at(step - 1), this.#tracks.names);
  }

  #choose(spot: Spot, go: boolean): void {
    if (spot.section !== 0) return;
    this.#goTo(spot.event + 1);
    const line = this.#lineAt(spot.event + 1);
    if (go && line !== null) this.#options.onPlace(line, true);
  }

  #describe({ section, event }: Spot, group: readonly number[] | null): string {
    const { tracks } = this.#scene.sections[section]!;
    const there = tracks.events[event];
    if (!there) return "";
    const replay = section === 0 ? this.#replay : this.#besideReplay;
    if (!group) return sentence(there, replay.at(event), tracks.names);
    const counts = { going: 0, waiting: 0, sleeping: 0, ended: 0 };
    const state = replay.at(event + 1);
    for (const g of group) {
      const member = state.goroutine(g);
      if (member) counts[member.doing]++;
    }
    return `${say("fold", { n: group.length, name: `\`${tracks.names.base(group[0]!)}\`` })}: ${say("doingCount", counts)}`;
  }

  async #fetchBeside(url: string): Promise<void> {
    this.#besideURL = url;
    this.#noPython.hidden = true;
    try {
      const response = await fetch(new URL(url, document.baseURI));
      if (!response.ok) throw new Error(`The log at ${url} could not be loaded (status ${response.status}).`);
      const { events } = fromLines(await response.text());
      const tracks = new Tracks();
      tracks.append(events);
      this.#besideReplay = new Replay();
      this.#besideReplay.append(events);
      this.#beside = new Section(tracks, say("python"));
    } catch (error) {
      // The picture is right without it, and the next run asks again.
      this.#besideURL = null;
      this.#noPython.hidden = false;
      console.warn(error);
      return;
    }
    const { position } = this;
    if (this.#recording) this.#begin(this.#recording);
    if (position !== null) this.position = position;
  }

  // Only what this picture has.
  #showLegend(anew = false): void {
    const samples = this.#samplesHere();
    if (!anew && samples.join() === this.#samples) return;
    this.#samples = samples.join();
    const { palette, faces } = this.#picture.looks;
    this.#legend.replaceChildren(
      ...samples.map((sample) => {
        const canvas = h("canvas", { width: String(SAMPLE_WIDTH * 2), height: "40", "aria-hidden": "true" });
        const context = canvas.getContext("2d");
        if (context) drawSample(new CanvasPen(context, 2, faces), sample, palette, 0, 10);
        return h("li", {}, canvas, say(SAMPLES[sample]));
      }),
    );
  }

  #samplesHere(): Sample[] {
    const { events, tracks, arrows } = this.#tracks;
    const has = {
      waiting: false,
      sleeping: false,
      forever: false,
    };
    const over = events.at(-1)?.kind === "outcome";
    for (const { waits } of tracks) {
      for (const { reason, to } of waits) {
        if (reason === "sleep") has.sleeping = true;
        else if (to < 0 && over) has.forever = true;
        else has.waiting = true;
      }
    }
    const samples: Sample[] = ["going", "ready"];
    if (has.waiting) samples.push("waiting");
    if (has.forever) samples.push("forever");
    if (has.sleeping) samples.push("sleeping");
    if (tracks.some(({ holds }) => holds.length > 0)) samples.push("holds");
    if (arrows.some(({ kind }) => kind === "wake")) samples.push("wakes");
    if (this.#replay.outputs.length > 0) samples.push("output");
    if (tracks.some(({ end }) => end >= 0)) samples.push("end");
    return samples;
  }

  #saveMenu(): HTMLElement {
    const menu = h("details", { class: "menu" }, h("summary", {}, say("save")));
    const item = (label: string, act: () => void) => {
      const button = h("button", { type: "button", class: "quiet" }, label);
      button.addEventListener("click", () => {
        menu.open = false;
        act();
      });
      return button;
    };
    menu.append(
      h(
        "div",
        { class: "items" },
        item(say("saveSvg"), () => save(new Blob([toSVG(this.#shot())], { type: "image/svg+xml" }), "timeline.svg")),
        item(say("savePng"), () => void toPNG(this.#shot()).then((blob) => save(blob, "timeline.png"), reportError)),
        item(say("saveLog"), () => {
          const { header, events } = this.#recording!;
          save(new Blob([toLines(header, events)], { type: "application/jsonl" }), "timeline.jsonl");
        }),
      ),
    );
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
      event.stopPropagation();
    });
    return menu;
  }

  #shot(): Shot {
    return {
      scene: this.#scene,
      view: this.#picture.view,
      looks: this.#picture.looks,
      step: this.#step,
      samples: this.#samplesHere(),
      title: `${say("picture")}. ${this.#sentence.textContent}`,
    };
  }
}

function tool(d: string, label: string): HTMLButtonElement {
  return h("button", { type: "button", class: "quiet", "aria-label": label, title: label }, glyph(d));
}
