/// The picture in the page: draws the scene on a canvas, and takes pointer and keys.
///
/// The canvas stays where it is while the element around it scrolls: how far says which
/// rows are seen. So rows scroll as everything else in the page does, by wheel, finger
/// and keyboard.
import { h } from "../dom/dom.ts";
import { CanvasPen } from "./canvas-pen.ts";
import { type Looks, readLooks } from "./looks.ts";
import { paint, type Spot } from "./paint.ts";
import { rich } from "./rich.ts";
import { RULER, type Scene, type Section, View } from "./scene.ts";
import { say } from "./say.ts";

export interface PictureEvents {
  /** Someone wants to be at a step. */
  onStep(step: number): void;
  /** Someone has chosen an event; `go` if they want to be at its line. */
  onEvent(spot: Spot, go: boolean): void;
  /** Colours have changed: those of the theme, or of the system. */
  onLooks(): void;
  /** Keys that are not the picture's own. */
  onPlay(): void;
  /** A sentence about an event, or about a folded group at it. */
  describe(spot: Spot, group: readonly number[] | null): string;
}

export class Picture {
  readonly root: HTMLElement;
  readonly #canvas = h("canvas", { "aria-hidden": "true" });
  readonly #sizer = h("div", { class: "sizer" }, this.#canvas);
  readonly #scroller: HTMLElement;
  readonly #tip = h("div", { class: "tip", hidden: true, "aria-hidden": "true" });
  readonly #probe = h("span", { class: "probe", "aria-hidden": "true" });
  // Its colour changes with the theme, and it alone says so.
  readonly #watch = h("span", { class: "watch", "aria-hidden": "true" });
  readonly #events: PictureEvents;
  readonly #gone = new AbortController();
  readonly #view = new View();
  readonly #tiles = new Map<string, CanvasPattern | null>();
  readonly #resizes: ResizeObserver;
  #scene: Scene;
  #looks: Looks | null = null;
  #step = 0;
  #hover: Spot | null = null;
  #lane: { section: number; row: number } | null = null;
  #frame = 0;
  // Until someone has chosen a part, all of it is seen, as it grows.
  #fitted = true;
  readonly #pointers = new Map<number, { x: number; y: number; startX: number; startY: number; mode: "pan" | "scrub" | "names" | "done" }>();

