/// Where the timeline is before anyone has opened it: a button, a place for it, and what
/// the run has told so far, which is kept so that it can be opened afterwards. This is
/// in every page; the rest comes with whoever opens it.
import { h } from "../dom/dom.ts";
import { icon } from "../dom/icon.ts";
import { say } from "../language/say.ts";
import type { Recording } from "./recording.ts";
import type { Timeline } from "./timeline.ts";

export interface SlotOptions {
  root: ShadowRoot;
  onJump(line: number, column: number): void;
  /** The line that is current in the timeline, or null; whether someone wants to be there. */
  onPlace(line: number | null, go: boolean): void;
}

export class Slot {
  readonly button = h("button", { type: "button", class: "quiet lanes", title: say("timelineTitle") }, icon("lanes"), say("timeline"));
  readonly root = h("div", { class: "timeline-slot", part: "timeline", role: "group", "aria-label": say("timeline") });
  readonly #options: SlotOptions;
  #recording: Recording | null = null;
  #timeline: Promise<Timeline | void> | null = null;
  /** The step at which it opens as soon as a run has come so far; null: of itself, it does not. */
  wanted: number | null = null;

  constructor(options: SlotOptions) {
    this.#options = options;
    this.button.addEventListener("click", () => this.#show(!this.isOpen));
    this.#show(false);
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  /// A run begins; null: one that is not recorded.
  start(recording: Recording | null): void {
    this.#recording = recording;
    // Until there is something to see; whoever has it open keeps it.
    this.button.hidden = !(recording && this.isOpen);
    this.#show(recording !== null && this.isOpen);
  }

  /// The recording has grown, or begun anew.
  grow(): void {
    this.button.hidden = false;
    if (this.wanted !== null && !this.isOpen) this.#show(true);
    if (this.isOpen) void this.#timeline?.then((timeline) => timeline?.grow());
  }

  /// The step at which someone looks; null: the end, or it is not open.
  async position(): Promise<number | null> {
    return (this.isOpen && (await this.#timeline)?.position) || null;
  }

  /// What is to be said at the end of a run, and whether it explains a deadlock.
  async afterword(): Promise<{ parts: Node[]; explains: boolean }> {
    const events = this.#recording?.events ?? [];
    if (!events.some(({ kind, g }) => kind === "block" || g > 1)) return { parts: [], explains: false };
    const { afterword } = await import("./afterword.ts");
    return afterword(events, this.#options);
  }

  destroy(): void {
    void this.#timeline?.then((timeline) => timeline?.destroy());
    this.root.hidden = true;
  }

  #show(open: boolean): void {
    this.root.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (!open) return this.#options.onPlace(null, false);
    this.#timeline ??= import("./timeline.ts").then(
      ({ openTimeline }) => openTimeline(this.root, this.#options),
      () => {
        this.#timeline = null;
        this.root.replaceChildren(say("partMissing"));
      },
    );
    void this.#timeline.then((timeline) => {
      if (!timeline || !this.isOpen || !this.#recording) return;
      timeline.show(this.#recording, this.wanted);
      this.wanted = null;
    });
  }
}
