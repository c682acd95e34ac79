/// The panel below a listing: it shows a run as it happens and how it ended.
///
/// It is told everything and decides nothing: events and outcomes come in by
/// method calls, what a person does goes out by the callbacks.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import type { EngineError, Outcome, RunEvent } from "../engine/contract.ts";
import { Aside, type AsideEvents } from "./aside.ts";
import { progress } from "./bytes.ts";
import type { Choice } from "./choice.ts";
import { Ending, type EndingEvents } from "./ending.ts";
import { Prompt, type PromptEvents } from "./prompt.ts";
import { Screen } from "./screen.ts";
import { Seeding } from "./seeding.ts";
import { record, type Recording } from "../timeline/recording.ts";
import { Slot, type SlotOptions } from "../timeline/slot.ts";
import { Transport, type TransportEvents } from "./transport.ts";
import { type Verdict, verdict } from "./verdict.ts";
import { say } from "../language/say.ts";

export interface PlayerEvents extends TransportEvents, PromptEvents, EndingEvents, AsideEvents, SlotOptions {}

export class Player {
  readonly root: HTMLElement;
  readonly #screen = new Screen();
  readonly #transport: Transport;
  readonly #prompt: Prompt;
  readonly #ending: Ending;
  readonly #aside: Aside;
  readonly #status = h("span", { class: "status", role: "status", part: "status" });
  readonly #seeding = new Seeding();
  #recording: Recording | null = null;
  /// The run's timeline.
  readonly timeline: Slot;
  readonly #download = h("button", { type: "button", class: "quiet", hidden: true }, icon("download"), say("download"));
  readonly #bytes = h("span", {});
  readonly #progress = h("progress", { "aria-label": say("loadingEngine") });
  readonly #loading = h("div", { class: "loading", hidden: true }, this.#bytes, this.#progress);