  constructor(scene: Scene, helpId: string, events: PictureEvents) {
    this.#scene = scene;
    this.#events = events;
    this.#scroller = h("div", { class: "scroller", role: "application", tabindex: "0", "aria-label": say("picture"), "aria-describedby": helpId }, this.#sizer);
    this.root = h("div", { class: "picture", dir: "ltr" }, this.#scroller, this.#tip, this.#probe, this.#watch);
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(this.#scroller);
    this.#listen();
  }

  get looks(): Looks {
    return (this.#looks ??= readLooks(this.#probe));
  }

  get view(): View {
    return this.#view;
  }

  set step(step: number) {
    this.#step = step;
    if (!this.#fitted && step > 0) this.#view.show(this.#scene.axis, this.#scene.axis.middle(0, step - 1));
    this.redraw();
  }

  /// The scene is another one.
  set scene(scene: Scene) {
    this.#scene = scene;
    this.#hover = null;
    this.#lane = null;
    this.#fitted = true;
    this.#hideTip();
    this.update();
  }

  /// The scene has grown, or its rows have changed.
  update(): void {
    this.#sizer.style.blockSize = `${this.#scene.height + RULER}px`;
    if (this.#fitted) this.#view.fit(this.#scene.axis);
    this.redraw();
  }

  zoom(factor: number, x = (this.#view.gutter + this.#view.width) / 2): void {
    this.#view.zoom(this.#scene.axis, factor, x);
    this.#fitted = this.#view.isFit(this.#scene.axis);
    this.redraw();
  }

  fit(): void {
    this.#fitted = true;
    this.update();
  }

  redraw(): void {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  redrawNow(): void {
    this.#draw();
  }

  placeOf({ section, g, event }: Spot): { x: number; y: number } {
    let y = RULER - this.#view.top;
    for (let i = 0; i < section; i++) y += this.#scene.sections[i]!.height;
    const there = this.#scene.sections[section]!;
    return { x: this.#view.x(this.#scene.axis.middle(section, event)), y: y + there.middleOf(there.rowOf(g)) };
  }

  destroy(): void {
    this.#gone.abort();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #measure(): void {
    const { clientWidth, clientHeight } = this.#scroller;
    if (clientWidth === 0) return;
    this.#view.width = clientWidth;
    this.#view.height = clientHeight;
    if (this.#fitted) this.#view.fit(this.#scene.axis);
    else this.#view.settle(this.#scene.axis);
    this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { width } = this.#view;
    const context = this.#canvas.getContext("2d", { alpha: false });
    if (width === 0 || !context) return;
    const height = (this.#view.height = this.#scroller.clientHeight);
    this.#view.top = Math.max(0, this.#scroller.scrollTop);
    const scale = Math.min(devicePixelRatio || 1, 3);
    const [pixelsWide, pixelsHigh] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.#canvas.width !== pixelsWide || this.#canvas.height !== pixelsHigh) {
      this.#canvas.width = pixelsWide;
      this.#canvas.height = pixelsHigh;
      this.#canvas.style.inlineSize = `${width}px`;
      this.#canvas.style.blockSize = `${height}px`;
    }
    const pen = new CanvasPen(context, scale, this.looks.faces, this.#tiles);
    paint(pen, this.#scene, this.#view, this.looks, { step: this.#step, hover: this.#hover, lane: this.#lane });
    // For tests, and for the curious: what a frame costs.
    this.root.dataset["shapes"] = String(pen.count);
  }

  #listen(): void {
    const { signal } = this.#gone;
    const scroller = this.#scroller;
    scroller.addEventListener("scroll", () => this.#draw(), { signal, passive: true });
    scroller.addEventListener("wheel", (event) => this.#onWheel(event), { signal });
    scroller.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    scroller.addEventListener("blur", () => this.#choose(null), { signal });
    this.#canvas.addEventListener("pointerdown", (event) => this.#onDown(event), { signal });
    this.#canvas.addEventListener("pointermove", (event) => this.#onMove(event), { signal });
    this.#canvas.addEventListener("pointerup", (event) => this.#onUp(event), { signal });
    this.#canvas.addEventListener("pointercancel", (event) => this.#pointers.delete(event.pointerId), { signal });
    this.#canvas.addEventListener("pointerleave", () => this.#point(null), { signal });
    this.#canvas.addEventListener("dblclick", (event) => {
      const spot = this.#spotAt(event.offsetX, event.offsetY)?.spot;
      if (spot) this.#events.onEvent(spot, true);
    }, { signal });
    const anew = () => {
      this.#looks = null;
      this.#tiles.clear();
      this.redraw();
      this.#events.onLooks();
    };
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", anew, { signal });
    // The page's or the element's own theme is a style: its coming shows in a transition.
    this.#watch.addEventListener("transitionrun", anew, { signal });
  }

  // The page scrolls by the wheel, unless the picture is meant.
  #onWheel(event: WheelEvent): void {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      this.zoom(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) / 100), event.offsetX);
    } else if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      this.#pan(sideways);
    } else {
      return;
    }
    event.preventDefault();
  }

  #pan(pixels: number): void {
    this.#view.pan(this.#scene.axis, pixels);
    this.redraw();
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { offsetX: x, offsetY: y } = event;
    const mode = x < this.#view.gutter ? "names" : y < RULER ? "scrub" : "pan";
    this.#pointers.set(event.pointerId, { x, y, startX: x, startY: y, mode });
    if (mode === "scrub") {
      this.#canvas.setPointerCapture(event.pointerId);
      this.#scrub(x);
    }
  }

  #onMove(event: PointerEvent): void {
    const { offsetX: x, offsetY: y } = event;
    const pointer = this.#pointers.get(event.pointerId);
    if (!pointer) return this.#point(event.pointerType === "mouse" ? { x, y } : null);
    const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
    if (other) {
      const before = Math.hypot(pointer.x - other.x, pointer.y - other.y);
      const now = Math.hypot(x - other.x, y - other.y);
      if (before > 0) this.zoom(now / before, (x + other.x) / 2);
      pointer.mode = other.mode = "done";
    } else if (pointer.mode === "scrub") {
      this.#scrub(x);
    } else if (pointer.mode !== "done" && Math.hypot(x - pointer.startX, y - pointer.startY) > 4) {
      this.#canvas.setPointerCapture(event.pointerId);
      this.#canvas.classList.add("grabbed");
      this.#hideTip();
      this.#pan(pointer.x - x);
      if (event.pointerType === "mouse") this.#scroller.scrollTop += pointer.y - y;
    }
    pointer.x = x;
    pointer.y = y;
  }

  #onUp(event: PointerEvent): void {
    const pointer = this.#pointers.get(event.pointerId);
    this.#pointers.delete(event.pointerId);
    this.#canvas.classList.remove("grabbed");
    const { offsetX: x, offsetY: y } = event;
    if (!pointer || pointer.mode === "done" || Math.hypot(x - pointer.startX, y - pointer.startY) > 4) return;
    if (pointer.mode === "names") this.#toggleAt(y);
    else if (pointer.mode === "pan") this.#onClick(x, y);
  }

  #onClick(x: number, y: number): void {
    const found = this.#spotAt(x, y);
    if (found?.spot && !found.group) {
      this.#events.onEvent(found.spot, true);
      this.#showTip(found.spot, null, x, y);
    } else {
      this.#scrub(x);
    }
  }

  #scrub(x: number): void {
    const event = this.#scene.axis.nearest(0, this.#view.at(x));
    if (event >= 0) this.#events.onStep(event + 1);
  }

  #point(at: { x: number; y: number } | null): void {
    const found = at && this.#spotAt(at.x, at.y);
    const spot = found?.spot ?? null;
    if (at) this.#canvas.style.cursor = at.x < this.#view.gutter ? (found?.toggles ? "pointer" : "default") : at.y < RULER ? "col-resize" : spot && !found?.group ? "pointer" : "grab";
    if (spot?.event === this.#hover?.event && spot?.g === this.#hover?.g && spot?.section === this.#hover?.section) return;
    this.#hover = found?.group ? null : spot;
    if (spot && at) this.#showTip(spot, found?.group ?? null, at.x, at.y);
    else this.#hideTip();
    this.redraw();
  }

  // What is at a place: an event of a lane, near it or the one that began the wait
  // there; of a folded group, the event at which it is as it is there.
  #spotAt(x: number, y: number): { spot: Spot | null; group: readonly number[] | null; toggles: boolean } | null {
    const place = this.#rowAt(y);
    if (!place) return null;
    const { section, log, row: index } = place;
    const row = section.rows[index]!;
    const toggles = row.kind === "fold" || row.group !== undefined;
    if (x < this.#view.gutter) return { spot: null, group: null, toggles };
    const { axis } = this.#scene;
    if (row.kind === "fold") {
      const event = axis.nearest(log, this.#view.at(x));
      return { spot: event < 0 ? null : { section: log, g: row.members[0]!, event }, group: row.members, toggles };
    }
    const track = section.tracks.tracks[row.g - 1]!;
    let best = -1;
    let distance = 12;
    const { events } = track;
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#view.x(axis.middle(log, events[middle]!)) < x) low = middle + 1;
      else high = middle;
    }
    for (const near of [low - 1, low]) {
      const event = events[near];
      if (event === undefined) continue;
      const away = Math.abs(this.#view.x(axis.middle(log, event)) - x);
      if (away < distance) [best, distance] = [event, away];
    }
    const before = events[low - 1];
    if (best < 0 && before !== undefined && section.tracks.events[before]?.kind === "block") best = before;
    return { spot: best < 0 ? null : { section: log, g: row.g, event: best }, group: null, toggles };
  }

  #rowAt(y: number): { section: Section; log: number; row: number } | null {
    let top = RULER - this.#view.top;
    if (y < RULER) return null;
    for (const [log, section] of this.#scene.sections.entries()) {
      const row = section.rowAt(y - top);
      if (row >= 0) return { section, log, row };
      top += section.height;
    }
    return null;
  }

  #toggleAt(y: number): void {
    const place = this.#rowAt(y);
    if (place) this.#toggle(place.log, place.row);
  }

  #toggle(log: number, index: number): void {
    const row = this.#scene.sections[log]?.rows[index];
    const group = row?.group;
    if (group === undefined) return;
    this.#scene.sections[log]!.toggle(group);
    this.#hideTip();
    this.update();
  }

  #showTip(spot: Spot, group: readonly number[] | null, x: number, y: number): void {
    this.#tip.replaceChildren(...rich(this.#events.describe(spot, group)));
    this.#tip.hidden = false;
    const { width } = this.#view;
    const room = this.#tip.offsetWidth;
    this.#tip.style.left = `${Math.max(4, Math.min(x - room / 2, width - room - 4))}px`;
    const below = y + 18 + this.#tip.offsetHeight < this.#view.height + 40;
    this.#tip.style.top = below ? `${y + 18}px` : `${y - 14 - this.#tip.offsetHeight}px`;
  }

