/// `<await-go>`: a Go program in a page, to be read, changed and run.
///
/// The `<pre>` inside it is what a reader without JavaScript sees, and the original
/// program. Attributes go in, events come out. Leaving the document undoes
/// everything: a run is stopped, observers and listeners go, and the edits wait for
/// the element's return. A move within the document is no leaving: what runs, runs on.
///
/// Attributes
///   src                   the program's URL, instead of the `<pre>`
///   file                  what messages call the program; default: as in src, or main.go
///   lesson example name   which listing this is: edits are kept under it
///   engine                auto (default), instant or exact
///   clock                 virtual (default) or wall
///   pace                  a factor for the virtual clock, or "instant"; default 1
///   seed                  0 to 4294967295; default 1
///                         (the learner may choose these three anew)
///   stdin                 all of the program's input; without it, input is typed
///   log                   a run reports what its goroutines do, by log events
///   readonly              the program can be run, not changed
///   autorun               runs when it is first seen; not in a page that a link to
///                         a program has opened
///   theme                 light, dark or auto (as the system); default: as the page
///   beside                URL of an event log, JSON Lines, that the timeline draws beside
///                         the run's own: see ../timeline/log.ts
///   hide                  parts to leave out: toolbar caption reset format copy share
///                         output transport seed timeline gutter
///
/// Events, all of which bubble and cross shadow roots
///   ready                 the program is there
///   run                   detail {code}
///   output                detail {stream, text}
///   log                   detail {events}: see ../timeline/log.ts
///   done                  detail is the Outcome
///   error                 detail {message, retryable}: no program, or no engine
///   pass                  it stands in an exercise, and does what that asks for
///
/// Links
///   Share copies a link to the page with the program, and the step of the timeline that
///   is looked at, in its fragment, `#run=1.…`:
///   see ../share/link.ts, and guest.ts for what becomes of it.
///
/// Looks
///   --await-go-*          accent on-accent ink paper rule output-paper sans mono
///                         code-size code-line radius border toolbar-inset
///   ::part()              workbench toolbar run reset format copy share caption notice
///                         listing output status clock transport seed wait screen prompt
///                         ending why timeline scrubber sentence
import type { Outcome } from "../engine/contract.ts";
import type { Guest } from "../share/share.ts";
import { place } from "../store/place.ts";
import { Store } from "../store/store.ts";
import { Draft } from "./draft.ts";
import { type EngineUse, useEngine } from "./engine.ts";
import styles from "./element.shadow.css";
import { readListing } from "./markup.ts";
import { say } from "../language/say.ts";
import { whenNear } from "./near.ts";
import { readSettings, type Settings } from "./settings.ts";
import { fetchSource } from "./source.ts";
import { Workbench } from "./workbench.ts";

export class AwaitGo extends HTMLElement {
  static readonly observedAttributes = ["src", "readonly", "clock", "pace", "seed"];

  /// The URL of the folder `engine/`, relative to the page; null: beside the folder
  /// that this script came from. A page that bundles the script into its own sets it.
  static engineBase: string | URL | null = null;

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #slot = document.createElement("slot");
  readonly #store = new Store();
  #bench: Workbench | null = null;
  #engine: EngineUse | null = null;
  #stay = new AbortController();
  #fetching = new AbortController();
  // Null until the `<pre>` or the URL has been read.
  #original: string | null = null;
  #draft: Draft | null = null;
  #guest: Guest | null = null;
  #saving = 0;
  // The program while there is no workbench to hold it.
  #parked: string | null = null;

  /// The program as it stands. Setting it is an edit by the page: Reset brings the
  /// original back, and so does a reload.
  get code(): string {
    return this.#bench?.listing.text ?? this.#parked ?? "";
  }

