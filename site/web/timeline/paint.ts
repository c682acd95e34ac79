/// Draws a scene. What is outside of the view is not drawn, and what is narrower than a
/// pixel only once for each pixel: the work depends on the size of the picture, not of
/// the log.
import type { LogEvent, Reason } from "./log.ts";
import { type Looks, type Palette, PATTERN_OF } from "./looks.ts";
import { fit, type Font, type Pen } from "./pen.ts";
import { FOLD, RULER, type Scene, type Section, type View } from "./scene.ts";
import { span } from "./span.ts";
import type { Arrow, Track, WaitSpan } from "./tracks.ts";

export interface Spot {
  readonly section: number;
  readonly g: number;
  /** Index of an event. */
  readonly event: number;
}

export interface PaintOptions {
  /** Up to which event of the first section things have happened; what comes later is pale. */
  step: number;
  hover: Spot | null;
  /** The lane that the keyboard is on. */
  lane: { section: number; row: number } | null;
}

export function paint(pen: Pen, scene: Scene, view: View, { palette, faces: _ }: Looks, options: PaintOptions): void {
  new Painter(pen, scene, view, palette, options).paint();
}

class Painter {
  readonly #pen: Pen;
  readonly #scene: Scene;
  readonly #view: View;
  readonly #palette: Palette;
  readonly #options: PaintOptions;
  #labels: Box[] = [];

  constructor(pen: Pen, scene: Scene, view: View, palette: Palette, options: PaintOptions) {
    this.#pen = pen;
    this.#scene = scene;
    this.#view = view;
    this.#palette = palette;
    this.#options = options;
  }

  paint(): void {
    const { width, height, gutter } = this.#view;
    const pen = this.#pen;
    pen.rect(0, 0, width, height, this.#palette.paper);
    pen.clip(gutter, RULER, width - gutter, height - RULER, () => {
      this.#moments();
      this.#eachSection((section, log, y) => this.#lanes(section, log, y));
      this.#eachSection((section, log, y) => this.#arrows(section, log, y));
      this.#eachSection((section, log, y) => this.#deadlines(section, log, y));
      this.#future();
      this.#hovered();
    });
    pen.clip(0, RULER, width, height - RULER, () => this.#eachSection((section, log, y) => this.#names(section, log, y)));
    this.#ruler();
    this.#playhead();
  }

  #eachSection(draw: (section: Section, log: number, y: number) => void): void {
    let y = RULER - this.#view.top;
    for (const [log, section] of this.#scene.sections.entries()) {
      if (y < this.#view.height && y + section.height > RULER) draw(section, log, y);
      y += section.height;
    }
  }

  // The rows that are seen, from and to.
  #rows(section: Section, y: number): [number, number] {
    const first = section.rowAt(Math.max(section.tops[0] ?? 0, RULER - y));
    const last = section.rowAt(Math.min(section.height - 1, this.#view.height - y));
    return [Math.max(0, first), last];
  }

  // Behind it all, where the clock stands still; what is white between is time that passes.
  #moments(): void {
    const { axis } = this.#scene;
    const { height } = this.#view;
    if (axis.moments.length < 2) return;
    let drawnTo = -1;
    for (const { at, width } of this.#visibleMoments()) {
      const left = this.#view.x(at);
      const right = Math.max(left + 1, this.#view.x(at + width));
      if (right < drawnTo + 1) continue;
      this.#pen.rect(left, RULER, right - left, height - RULER, this.#palette.moment);
      drawnTo = right;
    }
  }

  #visibleMoments() {
    const { moments } = this.#scene.axis;
    const [from, to] = this.#range();
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle]!.at + moments[middle]!.width < from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < moments.length && moments[end]!.at <= to) end++;
    return moments.slice(low, end);
  }

  #range(): [number, number] {
    return [this.#view.at(this.#view.gutter), this.#view.at(this.#view.width)];
  }