  #hideTip(): void {
    this.#tip.hidden = true;
  }

  #choose(lane: { section: number; row: number } | null): void {
    this.#lane = lane;
    this.redraw();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !["+", "-", "0", "="].includes(event.key))) return;
    const steps = this.#scene.sections[0]?.tracks.events.length ?? 0;
    const forward = event.key === "ArrowRight";
    switch (event.key) {
      case "ArrowRight":
      case "ArrowLeft":
        if (event.shiftKey) this.#alongLane(forward);
        else this.#events.onStep(Math.max(0, Math.min(steps, this.#step + (forward ? 1 : -1))));
        break;
      case "ArrowDown":
      case "ArrowUp":
        this.#nextLane(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Home":
        this.#events.onStep(0);
        break;
      case "End":
        this.#events.onStep(steps);
        break;
      case "+":
      case "=":
        this.zoom(1.5, this.#playheadX());
        break;
      case "-":
        this.zoom(1 / 1.5, this.#playheadX());
        break;
      case "0":
        this.fit();
        break;
      case " ":
        this.#events.onPlay();
        break;
      case "Enter":
        this.#enter();
        break;
      case "f":
      case "F":
        if (this.#lane) this.#toggle(this.#lane.section, this.#lane.row);
        break;
      default:
        return;
    }
    event.preventDefault();
    // Enter would run the program, further up.
    event.stopPropagation();
  }

  #enter(): void {
    const event = this.#step - 1;
    const g = this.#scene.sections[0]?.tracks.events[event]?.g;
    if (g !== undefined) this.#events.onEvent({ section: 0, g, event }, true);
  }

  #nextLane(by: number): void {
    const all = this.#scene.sections.flatMap(({ rows }, section) => rows.map((_, row) => ({ section, row })));
    const now = all.findIndex(({ section, row }) => section === this.#lane?.section && row === this.#lane.row);
    const lane = all[now < 0 ? 0 : Math.max(0, Math.min(all.length - 1, now + by))];
    if (!lane) return;
    let top = 0;
    for (let i = 0; i < lane.section; i++) top += this.#scene.sections[i]!.height;
    const { tops } = this.#scene.sections[lane.section]!;
    const [from, to] = [top + tops[lane.row]!, top + tops[lane.row + 1]!];
    const { scrollTop, clientHeight } = this.#scroller;
    if (from < scrollTop) this.#scroller.scrollTop = from;
    else if (to > scrollTop + clientHeight - RULER) this.#scroller.scrollTop = to - clientHeight + RULER;
    this.#choose(lane);
  }

  // To the next or last event of the lane that the keyboard is on.
  #alongLane(forward: boolean): void {
    const row = this.#lane && this.#scene.sections[this.#lane.section]?.rows[this.#lane.row];
    if (!this.#lane || this.#lane.section !== 0 || row?.kind !== "lane") return;
    const { events } = this.#scene.sections[0]!.tracks.tracks[row.g - 1]!;
    const now = this.#step - 1;
    const next = forward ? events.find((event) => event > now) : events.findLast((event) => event < now);
    if (next !== undefined) this.#events.onStep(next + 1);
  }

  #playheadX(): number {
    const x = this.#step === 0 ? 0 : this.#view.x(this.#scene.axis.middle(0, this.#step - 1));
    return x >= this.#view.gutter && x <= this.#view.width ? x : (this.#view.gutter + this.#view.width) / 2;
  }
}
