/// The controls of time: which clock, at what pace, where it stands, pause, skip.
///
/// A virtual clock can be held, hurried and slowed at any time. The real one can't:
/// under it only the choice is left, and that between runs.
import { h, isOff, setOff } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { ClockKind, Pace } from "../engine/contract.ts";
import { duration } from "./duration.ts";
import { paceLabel, PACES, parsePace } from "./pace.ts";
import { Playhead } from "./playhead.ts";
import { say } from "../language/say.ts";

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
  readonly readout = h("span", { class: "clock", part: "clock" });

  readonly #events: TransportEvents;
  readonly #pause = h("button", { type: "button", class: "quiet" });
  readonly #skip = h("button", { type: "button", class: "quiet" }, icon("skip"), say("skip"));
  readonly #choices = h("select", {});
  #pace: Pace = 1;
  #clock: ClockKind = "virtual";
  // The clock of the run under way: it can't be exchanged.
  #held: ClockKind | null = null;
  #paused = false;
  #running = false;
  #playhead: Playhead | null = null;
  #frame = 0;

  constructor(events: TransportEvents) {
    this.#events = events;
    this.#skip.title = say("skipTitle");
    this.#pause.addEventListener("click", () => this.#togglePause());
    this.#skip.addEventListener("click", () => {
      if (!isOff(this.#skip)) this.#events.onSkip();
    });
    this.#choices.title = say("paceTitle");
    this.#choices.addEventListener("change", () => {
      const pace = parsePace(this.#choices.value);
      this.#clock = pace ? "virtual" : "wall";
      if (pace) this.#changePace(pace);
    });
    this.root = h(
      "div",
      { class: "transport", role: "group", "aria-label": say("clock"), part: "transport" },
      this.#pause,
      this.#skip,
      h("label", { class: "pace" }, h("span", {}, say("pace")), this.#choices),
    );
    this.#showChoices();
    this.#showButtons();
  }

  get pace(): Pace {
    return this.#pace;
  }

  set pace(pace: Pace) {
    this.#pace = pace;
    this.#playhead?.setPace(pace, performance.now());
    this.#showChoices();
  }

  /// The clock of the next run.
  get clock(): ClockKind {
    return this.#clock;
  }

  set clock(clock: ClockKind) {
    this.#clock = clock;
    this.#showChoices();
  }

  prepare(clock: ClockKind): void {
    this.#paused = false;
    this.end();
    this.#held = clock;
    this.#showChoices();
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

  /// Whether the wait that is shown goes on at this moment of the program's clock.
  waitsAt(at: number): boolean {
    return this.#playhead !== null && at < this.#playhead.until;
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
    this.#held = null;
    this.readout.textContent = "";
    this.#showChoices();
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
    this.readout.textContent = say("timeOf", { at: duration(this.#playhead.at(now)), until: duration(this.#playhead.until) });
    this.#fill(this.#playhead.fraction(now));
    if (!this.#paused) this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #fill(fraction: number): void {
    this.bar.style.setProperty("--fraction", fraction.toFixed(4));
  }

  #showButtons(): void {
    this.#pause.hidden = this.#skip.hidden = !this.#running || this.#held === "wall";
    setOff(this.#skip, !this.#playhead);
    this.#pause.replaceChildren(...(this.#paused ? [icon("run"), say("resume")] : [icon("pause"), say("pause")]));
    this.#pause.title = this.#paused ? say("resumeTitle") : say("pauseTitle");
  }

  #showChoices(): void {
    const paces = PACES.includes(this.#pace) ? PACES : [this.#pace, ...PACES];
    const virtual = paces.map((pace) =>
      h("option", { value: String(pace), disabled: this.#held === "wall" }, paceLabel(pace)),
    );
    const wall = h("option", { value: "wall", disabled: this.#held === "virtual" }, say("realClock"));
    this.#choices.replaceChildren(...virtual, h("optgroup", { label: say("forMeasuring") }, wall));
    this.#choices.value = this.#clock === "wall" ? "wall" : String(this.#pace);
  }
}
