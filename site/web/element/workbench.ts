/// What a person sees of an `<await-go>` and works with: toolbar, listing, output,
/// and the run that connects them. One lives as long as its element stays in the
/// document.
import { h } from "../dom/dom.ts";
import { EngineError, type Outcome, type RunEvent } from "../engine/contract.ts";
import type { Choice } from "../player/choice.ts";
import type { Player } from "../player/player.ts";
import type { Assistance } from "../checker/editor/assistance.ts";
import type { EngineUse } from "./engine.ts";
import { Listing } from "./listing.ts";
import { whenNear } from "./near.ts";
import { Notice } from "./notice.ts";
import { Session } from "./session.ts";
import { runRequest, type Settings } from "./settings.ts";
import { Toolbar } from "./toolbar.ts";
import { say } from "../language/say.ts";

/** Whoever types nothing for so long may be about to press Run. */
const PAUSE_MS = 500;

export interface WorkbenchOptions {
  root: ShadowRoot;
  engine: EngineUse;
  settings(): Settings;
  emit(type: "run" | "output" | "log" | "done" | "error", detail: unknown): void;
  onEdit(): void;
  onReset(): void;
  onShare(): Promise<string | null>;
}

export class Workbench {
  readonly root: HTMLElement;
  readonly listing: Listing;
  readonly toolbar: Toolbar;
  /// About the program that is shown.
  readonly notice = new Notice();
  /// About a link that was asked for.
  readonly linkNotice = new Notice();
  readonly #options: WorkbenchOptions;
  // Comes when the listing is near, or with the first run.
  #player: Player | null = null;
  #loading: Promise<Player> | null = null;
  readonly #place = h("div", { hidden: true });
  #choice: Choice;
  #step: number | null = null;
  readonly #gone = new AbortController();
  #session: Session | null = null;
  #runs = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
    this.toolbar = new Toolbar({
      onRun: () => void this.run(),
      onStop: () => this.stop(),
      // Through the editor, so that undo takes it back.
      onReset: () => void this.listing.load().then(() => options.onReset()),
      onFormat: () => void this.format(),
      onCopy: () => this.listing.text,
      onShare: () => options.onShare(),
    });
    this.listing = new Listing({
      root: options.root,
      label: say("goProgram"),
      onEdit: () => {
        this.#warmAfterPause();
        options.onEdit();
      },
    });
    const { clock, pace, seed } = options.settings();
    this.#choice = { clock, pace, seed };
    this.root = h(
      "div",
      { class: "workbench", part: "workbench" },
      this.toolbar.root,
      this.linkNotice.root,
      this.notice.root,
      this.listing.root,
      this.#place,
    );
    this.#listen();
  }

  set readOnly(readOnly: boolean) {
    this.listing.readOnly = readOnly;
    this.toolbar.readOnly = readOnly;
  }

  get running(): boolean {
    return this.#session !== null;
  }

  /// What the learner has chosen for the next run, or the page.
  get choice(): Choice {
    return this.#player?.choice ?? this.#choice;
  }

  /// The step at which the timeline is looked at; null where it is not.
  async step(): Promise<number | null> {
    return (await this.#player?.timeline.position()) ?? null;
  }

  /// Has the timeline open at a step of the next run; null: not.
  wait(step: number | null): void {
    this.#step = step;
    if (this.#player) this.#player.timeline.wanted = step;
  }

  choose(choice: Partial<Choice>): void {
    Object.assign(this.#choice, this.choice, choice);
    this.#player?.choose(choice);
    if (choice.pace !== undefined) this.#session?.run?.setPace(choice.pace);
  }

  /// Runs the program as it stands; a run under way gives way. Null where no
  /// engine could be had.
  async run(): Promise<Outcome | null> {
    this.#session?.stop();
    const code = this.listing.text;
    const settings = { ...this.#options.settings(), ...this.choice };
    const player = this.#load();
    player.then((player) => session === this.#session && player.start(settings), () => {});
    const session: Session = new Session(
      Promise.all([this.#options.engine.load(), player]).then(([engine]) => engine),
      () => runRequest(code, { ...settings, pace: this.choice.pace }),
      (event) => {
        if (session === this.#session) this.#show(event);
      },
    );
    this.#session = session;
    this.#runs++;
    this.toolbar.running = true;
    this.#options.emit("run", { code });
    try {
      const outcome = await session.done;
      if (this.#leave(session)) {
        this.#player?.end(outcome);
        void this.#reflect(outcome);
      }
      this.#options.emit("done", outcome);
      return outcome;
    } catch (cause) {
      const error = await this.#options.engine.explain(asEngineError(cause));
      if (this.#leave(session)) await this.#fail(error);
      this.#options.emit("error", { message: error.message, retryable: error.retryable });
      return null;
    }
  }

  /// Lays the program out as gofmt does, with its imports put right.
  async format(): Promise<void> {
    await (await this.#assist())?.format();
  }

  stop(): void {
    this.#session?.stop();
  }

  destroy(): void {
    this.#gone.abort();
    clearTimeout(this.#pause);
    this.#session?.stop();
    this.#session = null;
    this.listing.destroy();
    this.toolbar.destroy();
    this.#player?.destroy();
  }

  #load(): Promise<Player> {
    this.#loading ??= import("../player/player.ts").then(
      ({ Player }) => this.#take(new Player(this.#playerEvents())),
      (cause) => {
        this.#loading = null;
        throw new EngineError(say("partMissing"), true, { cause });
      },
    );
    return this.#loading;
  }

  #take(player: Player): Player {
    this.#player = player;
    player.choose(this.#choice);
    player.timeline.wanted = this.#step;
    this.#place.replaceWith(player.root);
    if (this.#gone.signal.aborted) player.destroy();
    return player;
  }

  #playerEvents(): ConstructorParameters<typeof Player>[0] {
    return {
      root: this.#options.root,
      onPause: (paused) => (paused ? this.#session?.run?.pause() : this.#session?.run?.resume()),
      onSkip: () => this.#session?.run?.skip(),
      onPace: (pace) => this.#session?.run?.setPace(pace),
      onLine: (text) => this.#session?.run?.input(text),
      onEnd: () => this.#session?.run?.closeInput(),
      onJump: (line, column) => void this.listing.moveTo(line, column),
      onRetry: () => void this.run(),
      onAgree: () => this.#session?.run?.agree(),
      onPlace: (line, go) => void this.listing.mark(line, go),
    };
  }

  // Without the player's script there is no place to say that it is missing, but the notice.
  async #fail(error: EngineError): Promise<void> {
    const player = await this.#load().catch(() => null);
    if (this.#session || this.#gone.signal.aborted) return;
    if (player) player.fail(error);
    else this.notice.show(error.message, [{ label: say("tryAgain"), act: () => (this.notice.hide(), void this.run()) }], true);
  }

  #show(event: RunEvent): void {
    this.#player?.event(event);
    if (event.kind === "output") this.#options.emit("output", { stream: event.stream, text: event.text });
    if (event.kind === "log") this.#options.emit("log", { events: event.events });
    if (event.kind === "again") this.#options.emit("run", { code: this.listing.text });
  }

  // Says what happened, and what to do about a death, unless another run has begun
  // meanwhile. Of a deadlock the record knows more than Go's message tells.
  async #reflect({ kind, text }: Outcome): Promise<void> {
    const runs = this.#runs;
    const isCurrent = () => runs === this.#runs && !this.#gone.signal.aborted;
    const explained = await this.#player?.reflect(isCurrent).catch(() => false);
    if ((kind !== "deadlock" && kind !== "panic" && kind !== "fatal") || explained) return;
    const answer = await this.#options.engine.checker().then((checker) => checker.ask({ kind: "hint", text })).catch(() => null);
    if (answer?.hint && isCurrent()) this.#player?.addHint(answer.hint);
  }

  // Whether the session was still the one that is shown.
  #leave(session: Session): boolean {
    if (session !== this.#session) return false;
    this.#session = null;
    this.toolbar.running = false;
    return true;
  }

  #listen(): void {
    const { signal } = this.#gone;
    // Before the editor sees the key: there Ctrl+Enter would open a line.
    this.root.addEventListener("keydown", (event) => this.#onKey(event), { capture: true, signal });

    let warmed = false;
    const warm = () => {
      if (warmed || signal.aborted) return;
      warmed = true;
      this.#warm().catch(() => (warmed = false)); // Run says it, if it comes to that.
    };
    this.root.addEventListener("pointerenter", warm, { signal });
    this.root.addEventListener("focusin", warm, { signal });
    this.listing.root.addEventListener("focusin", () => void this.#assist(), { signal });

    // Someone who asked for little data gets the rest only by turning to it.
    if (savesData()) return;
    const call = whenNear(this.root, "300px", async () => {
      void this.#load().catch(() => {}); // Run says it, if it comes to that.
      await this.listing.load();
      whenIdle(warm);
    });
    signal.addEventListener("abort", call);
  }

  async #warm(): Promise<void> {
    const { files, engine } = runRequest(this.listing.text, this.#options.settings());
    (await this.#options.engine.load()).warm(files, engine);
  }

  /** Who has run a program and changes it will run it again. */
  #warmAfterPause(): void {
    clearTimeout(this.#pause);
    if (this.#runs > 0) this.#pause = setTimeout(() => void this.#warm().catch(() => {}), PAUSE_MS);
  }

  // Has the checker help whoever turns to the editor. Without it, it is an editor still.
  async #assist(): Promise<Assistance | null> {
    const [editor, checker] = await Promise.all([this.listing.load(), this.#options.engine.checker()]).catch(() => [null, null]);
    if (!editor || !checker || this.#gone.signal.aborted) return null;
    return editor.assist({ checker, file: () => this.#options.settings().file });
  }

  #onKey(event: KeyboardEvent): void {
    const runs = event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey) && !event.altKey;
    if (!runs || event.isComposing || event.repeat || this.#player?.asks(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    void this.run();
  }
}

function asEngineError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  // Not foreseen, so a mistake of this page: the console gets what a developer
  // needs, the learner a way on.
  reportError(cause);
  return new EngineError(say("pageFailed"), true, { cause });
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenIdle(callback: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(callback, { timeout: 2000 });
  else setTimeout(callback, 200);
}
