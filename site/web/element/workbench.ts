/// What a person sees of an `<await-go>` and works with: toolbar, listing, output,
/// and the run that connects them. One lives as long as its element stays in the
/// document.
import { h } from "../dom/dom.ts";
import { EngineError, type Outcome, type RunEvent } from "../engine/contract.ts";
import type { Choice } from "../player/choice.ts";
import { Player } from "../player/player.ts";
import type { Assistance } from "../checker/editor/assistance.ts";
import type { EngineUse } from "./engine.ts";
import { Listing } from "./listing.ts";
import { whenNear } from "./near.ts";
import { Notice } from "./notice.ts";
import { Session } from "./session.ts";
import { runRequest, type Settings } from "./settings.ts";
import { Toolbar } from "./toolbar.ts";
import { say } from "../language/say.ts";

export interface WorkbenchOptions {
  root: ShadowRoot;
  engine: EngineUse;
  settings(): Settings;
  emit(type: "run" | "output" | "done" | "error", detail: unknown): void;
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
  readonly #player: Player;
  readonly #gone = new AbortController();
  #session: Session | null = null;
  #runs = 0;

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
    this.listing = new Listing({ root: options.root, label: say("goProgram"), onEdit: () => options.onEdit() });
    this.#player = new Player({
      onPause: (paused) => (paused ? this.#session?.run?.pause() : this.#session?.run?.resume()),
      onSkip: () => this.#session?.run?.skip(),
      onPace: (pace) => this.#session?.run?.setPace(pace),
      onLine: (text) => this.#session?.run?.input(text),
      onEnd: () => this.#session?.run?.closeInput(),
      onJump: (line, column) => void this.listing.moveTo(line, column),
      onRetry: () => void this.run(),
      onAgree: () => this.#session?.run?.agree(),
    });
    this.#player.choose(options.settings());
    this.root = h(
      "div",
      { class: "workbench", part: "workbench" },
      this.toolbar.root,
      this.linkNotice.root,
      this.notice.root,
      this.listing.root,
      this.#player.root,
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
    return this.#player.choice;
  }

  choose(choice: Partial<Choice>): void {
    this.#player.choose(choice);
    if (choice.pace !== undefined) this.#session?.run?.setPace(choice.pace);
  }

  /// Runs the program as it stands; a run under way gives way. Null where no
  /// engine could be had.
  async run(): Promise<Outcome | null> {
    this.#session?.stop();
    const code = this.listing.text;
    const settings = { ...this.#options.settings(), ...this.choice };
    const session: Session = new Session(
      this.#options.engine.load(),
      () => runRequest(code, { ...settings, pace: this.choice.pace }),
      (event) => {
        if (session === this.#session) this.#show(event);
      },
    );
    this.#session = session;
    this.#runs++;
    this.toolbar.running = true;
    this.#player.start(settings);
    this.#options.emit("run", { code });
    try {
      const outcome = await session.done;
      if (this.#leave(session)) {
        this.#player.end(outcome);
        void this.#explain(outcome);
      }
      this.#options.emit("done", outcome);
      return outcome;
    } catch (cause) {
      const error = await this.#options.engine.explain(asEngineError(cause));
      if (this.#leave(session)) this.#player.fail(error);
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
    this.#session?.stop();
    this.#session = null;
    this.listing.destroy();
    this.toolbar.destroy();
    this.#player.destroy();
  }

  #show(event: RunEvent): void {
    this.#player.event(event);
    if (event.kind === "output") this.#options.emit("output", { stream: event.stream, text: event.text });
    if (event.kind === "again") this.#options.emit("run", { code: this.listing.text });
  }

  // Says what to do about a death, unless another run has begun meanwhile.
  async #explain({ kind, text }: Outcome): Promise<void> {
    if (kind !== "deadlock" && kind !== "panic" && kind !== "fatal") return;
    const runs = this.#runs;
    const answer = await this.#options.engine.checker().then((checker) => checker.ask({ kind: "hint", text })).catch(() => null);
    if (answer?.hint && runs === this.#runs && !this.#gone.signal.aborted) this.#player.addHint(answer.hint);
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
      const { files } = runRequest(this.listing.text, this.#options.settings());
      this.#options.engine.load().then(
        (engine) => engine.warm(files),
        () => (warmed = false), // Run says it, if it comes to that.
      );
    };
    this.root.addEventListener("pointerenter", warm, { signal });
    this.root.addEventListener("focusin", warm, { signal });
    this.listing.root.addEventListener("focusin", () => void this.#assist(), { signal });

    // Someone who asked for little data gets the rest only by turning to it.
    if (savesData()) return;
    const call = whenNear(this.root, "300px", async () => {
      await this.listing.load();
      whenIdle(warm);
    });
    signal.addEventListener("abort", call);
  }

  // Has the checker help whoever turns to the editor. Without it, it is an editor still.
  async #assist(): Promise<Assistance | null> {
    const [editor, checker] = await Promise.all([this.listing.load(), this.#options.engine.checker()]).catch(() => [null, null]);
    if (!editor || !checker || this.#gone.signal.aborted) return null;
    return editor.assist({ checker, file: () => this.#options.settings().file });
  }

  #onKey(event: KeyboardEvent): void {
    const runs = event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey) && !event.altKey;
    if (!runs || event.isComposing || event.repeat || this.#player.asks(event.target)) return;
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