  constructor(events: PlayerEvents) {
    this.timeline = new Slot(events);
    this.#transport = new Transport(events);
    this.#ending = new Ending(events);
    this.#aside = new Aside(events);
    this.#prompt = new Prompt({
      onLine: (text) => {
        this.#answered();
        this.#screen.write("input", text);
        events.onLine(text);
      },
      onEnd: () => {
        this.#answered();
        events.onEnd();
      },
    });
    this.#download.title = say("downloadTitle");
    this.#download.addEventListener("click", () => save(this.#screen.text));
    this.root = h(
      "div",
      { class: "player", part: "output", role: "group", "aria-label": say("output"), tabindex: "-1", hidden: true },
      h(
        "div",
        { class: "strip" },
        h("div", { class: "state" }, this.#status, this.#transport.readout),
        this.#transport.root,
        this.#seeding.button,
        this.timeline.button,
        this.#download,
      ),
      this.#seeding.row,
      this.#transport.bar,
      this.#aside.root,
      this.#loading,
      this.#screen.root,
      this.#prompt.root,
      this.#ending.root,
      this.timeline.root,
    );
  }

  get choice(): Choice {
    return { clock: this.#transport.clock, pace: this.#transport.pace, seed: this.#seeding.seed };
  }

  choose({ clock, pace, seed }: Partial<Choice>): void {
    if (clock !== undefined) this.#transport.clock = clock;
    if (pace !== undefined) this.#transport.pace = pace;
    if (seed !== undefined) this.#seeding.seed = seed;
  }

  start(run: Choice & { file: string; log: boolean; beside: string | null }): void {
    this.root.hidden = false;
    this.#screen.clear();
    this.#screen.root.hidden = false;
    this.#ending.clear();
    this.#aside.clear();
    this.#prompt.close();
    this.#loading.hidden = true;
    this.#download.hidden = true;
    this.#say(say("running"));
    this.#seeding.start(run.seed);
    this.#transport.prepare(run.clock);
    this.#recording = run.log ? record(run) : null;
    this.timeline.start(this.#recording);
  }

  event(event: RunEvent): void {
    if (event.kind !== "loading") {
      this.#loading.hidden = true;
      this.#screen.root.hidden = false;
    }
    switch (event.kind) {
      case "loading":
        this.#showLoading(event.loadedBytes, event.totalBytes);
        break;
      case "note":
        this.#aside.say(event.text);
        break;
      case "ask":
        this.#aside.ask(event.bytes);
        break;
      case "building":
        this.#say(say(event.step), "wait");
        break;
      case "again":
        this.#screen.clear();
        this.#prompt.close();
        this.#transport.moveOn();
        if (this.#recording) this.#recording.events.length = 0;
        this.timeline.grow();
        break;
      case "typed":
        this.#screen.write("input", event.text);
        break;
      case "log":
        for (const one of event.events) this.#recording?.events.push(one);
        this.timeline.grow();
        break;
      case "start":
        if (this.#recording) this.#recording.header.engine = event.engine;
        this.#say(say("running"));
        this.#transport.start();
        break;
      case "output":
        this.#transport.moveOn();
        this.#screen.write(event.stream, event.text);
        // The line that is awaited still is.
        if (!this.#prompt.isOpen) this.#say(say("running"));
        break;
      case "waiting":
        if (event.for === "timer") this.#showTimer(event.at, event.until);
        else this.#showAsking(event.at);
    }
  }

  end(outcome: Outcome): void {
    // A rejected program's messages are listed, each with its jump; the terminal's
    // text would say them twice.
    const listed = outcome.kind === "rejected" && outcome.diagnostics.length > 0;
    if (outcome.text && !listed) this.#screen.write("stderr", outcome.text);
    this.#settle();
    const { text, tone, title } = verdict(outcome);
    this.#say(text, tone, title);
    this.#ending.show(outcome);
  }

  /// Adds to the ending what happened, and why nobody could go on. Says whether it does
  /// the latter; `isCurrent` whether the run is still the one that is shown.
  async reflect(isCurrent: () => boolean): Promise<boolean> {
    const { parts, explains } = await this.timeline.afterword();
    if (isCurrent()) this.#ending.add(parts);
    return explains;
  }

  /// Adds to the ending what to do about it.
  addHint(hint: string): void {
    this.#ending.addHint(hint);
  }

  /// Whether it is on this element that the program's input is typed.
  asks(target: EventTarget | null): boolean {
    return target instanceof Node && this.#prompt.root.contains(target);
  }

  fail(error: EngineError): void {
    this.root.hidden = false;
    this.#settle();
    this.#say(say("notRun"), "bad");
    this.#ending.showFailure(error);
  }

  destroy(): void {
    this.#screen.destroy();
    this.timeline.destroy();
    this.#transport.destroy();
  }

  #settle(): void {
    this.#screen.flush();
    this.#screen.root.hidden = this.#screen.empty;
    this.#download.hidden = this.#screen.empty;
    this.#loading.hidden = true;
    this.#prompt.close();
    this.#aside.withdraw();
    // The controls of a run go with it; whoever was at one stays at the output.
    if (this.#transport.root.matches(":focus-within")) this.root.focus();
    this.#transport.end();
  }

  #answered(): void {
    this.#prompt.close();
    this.#transport.moveOn();
    this.#say(say("running"));
    // Who typed stays here, and gets the next question.
    this.root.focus();
  }

  // Said once: a live region that repeats itself is noise.
  #say(text: string, tone: Tone = "neutral", title = ""): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#status.dataset["tone"] = tone;
    this.#status.title = title;
  }

  #showTimer(at: number, until: number): void {
    if (!this.#prompt.isOpen) this.#say(say("running"), "wait");
    this.#transport.wait(at, until);
  }

  // A timer may run while the program waits for input: it was told just before.
  #showAsking(at: number): void {
    if (!this.#transport.waitsAt(at)) this.#transport.moveOn();
    this.#say(say("waitingForInput"), "wait");
    this.#prompt.open(this.#atHand());
  }

  #showLoading(loaded: number, total: number | undefined): void {
    this.#loading.hidden = false;
    this.#screen.root.hidden = true;
    this.#say(say("loading"));
    this.#bytes.textContent = say("loadingOf", { progress: progress(loaded, total) });
    if (total === undefined) {
      this.#progress.removeAttribute("value");
    } else {
      this.#progress.max = total;
      this.#progress.value = loaded;
    }
  }

  // Whether the learner is at this program's controls, and not typing elsewhere.
  #atHand(): boolean {
    const root = this.root.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    return active instanceof HTMLElement && !active.isContentEditable;
  }
}

type Tone = Verdict["tone"] | "wait";

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href: url, download: "output.txt" }).click();
  // The download has read the blob by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
