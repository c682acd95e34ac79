/// Play, pause, step, jump: buttons and a slider for where in the run one is.
import { glyph, icon } from "../dom/icon.ts";
import { h, isOff, setOff } from "../dom/dom.ts";
import { span } from "./span.ts";
import { plain, say } from "./say.ts";

export interface ScrubberEvents {
  onStep(step: number): void;
  onPlaying(playing: boolean): void;
}

const BACK = "M10.5 3v10L4 8zM2.5 3H4v10H2.5z";
const FORWARD = "M5.5 3v10L12 8zM12 3h1.5v10H12z";
const START = "M13 3v10L8 8zM8 3v10L3 8zM1.5 3H3v10H1.5z";
const END = "M3 3v10l5-5zM8 3v10l5-5zM13 3h1.5v10H13z";

// A run is played in about so long at most; a short one at a pace to read along.
const WHOLE = 30_000;
const SLOWEST = 900;
const FASTEST = 60;

export class Scrubber {
  readonly #start = button("start", START, say("toStart"));
  readonly #back = button("back", BACK, say("back"));
  readonly #play = h("button", { type: "button", class: "quiet play" });
  readonly #forward = button("forward", FORWARD, say("forward"));
  readonly #end = button("end", END, say("toEnd"));
  readonly #slider = h("input", { type: "range", min: "0", max: "0", value: "0", "aria-label": say("controls") });
  readonly #position = h("span", { class: "position" });
  readonly root = h(
    "div",
    { class: "scrubber", role: "group", "aria-label": say("controls"), part: "scrubber" },
    h("div", { class: "steps" }, this.#start, this.#back, this.#play, this.#forward, this.#end),
    this.#slider,
    this.#position,
  );
  readonly #events: ScrubberEvents;
  #step = 0;
  #steps = 0;
  #timer = 0;

  constructor(events: ScrubberEvents) {
    this.#events = events;
    const go = (button: HTMLElement, to: () => number) =>
      button.addEventListener("click", () => {
        if (isOff(button)) return;
        this.pause();
        events.onStep(to());
      });
    go(this.#start, () => 0);
    go(this.#back, () => this.#step - 1);
    go(this.#forward, () => this.#step + 1);
    go(this.#end, () => this.#steps);
    this.#play.addEventListener("click", () => this.toggle());
    this.#slider.addEventListener("input", () => {
      this.pause();
      events.onStep(this.#slider.valueAsNumber);
    });
    this.#showPlay();
  }

  get playing(): boolean {
    return this.#timer !== 0;
  }

  /// Where one is, of how many steps, when that is, and what happens there.
  show(step: number, steps: number, t: number, said: string): void {
    this.#step = step;
    this.#steps = steps;
    this.#slider.max = String(steps);
    this.#slider.valueAsNumber = step;
    this.#slider.setAttribute("aria-valuetext", `${step}: ${plain(said)}`);
    this.#position.textContent = `${say("position", { n: step, all: steps })} · ${span(t)}`;
    for (const one of [this.#start, this.#back]) setOff(one, step <= 0);
    for (const one of [this.#forward, this.#end]) setOff(one, step >= steps);
    setOff(this.#play, steps === 0);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  play(): void {
    if (this.#steps === 0) return;
    if (this.#step >= this.#steps) this.#events.onStep(0);
    const delay = Math.max(FASTEST, Math.min(SLOWEST, WHOLE / this.#steps));
    const stride = Math.max(1, Math.round((this.#steps * FASTEST) / WHOLE));
    const tick = () => {
      this.#events.onStep(Math.min(this.#steps, this.#step + stride));
      if (this.#step >= this.#steps) this.pause();
      else this.#timer = window.setTimeout(tick, delay);
    };
    this.#timer = window.setTimeout(tick, delay);
    this.#events.onPlaying(true);
    this.#showPlay();
  }

  pause(): void {
    if (!this.playing) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#events.onPlaying(false);
    this.#showPlay();
  }

  #showPlay(): void {
    this.#play.replaceChildren(icon(this.playing ? "pause" : "run"), say(this.playing ? "pause" : "play"));
  }
}

function button(name: string, d: string, label: string): HTMLButtonElement {
  return h("button", { type: "button", class: `quiet ${name}`, "aria-label": label, title: label }, glyph(d));
}