  #lanes(section: Section, log: number, y: number): void {
    const [first, last] = this.#rows(section, y);
    for (let i = first; i <= last; i++) {
      const row = section.rows[i]!;
      const top = y + section.tops[i]!;
      const height = section.tops[i + 1]! - section.tops[i]!;
      if (i > 0) this.#pen.rect(0, top, this.#view.width, 1, this.#palette.rule, { alpha: 0.6 });
      if (row.kind === "lane") this.#lane(section, log, section.tracks.tracks[row.g - 1]!, top + height / 2);
      else this.#crowd(section, log, row.group, row.members, top);
    }
  }

  #lane(section: Section, log: number, track: Track, y: number): void {
    const { axis } = this.#scene;
    const { palette } = this;
    const events = section.tracks.events;
    const [from, to] = this.#range();
    const [first, end] = [axis.firstFrom(log, from) - 1, axis.firstFrom(log, to) + 1];
    const startX = this.#view.x(axis.middle(log, track.start));
    const over = track.end >= 0 ? track.end : events.length - 1;
    const endX = track.end >= 0 ? this.#view.x(axis.middle(log, track.end)) : this.#view.x(axis.right(log, over));
    const reach = track.end < 0 && isOver(events) ? this.#view.x(axis.width) : endX;
    if (reach < this.#view.gutter || startX > this.#view.width) return;

    // There, but others compute.
    this.#pen.rect(startX, y - 1, Math.max(1, endX - startX), 2, palette.going, { alpha: 0.5 });
    this.#holds(section, log, track, y, first, end);

    let drawnTo = -1e9;
    for (let i = seek(track.waits, first); i < track.waits.length; i++) {
      const wait = track.waits[i]!;
      if (wait.from > end) break;
      const left = this.#view.x(axis.right(log, wait.from));
      const right = this.#view.x(wait.to >= 0 ? axis.middle(log, wait.to) : isOver(events) ? axis.width : axis.right(log, events.length - 1));
      if (right <= drawnTo + 0.5) continue;
      this.#wait(events, wait, Math.max(left, drawnTo), right, y);
      drawnTo = Math.max(right, left + 1);
    }

    drawnTo = -1e9;
    for (let i = seekRun(track.runs, first); i < track.runs.length; i++) {
      const [a, b] = track.runs[i]!;
      if (a > end) break;
      const left = this.#view.x(axis.left(log, a));
      const right = Math.max(left + 1, this.#view.x(axis.right(log, b)));
      if (right <= drawnTo + 0.5) continue;
      this.#pen.rect(left, y - 5, right - left, 10, palette.going, { radius: 2 });
      drawnTo = right;
    }

    if (track.end >= 0) this.#pen.rect(endX - 1, y - 8, 2.5, 16, palette.ink, { radius: 1 });
    this.#marks(events, log, track, y, first, end);
  }

  #wait(events: readonly LogEvent[], wait: WaitSpan, left: number, right: number, y: number): void {
    const { palette } = this;
    const pen = this.#pen;
    // What is far outside need not be drawn, and canvases dislike it.
    const [l, r] = [Math.max(left, this.#view.gutter - 20), Math.min(right, this.#view.width + 20)];
    const width = Math.max(1, r - l);
    const sleeps = wait.reason === "sleep";
    const forever = wait.to < 0 && isOver(events) && !sleeps;
    const height = sleeps ? 14 : 18;
    const colour = forever ? palette.bad : sleeps ? palette.sleeping : palette.waiting;
    const tint = forever ? palette.badPaper : sleeps ? palette.sleepingPaper : palette.waitingPaper;
    if (width < 3) {
      pen.rect(l, y - height / 2, width, height, colour, { alpha: 0.7 });
      return;
    }
    const radius = sleeps ? height / 2 : 3;
    pen.rect(l, y - height / 2, width, height, palette.paper, { radius });
    pen.rect(l, y - height / 2, width, height, tint, { radius, stroke: colour });
    pen.hatch(l, y - height / 2, width, height, PATTERN_OF[wait.reason], colour, radius);
    const event = events[wait.from];
    if (width < 24 || event?.kind !== "block") return;
    const x = Math.max(l, this.#view.gutter) + (sleeps ? 8 : 5);
    const font = { size: sleeps ? 10.5 : 11, mono: true };
    const text = this.#label(waitText(event), sleeps && event.until !== undefined ? span(event.until - event.t) : "", r - x - (sleeps ? 8 : 5), font);
    if (text === "") return;
    const half = height / 2 - 1.5;
    pen.rect(x - 3, y - half, pen.measure(text, font) + 6, 2 * half, palette.paper, { radius: sleeps ? half : 2 });
    pen.text(x, y, text, { ...font, color: forever ? palette.bad : palette.ink });
  }

  // All of it, or what is short of it; cut only if enough is left to be read.
  #label(text: string, shorter: string, room: number, font: Font): string {
    if (this.#pen.measure(text, font) <= room) return text;
    if (shorter !== "") return this.#pen.measure(shorter, font) <= room ? shorter : "";
    const cut = fit(this.#pen, text, room, font);
    return cut.length > 5 ? cut : "";
  }

  #holds(section: Section, log: number, track: Track, y: number, first: number, end: number): void {
    const { axis } = this.#scene;
    const { events } = section.tracks;
    const rightmost = isOver(events) ? axis.width : axis.right(log, events.length - 1);
    let drawnTo = -1e9;
    for (const { name, from, to } of track.holds) {
      if (from > end) break;
      if (to >= 0 && to < first) continue;
      const left = Math.max(this.#view.x(axis.middle(log, from)), this.#view.gutter - 20);
      const right = Math.min(this.#view.x(to >= 0 ? axis.middle(log, to) : rightmost), this.#view.width + 20);
      if (right <= drawnTo + 0.5) continue;
      this.#pen.rect(left, y + 11.5, Math.max(1, right - left), 2, this.palette.ink, { radius: 1 });
      const text = right - left > 24 ? this.#label(name, "", right - left - 12, HOLD) : "";
      if (right - left > 6) this.#pen.rect(left, y + 9, 2, 7, this.palette.ink);
      if (text !== "") {
        this.#pen.rect(left + 5, y + 8.5, this.#pen.measure(text, HOLD) + 4, 8, this.palette.paper);
        this.#pen.text(left + 7, y + 12, text, { ...HOLD, color: this.palette.ink });
      }
      drawnTo = right;
    }
  }

  #marks(events: readonly LogEvent[], log: number, track: Track, y: number, first: number, end: number): void {
    const { axis } = this.#scene;
    const pen = this.#pen;
    const { palette } = this;
    let output = -1e9;
    let circle = -1e9;
    for (let i = seekIndex(track.marks, first); i < track.marks.length; i++) {
      const index = track.marks[i]!;
      if (index > end) break;
      const x = this.#view.x(axis.middle(log, index));
      const event = events[index]!;
      switch (event.kind) {
        case "output":
          if (x < output + 1) break;
          if (x - output < 13) pen.rect(x, y - 12, 1, 5, event.stream === "stderr" ? palette.bad : palette.ink);
          else this.#output(x, y, event.stream === "stderr" ? palette.bad : palette.ink);
          output = x;
          break;
        case "send":
        case "receive":
          // Hand to hand, an arrow shows it.
          if (x < circle + 5 || ("to" in event && event.to !== undefined) || ("from" in event && event.from !== undefined)) break;
          pen.rect(x - 3, y - 3, 6, 6, event.kind === "send" ? palette.ink : palette.paper, { radius: 3, stroke: palette.ink });
          circle = x;
          break;
        case "close":
          pen.rect(x - 5, y - 7, 10, 14, palette.paper, { radius: 2, stroke: palette.ink });
          pen.stroke(`M${x - 2} ${y - 4}V${y + 4}M${x + 2} ${y - 4}V${y + 4}`, { color: palette.ink, width: 1.5 });
          break;
        case "cancel":
          pen.rect(x - 7, y - 7, 14, 14, palette.paper, { radius: 7, stroke: palette.bad });
          pen.stroke(`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`, { color: palette.bad, width: 1.8 });
          break;
        case "panic":
        case "raise":
          pen.fill(`M${x} ${y - 10}l9 10l-9 10l-9 -10z`, palette.bad);
          pen.text(x, y, "!", { size: 12, bold: true, color: palette.paper, anchor: "middle" });
          break;
        case "recover":
          pen.rect(x - 6, y - 6, 12, 12, palette.paper, { radius: 6, stroke: palette.going });
          pen.stroke(`M${x - 3} ${y}l2 2.5l4 -5`, { color: palette.going, width: 1.6 });
      }
    }
  }

  // A small sheet with a line on it.
  #output(x: number, y: number, colour: string): void {
    this.#pen.rect(x - 5.5, y - 15, 11, 9, this.palette.paper, { radius: 1.5, stroke: colour });
    this.#pen.stroke(`M${x - 3} ${y - 12.5}h6M${x - 3} ${y - 9.5}h3.5`, { color: colour, width: 1.2 });
    this.#pen.rect(x - 0.5, y - 6, 1, 3, colour);
  }

  // Many in one row: how many go, wait and sleep, one above the other.
  #crowd(section: Section, log: number, group: string, members: readonly number[], top: number): void {
    const { axis } = this.#scene;
    const counts = section.census(group, members);
    const base = top + FOLD - 6;
    const full = FOLD - 12;
    const paths = { sleeping: "", waiting: "", going: "" };
    let run: { x: number; key: string; going: number; waiting: number; sleeping: number } | null = null;
    const flush = (x: number) => {
      if (!run || x <= run.x) return;
      let y = base;
      for (const kind of ["sleeping", "waiting", "going"] as const) {
        const height = (full * run[kind]) / counts.size;
        if (height > 0) {
          const shown = Math.max(height, 1);
          paths[kind] += `M${px(run.x)} ${px(y)}V${px(y - shown)}H${px(x)}V${px(y)}z`;
          y -= shown;
        }
      }
    };
    const [from, to] = this.#range();
    const left = Math.max(this.#view.gutter, this.#view.x(axis.left(log, counts.at[0] ?? 0)));
    const right = Math.min(this.#view.width, this.#view.x(axis.right(log, section.tracks.events.length - 1)));
    let x = left;
    let i = Math.max(0, lastAt(counts.at, axis.firstFrom(log, from) - 1));
    const end = axis.firstFrom(log, to) + 1;
    const set = (i: number, at: number) => {
      flush(at);
      run = { x: at, key: "", going: counts.going[i]!, waiting: counts.waiting[i]!, sleeping: counts.sleeping[i]! };
    };
    set(i, x);
    for (i++; i < counts.at.length && counts.at[i]! <= end; i++) {
      const at = this.#view.x(axis.middle(log, counts.at[i]!));
      if (at < x + 1) {
        // Within a pixel the last word counts.
        if (run) Object.assign(run, { going: counts.going[i]!, waiting: counts.waiting[i]!, sleeping: counts.sleeping[i]! });
        continue;
      }
      set(i, at);
      x = at;
    }
    flush(right);
    const pen = this.#pen;
    const { palette } = this;
    pen.fill(paths.sleeping, palette.sleepingPaper);
    pen.hatchPath(paths.sleeping, "dots", palette.sleeping);
    pen.fill(paths.waiting, palette.waitingPaper);
    pen.hatchPath(paths.waiting, "falling", palette.waiting);
    pen.fill(paths.going, palette.going);
    pen.rect(left, base, Math.max(0, right - left), 1, palette.faint);
  }

  #arrows(section: Section, log: number, y: number): void {
    const { axis } = this.#scene;
    const { palette } = this;
    const [from, to] = this.#range();
    const first = axis.firstFrom(log, from) - 1;
    const last = axis.firstFrom(log, to) + 1;
    const [firstRow, lastRow] = this.#rows(section, y);
    const { arrows } = section.tracks;
    const seen = new Set<number>();
    const lines = { start: "", wake: "", value: "", cancel: "" };
    let heads = "";
    let badHeads = "";
    const labelled: { arrow: Arrow; x: number; y: number }[] = [];
    // Those that begin in view and end beyond it are few, and short.
    for (let i = lowerBy(arrows, first); i < arrows.length; i++) {
      const arrow = arrows[i]!;
      if (arrow.from > last) {
        if (arrow.to > last + 2000) break;
        continue;
      }
      const a = section.rowOf(arrow.fromG);
      const b = section.rowOf(arrow.toG);
      if (a === b || a < 0 || b < 0) continue;
      if ((a < firstRow && b < firstRow) || (a > lastRow && b > lastRow)) continue;
      const x1 = this.#view.x(axis.middle(log, arrow.from));
      const x2 = this.#view.x(axis.middle(log, arrow.to));
      // One for each few pixels and pair of rows.
      const key = (Math.round(x2 / 3) * 4096 + Math.min(a, 4095)) * 4096 + Math.min(b, 4095);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > MOST_ARROWS) break;
      const down = b > a ? 1 : -1;
      const y1 = y + section.middleOf(a) + down * this.#edge(section, a, "from");
      const y2 = y + section.middleOf(b) - down * this.#edge(section, b, "to");
      if (arrow.kind === "start") {
        lines.start += `M${px(x1)} ${px(y1)}V${px(y2)}`;
        continue;
      }
      const bend = Math.min(Math.abs(y2 - y1) * 0.6, 36) * down;
      lines[arrow.kind] += `M${px(x1)} ${px(y1)}C${px(x1)} ${px(y1 + bend)} ${px(x2)} ${px(y2 - bend)} ${px(x2)} ${px(y2 - down * 4)}`;
      const head = `M${px(x2)} ${px(y2)}l-3.5 ${px(-7 * down)}h7z`;
      if (arrow.kind === "cancel") badHeads += head;
      else heads += head;
      if (arrow.value !== undefined && labelled.length < 200) {
        // In the gap beside the sender: further on, other rows have something to say.
        const gap = y + (section.middleOf(a) + section.middleOf(a + down)) / 2;
        const at = crossing(y1, y1 + bend, y2 - bend, y2, gap);
        labelled.push({ arrow, x: x1 + (x2 - x1) * at * at * (3 - 2 * at), y: gap });
      }
    }
    const crowded = seen.size > this.#view.span / 4;
    this.#pen.stroke(lines.start, { color: palette.faint, width: 1, dash: [1, 3], alpha: 0.9 });
    this.#pen.stroke(lines.value, { color: palette.accent, width: 1.2, dash: [4, 3], alpha: crowded ? 0.4 : 0.9 });
    this.#pen.stroke(lines.wake, { color: palette.accent, width: crowded ? 1 : 1.6, alpha: crowded ? 0.45 : 1 });
    this.#pen.stroke(lines.cancel, { color: palette.bad, width: 1.3, dash: [3, 2], alpha: crowded ? 0.45 : 1 });
    this.#pen.fill(heads, palette.accent, crowded ? 0.6 : 1);
    this.#pen.fill(badHeads, palette.bad, crowded ? 0.6 : 1);
    // Labels that can't all be there tell less than none.
    if (seen.size <= this.#view.span / 20) for (const { arrow, x, y } of labelled) this.#value(arrow.value ?? "", x, y);
  }

  // How far from a row's middle an arrow begins or ends.
  #edge(section: Section, row: number, end: "from" | "to"): number {
    if (section.rows[row]?.kind === "fold") return FOLD / 2 - 8;
    return end === "from" ? 5 : 9;
  }

  #value(value: string, x: number, y: number): void {
    const font = { size: 10.5, mono: true };
    const text = fit(this.#pen, value, 84, font);
    const width = this.#pen.measure(text, font) + 8;
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7.5, bottom: y + 7.5 };
    if (text === "" || box.left < this.#view.gutter || this.#labels.some((other) => overlap(box, other))) return;
    this.#labels.push(box);
    this.#pen.rect(box.left, box.top, width, 15, this.palette.paper, { radius: 7.5, stroke: this.palette.accent });
    this.#pen.text(x, y, text, { ...font, color: this.palette.ink, anchor: "middle" });
  }

  #deadlines(section: Section, log: number, y: number): void {
    const { axis } = this.#scene;
    const { deadlines, events } = section.tracks;
    const reached = events.at(-1)?.t ?? 0;
    let drawnTo = -1e9;
    for (const { g, at } of deadlines) {
      if (at > reached) continue;
      const x = this.#view.x(axis.place(at));
      const row = section.rowOf(g);
      if (x < drawnTo + 2 || x < this.#view.gutter || x > this.#view.width || row < 0) continue;
      drawnTo = x;
      void log;
      const bottom = y + section.height;
      this.#pen.stroke(`M${px(x)} ${px(Math.max(RULER, y))}V${px(bottom)}`, { color: this.palette.bad, width: 1.2, dash: [2, 3], alpha: 0.8 });
    }
  }

  #future(): void {
    const { step } = this.#options;
    const events = this.#scene.sections[0]?.tracks.events;
    if (!events || step >= events.length) return;
    const x = Math.max(this.#playheadX(), this.#view.gutter);
    const { width, height } = this.#view;
    if (x < width) this.#pen.rect(x, RULER, width - x, height - RULER, this.palette.paper, { alpha: 0.62 });
  }

  #playheadX(): number {
    const { step } = this.#options;
    return this.#view.x(step === 0 ? 0 : this.#scene.axis.middle(0, step - 1));
  }

  #playhead(): void {
    const x = this.#playheadX();
    const { gutter, width, height } = this.#view;
    if (x < gutter - 1 || x > width + 1) return;
    const { accent } = this.palette;
    this.#pen.rect(x - 0.75, RULER - 6, 1.5, height - RULER + 6, accent);
    this.#pen.fill(`M${px(x - 6)} ${RULER - 12}h12v5l-6 7l-6 -7z`, accent);
  }

  #hovered(): void {
    const { hover } = this.#options;
    const section = hover && this.#scene.sections[hover.section];
    if (!hover || !section) return;
    const row = section.rowOf(hover.g);
    if (row < 0) return;
    let y = RULER - this.#view.top;
    for (let i = 0; i < hover.section; i++) y += this.#scene.sections[i]!.height;
    const x = this.#view.x(this.#scene.axis.middle(hover.section, hover.event));
    this.#pen.rect(x - 9, y + section.middleOf(row) - 12, 18, 24, "", { radius: 5, stroke: this.palette.ink });
  }

  #names(section: Section, log: number, y: number): void {
    const { palette } = this;
    const pen = this.#pen;
    const { gutter, width } = this.#view;
    const narrow = gutter < 100;
    const { names } = section.tracks;
    pen.rect(0, y, gutter, section.height, palette.paper);
    pen.rect(gutter - 1, y, 1, section.height, palette.rule);
    if (section.title !== "") {
      pen.rect(0, y, width, section.tops[0]!, palette.moment);
      pen.text(10, y + section.tops[0]! / 2, section.title, { size: 11.5, bold: true, color: palette.faint });
    }
    const [first, last] = this.#rows(section, y);
    for (let i = first; i <= last; i++) {
      const row = section.rows[i]!;
      const top = y + section.tops[i]!;
      const middle = y + section.middleOf(i);
      const { lane } = this.#options;
      if (lane?.section === log && lane.row === i) pen.rect(2, top + 2, gutter - 5, section.tops[i + 1]! - section.tops[i]! - 3, "", { radius: 5, stroke: palette.accent });
      if (i > 0) pen.rect(0, top, gutter, 1, palette.rule, { alpha: 0.6 });
      const depth = Math.min(row.depth, narrow ? 3 : 5);
      const indent = (narrow ? 8 : 12) + depth * (narrow ? 7 : 14);
      if (row.depth > 0) {
        const x = indent - (narrow ? 5 : 9);
        pen.stroke(`M${x} ${px(top)}V${px(middle)}H${x + (narrow ? 3 : 6)}`, { color: palette.faint, width: 1, alpha: 0.7 });
      }
      const folds = row.kind === "fold" || row.group !== undefined;
      const room = gutter - indent - 8 - (folds ? 14 : 0);
      const font = { size: narrow ? 11 : 12, mono: true };
      if (row.kind === "lane") {
        const name = names.of(row.g);
        // The number tells one from the other.
        pen.text(indent, middle, fit(pen, name, room, font, name.slice(names.base(row.g).length)), { ...font, color: palette.ink });
      } else {
        pen.text(indent, middle - 8, fit(pen, names.base(row.members[0]!), room, font), { ...font, color: palette.ink });
        pen.text(indent, middle + 8, `× ${row.members.length}`, { ...font, bold: true, color: palette.faint });
      }
      if (folds) {
        const x = gutter - 14;
        pen.fill(row.kind === "fold" ? `M${x - 3} ${px(middle - 4.5)}l6 4.5l-6 4.5z` : `M${x - 4.5} ${px(middle - 3)}h9l-4.5 6z`, palette.faint);
      }
    }
  }

  #ruler(): void {
    const { palette } = this;
    const pen = this.#pen;
    const { width, gutter } = this.#view;
    pen.rect(0, 0, width, RULER, palette.paper);
    pen.clip(gutter - 4, 0, width - gutter + 4, RULER, () => {
      let labelTo = -1e9;
      let drawnTo = -1e9;
      let passed: { x: number; t: number } | null = null;
      for (const { t, at, width: units } of this.#visibleMoments()) {
        const left = this.#view.x(at);
        const right = this.#view.x(at + units);
        // Time that passes is a line with a head; where it stands still there is a block.
        if (passed && left - passed.x > 5) {
          const y = RULER - 6;
          pen.stroke(`M${px(passed.x + 2)} ${y}H${px(left - 3)}`, { color: palette.faint, width: 1 });
          if (left - passed.x > 14) pen.stroke(`M${px(left - 6)} ${y - 3}l3 3l-3 3`, { color: palette.faint, width: 1 });
        }
        passed = { x: right, t };
        if (Math.max(right, left + 1) > drawnTo + 0.5) {
          pen.rect(left, RULER - 8, Math.max(1, right - left), 4, palette.faint, { alpha: 0.45 });
          drawnTo = Math.max(right, left + 1);
        }
        const text = span(t);
        const size = pen.measure(text, { size: 11 });
        const x = Math.max(left, gutter);
        if (x > labelTo + 8 && x + size < width - 4) {
          pen.text(x, 9, text, { size: 11, color: palette.faint });
          pen.rect(left, RULER - 11, 1, 9, palette.faint);
          labelTo = x + size;
        }
      }
    });
    pen.rect(0, RULER - 1, width, 1, palette.rule);
  }

  get palette(): Palette {
    return this.#palette;
  }
}