  set code(code: string) {
    if (this.#original === "") this.#original = code;
    if (this.#bench) this.#bench.listing.text = code;
    // Before the page's own program has been read, this one waits to go before it.
    if (!this.#bench || this.#original === null) this.#parked = code;
    this.#showEdited();
  }

  get running(): boolean {
    return this.#bench?.running ?? false;
  }

  /// Runs the program; one that runs gives way. Resolves with how it ended, or with
  /// null where the `error` event says why it could not begin.
  async run(): Promise<Outcome | null> {
    return (await this.#bench?.run()) ?? null;
  }

  stop(): void {
    this.#bench?.stop();
  }

  /// Lays the program out as gofmt does, and puts its imports right. A program that
  /// can't be read as Go stays as it is.
  async format(): Promise<void> {
    await this.#bench?.format();
  }

  /// Brings the original program back. In the editor, undo takes that back.
  reset(): void {
    if (this.#original === null) return;
    this.#guest?.settle();
    this.code = this.#original;
    this.#forget();
  }

  connectedCallback(): void {
    if (this.#bench) return; // It was only moved.
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const engine = (this.#engine = useEngine(() => AwaitGo.engineBase));
    this.#bench = new Workbench({
      root: this.#root,
      engine,
      settings: () => this.#settings(),
      emit: (type, detail) => this.#emit(type, detail),
      onEdit: () => this.#onEdit(),
      onReset: () => this.reset(),
      onShare: () => this.#share(),
    });
    this.#bench.readOnly = this.hasAttribute("readonly");
    if (this.#parked !== null) this.#bench.listing.text = this.#parked;
    this.#slot.hidden = true;
    this.#root.adoptedStyleSheets = [sheet()];
    this.#root.replaceChildren(this.#slot, this.#bench.root);
    addEventListener("pagehide", () => this.#keep(), { signal });
    addEventListener("hashchange", () => void this.#welcome(), { signal });
    void this.#open(signal);
  }

  disconnectedCallback(): void {
    // A move takes the element out and puts it back in one go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  #leave(): void {
    if (!this.#bench) return;
    this.#keep();
    this.#parked = this.code;
    this.#original = null;
    this.#stay.abort();
    this.#fetching.abort();
    this.#draft?.release();
    this.#guest = null;
    this.#bench.destroy();
    this.#bench = null;
    this.#engine?.release();
    this.#engine = null;
    this.#root.replaceChildren();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#bench || before === after) return;
    if (name === "readonly") this.#bench.readOnly = after !== null;
    if (name === "src") void this.#fetch();
    const settings = this.#settings();
    if (name === "clock" || name === "pace" || name === "seed") this.#bench.choose({ [name]: settings[name] });
  }

  async #open(signal: AbortSignal): Promise<void> {
    if (this.hasAttribute("src")) return this.#fetch();
    // An element met in the middle of parsing has no children yet.
    await parsed();
    if (signal.aborted) return;
    // Frameworks write the text of a `<pre>` that is already there.
    const observer = new MutationObserver(() => this.#read());
    observer.observe(this, { childList: true, characterData: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
    this.#read();
  }

  // Takes the program from the page's own `<pre>`.
  #read(): void {
    if (this.hasAttribute("src")) return;
    const code = readListing(this);
    // A page between two renderings has taken one away, not asked for an empty one.
    if (!code && this.#original !== null) return;
    this.#take(code?.textContent ?? "", code ?? document.createDocumentFragment());
  }

  async #fetch(): Promise<void> {
    const src = this.getAttribute("src");
    const bench = this.#bench;
    if (src === null || !bench) return;
    this.#fetching.abort();
    this.#fetching = new AbortController();
    const { signal } = this.#fetching;
    bench.notice.hide();
    try {
      const text = await fetchSource(src, signal);
      this.#take(text, document.createTextNode(text));
    } catch (error) {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      bench.notice.show(message, [{ label: say("tryAgain"), act: () => void this.#fetch() }], true);
      this.#emit("error", { message, retryable: true });
    }
  }

  // A program has come. What the learner or the page has made of it stays.
  #take(text: string, code: Node): void {
    const bench = this.#bench;
    // A page that writes its program by script alone has no other original.
    const original = text || this.#parked || "";
    if (!bench || original === this.#original) return;
    const edited = this.#original !== null && this.code !== this.#original ? this.code : null;
    this.#original = original;
    this.#draft?.release();
    this.#guest = null;
    this.#draft = new Draft(
      {
        path: place(),
        name: this.getAttribute("name"),
        lesson: this.getAttribute("lesson"),
        example: this.getAttribute("example"),
        original,
      },
      this.#store,
    );
    const kept = edited ?? this.#parked ?? this.#draft.load() ?? original;
    this.#parked = null;
    if (kept === original) bench.listing.setHighlighted(original, code);
    else bench.listing.text = kept;
    bench.toolbar.caption = this.#settings().file;
    this.#showEdited();
    this.#emit("ready", null);
    void this.#welcome();
    if (this.hasAttribute("autorun") && !openedByLink()) {
      const call = whenNear(this, "0px", () => void this.run());
      this.#stay.signal.addEventListener("abort", call);
    }
  }

  // Takes in a program that came with a link, and offers what had to give way to one.
  async #welcome(): Promise<void> {
    const draft = this.#draft;
    if (!draft || !(openedByLink() || draft.loadAside() !== null)) return;
    this.#keep();
    const { Guest } = await import("../share/share.ts");
    if (!this.#bench || draft !== this.#draft) return;
    this.#guest ??= new Guest(this.#hostOf(draft, this.#bench));
    await this.#guest.welcome(location.hash);
  }

  #hostOf(draft: Draft, bench: Workbench): ConstructorParameters<typeof Guest>[0] {
    const element = this;
    return {
      element,
      draft,
      notice: bench.notice,
      original: this.#original ?? "",
      get defaults() {
        return element.#settings();
      },
      get code() {
        return element.code;
      },
      set code(code) {
        element.code = code;
      },
      keep: () => draft.save(this.code === this.#original ? null : this.code),
      choose: (choice) => bench.choose(choice),
      wait: (step) => bench.wait(step),
    };
  }

  async #share(): Promise<string | null> {
    const bench = this.#bench;
    if (!bench || !this.#draft) return null;
    const shared = {
      ...bench.choice,
      step: await bench.step(),
      listing: this.#draft.name,
      code: this.code === this.#original ? null : this.code,
    };
    const { share } = await import("../share/share.ts");
    return share(shared, bench.linkNotice);
  }

  #onEdit(): void {
    this.#guest?.settle();
    this.#showEdited();
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => this.#keep(), 300);
  }

  // Keeps an edit that is not yet kept.
  #keep(): void {
    if (this.#saving === 0) return;
    clearTimeout(this.#saving);
    this.#saving = 0;
    this.#draft?.save(this.code === this.#original ? null : this.code);
  }

  #forget(): void {
    clearTimeout(this.#saving);
    this.#saving = 0;
    this.#draft?.save(null);
  }

  #showEdited(): void {
    if (this.#bench) this.#bench.toolbar.edited = this.#original !== null && this.code !== this.#original;
  }

  #settings(): Settings {
    return readSettings((name) => this.getAttribute(name));
  }

  #emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function openedByLink(): boolean {
  return location.hash.startsWith("#run=");
}

function parsed(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

// One sheet for every element of the page.
let shared: CSSStyleSheet | null = null;

function sheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(styles);
  }
  return shared;
}
