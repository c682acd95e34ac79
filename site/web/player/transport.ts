/// The controls of time: where the program's clock stands, pause, skip, pace.
///
/// They matter only to a virtual clock; under the wall clock there is nothing to
/// control and the group is hidden.
import { h, isOff, setOff } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { Pace } from "../engine/contract.ts";
import { duration } from "./duration.ts";
import { paceLabel, PACES, parsePace } from "./pace.ts";
import { Playhead } from "./playhead.ts";

export interface TransportEvents {
  onPause(paused: boolean): void;
  onSkip(): void;
  onPace(pace: Pace): void;
}

export class Transport {
  readonly root: HTMLElement;
  /// A slim line that fills while the program waits for a timer.
  readonly bar = h("div", { class: "wait", part: "wait", "aria-hidden": "true" }, h("div", { class: "fill" }));

  /// Where the program's clock stands, while it waits.
  readonly clock = h("span", { class: "clock", part: "clock" });

  readonly #events: TransportEvents;
  readonly #pause = h("button", { type: "button", class: "quiet" });
  readonly #skip = h("button", { type: "button", class: "quiet" }, icon("skip"), "Skip");
  readonly #paces = h("select", {});
  #pace: Pace = 1;
  #paused = false;
  #running = false;
  #playhead: Playhead | null = null;
  #frame = 0;

  constructor(events: TransportEvents) {
    this.#events = events;
    this.#skip.title = "Don’t wait: move the clock to the next timer";
    this.#pause.addEventListener("click", () => this.#togglePause());
    this.#skip.addEventListener("click", () => {
      if (!isOff(this.#skip)) this.#events.onSkip();
    });
    this.#paces.addEventListener("change", () => {
      const pace = parsePace(this.#paces.value);
      if (pace) this.#changePace(pace);
    });
    this.root = h(
      "div",
      { class: "transport", role: "group", "aria-label": "Clock", part: "transport" },
      this.#pause,
      this.#skip,
      h("label", { class: "pace" }, h("span", {}, "Pace"), this.#paces),
    );
    this.#showPaces();
    this.#showButtons();
  }

  get pace(): Pace {
    return this.#pace;
  }

  set pace(pace: Pace) {
    this.#pace = pace;
    this.#showPaces();
  }

  prepare(clock: "virtual" | "wall"): void {
    this.root.hidden = clock === "wall";
    this.#paused = false;
    this.end();
  }

  /// The program is with the engine.
  start(): void {
    this.#running = true;
    this.#showButtons();
  }

  /// The program waits from one moment of its clock to another.
  wait(at: number, until: number): void {
    this.#playhead = new Playhead({ at, until, pace: this.#pace, paused: this.#paused }, performance.now());
    this.#showButtons();
    this.#tick();
  }

  /// The wait, if there was one, is over.
  moveOn(): void {
    cancelAnimationFrame(this.#frame);
    this.#playhead = null;
    this.#fill(0);
    this.#showButtons();
  }

  end(): void {
    this.#running = false;
    this.clock.textContent = "";
    this.moveOn();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #togglePause(): void {
    this.#paused = !this.#paused;
    this.#playhead?.setPaused(this.#paused, performance.now());
    this.#showButtons();
    this.#tick();
    this.#events.onPause(this.#paused);
  }

  #changePace(pace: Pace): void {
    this.#pace = pace;
    this.#playhead?.setPace(pace, performance.now());
    this.#events.onPace(pace);
  }

  #tick(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.#playhead) return;
    const now = performance.now();
    this.clock.textContent = `${duration(this.#playhead.at(now))} of ${duration(this.#playhead.until)}`;
    this.#fill(this.#playhead.fraction(now));
    if (!this.#paused) this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #fill(fraction: number): void {
    this.bar.style.setProperty("--fraction", fraction.toFixed(4));
  }

  #showButtons(): void {
    this.#pause.hidden = this.#skip.hidden = !this.#running;
    setOff(this.#skip, !this.#playhead);
    this.#pause.replaceChildren(...(this.#paused ? [icon("run"), "Resume"] : [icon("pause"), "Pause"]));
    this.#pause.title = this.#paused ? "Let the clock go on" : "Hold the clock still";
  }

  #showPaces(): void {
    const offered = PACES.includes(this.#pace) ? PACES : [this.#pace, ...PACES];
    this.#paces.replaceChildren(...offered.map((pace) => h("option", { value: String(pace) }, paceLabel(pace))));
    this.#paces.value = String(this.#pace);
  }
}