const HOLD = { size: 10, mono: true };
const MOST_ARROWS = 1200;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
}

function isOver(events: readonly LogEvent[]): boolean {
  return events.at(-1)?.kind === "outcome";
}

/// A wait in the words of its language, Go or Python, which need no translation.
export function waitText(event: { reason: Reason; names: readonly string[]; until?: number | undefined; t: number }): string {
  const name = event.names[0] ?? "";
  switch (event.reason) {
    case "send":
      return `${name} <-`;
    case "receive":
      return `<-${name}`;
    case "select":
      return "select";
    case "sleep":
      return event.until === undefined ? "Sleep" : `${name || "Sleep"} ${span(event.until - event.t)}`;
    case "lock":
      return `${name}.Lock`;
    case "read lock":
      return `${name}.RLock`;
    case "wait":
    case "cond":
      return `${name}.Wait`;
    case "once":
      return `${name}.Do`;
    case "semaphore":
      return `${name}.Acquire`;
    case "await":
      return `await ${name}`;
    case "input":
      return "stdin";
    case "network":
      return name || "net";
  }
}

/** Where, from 0 to 1, a Bézier curve that only rises or only falls is at a height. */
function crossing(y1: number, control1: number, control2: number, y2: number, height: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 12; i++) {
    const t = (low + high) / 2;
    const u = 1 - t;
    const y = u * u * u * y1 + 3 * u * u * t * control1 + 3 * u * t * t * control2 + t * t * t * y2;
    if (y < height === y1 < y2) low = t;
    else high = t;
  }
  return low;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}

// The last item that begins at or before an event.
function seek(spans: readonly { from: number }[], event: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.from <= event) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function seekRun(runs: readonly [number, number][], event: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]![0] <= event) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function seekIndex(sorted: readonly number[], event: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < event) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastAt(sorted: Int32Array, event: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= event) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lowerBy(arrows: readonly Arrow[], event: number): number {
  let low = 0;
  let high = arrows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arrows[middle]!.to < event) low = middle + 1;
    else high = middle;
  }
  return low;
}
