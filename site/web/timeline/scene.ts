/// All that there is to see, and which part of it is seen.
import { Axis } from "./axis.ts";
import { type Census, census } from "./crowd.ts";
import { type Row, rowsOf } from "./rows.ts";
import type { Tracks } from "./tracks.ts";

/// One log, and its rows.
export class Section {
  readonly tracks: Tracks;
  readonly title: string;
  readonly unfolded = new Set<string>();
  readonly folded = new Set<string>();
  rows: Row[] = [];
  /** Each row's upper edge, and the end of the last. */
  tops: number[] = [0];
  #rowOf: number[] = [];
  #censuses = new Map<string, { version: number; census: Census }>();

  /// The title stands above the rows, unless empty.
  constructor(tracks: Tracks, title: string) {
    this.tracks = tracks;
    this.title = title;
  }

  get height(): number {
    return this.tops.at(-1) ?? 0;
  }

  arrange(): void {
    this.rows = rowsOf(this.tracks.tracks, this.unfolded, this.folded);
    let top = this.title === "" ? 0 : TITLE;
    this.tops = [top];
    this.#rowOf = [];
    for (const [i, row] of this.rows.entries()) {
      top += row.kind === "lane" ? LANE : FOLD;
      this.tops.push(top);
      for (const g of row.kind === "lane" ? [row.g] : row.members) this.#rowOf[g] = i;
    }
  }

  /// The row that a goroutine is in; -1 if there is none.
  rowOf(g: number): number {
    return this.#rowOf[g] ?? -1;
  }

  /// The row at a height; -1 outside.
  rowAt(y: number): number {
    const { tops } = this;
    if (y < (tops[0] ?? 0) || y >= this.height) return -1;
    let low = 0;
    let high = tops.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tops[middle]! <= y) low = middle;
      else high = middle - 1;
    }
    return Math.min(low, this.rows.length - 1);
  }

  middleOf(row: number): number {
    return ((this.tops[row] ?? 0) + (this.tops[row + 1] ?? 0)) / 2;
  }

  census(group: string, members: readonly number[]): Census {
    const known = this.#censuses.get(group);
    if (known?.version === this.tracks.version) return known.census;
    const fresh = census(this.tracks, members);
    this.#censuses.set(group, { version: this.tracks.version, census: fresh });
    return fresh;
  }

  /// Folds a group or opens it.
  toggle(group: string): void {
    if (this.unfolded.delete(group)) {
      this.folded.add(group);
    } else {
      this.folded.delete(group);
      this.unfolded.add(group);
    }
    this.arrange();
  }
}

export const LANE = 32;
export const FOLD = 52;
export const TITLE = 26;
export const RULER = 28;

export class Scene {
  readonly sections: readonly Section[];
  axis: Axis;
  #versions = "";

  constructor(sections: readonly Section[]) {
    this.sections = sections;
    this.axis = new Axis(sections.map(({ tracks }) => tracks.events));
    this.update();
  }

  get height(): number {
    return this.sections.reduce((sum, { height }) => sum + height, 0);
  }

  /// Takes in what the logs have gained. Says whether there was anything.
  update(): boolean {
    const versions = this.sections.map(({ tracks }) => tracks.version).join();
    if (versions === this.#versions) return false;
    this.#versions = versions;
    this.axis = new Axis(this.sections.map(({ tracks }) => tracks.events));
    for (const section of this.sections) section.arrange();
    return true;
  }
}

/// What part is seen: `from` is the axis's place at the left edge, `scale` pixels a
/// unit, `top` how far the rows are scrolled.
export class View {
  from = 0;
  scale = 1;
  top = 0;
  width = 0;
  height = 0;

  get gutter(): number {
    return this.width < 520 ? 88 : 148;
  }

  /** The width that the lanes have. */
  get span(): number {
    return Math.max(1, this.width - this.gutter - MARGIN);
  }

  x(at: number): number {
    return this.gutter + (at - this.from) * this.scale;
  }

  at(x: number): number {
    return this.from + (x - this.gutter) / this.scale;
  }

  fit(axis: Axis): void {
    this.scale = Math.min(MOST, this.span / Math.max(1, axis.width));
    this.from = 0;
  }

  /// Whether all of it is seen.
  isFit(axis: Axis): boolean {
    return this.from < 1e-6 && this.scale <= Math.min(MOST, this.span / Math.max(1, axis.width)) * 1.001;
  }

  /// By a factor, around a place on the screen.
  zoom(axis: Axis, factor: number, x: number): void {
    const at = this.at(x);
    const least = Math.min(MOST, this.span / Math.max(1, axis.width));
    this.scale = Math.max(least, Math.min(MOST, this.scale * factor));
    this.from = at - (x - this.gutter) / this.scale;
    this.settle(axis);
  }

  pan(axis: Axis, pixels: number): void {
    this.from += pixels / this.scale;
    this.settle(axis);
  }

  scroll(scene: Scene, pixels: number): void {
    this.top = Math.max(0, Math.min(this.top + pixels, scene.height - (this.height - RULER)));
  }

  /// Brings a place into view, with room around it.
  show(axis: Axis, at: number): void {
    const x = this.x(at);
    const room = Math.min(80, this.span / 4);
    if (x < this.gutter + room) this.from = at - room / this.scale;
    else if (x > this.width - MARGIN - room) this.from = at - (this.span - room) / this.scale;
    this.settle(axis);
  }

  settle(axis: Axis): void {
    this.from = Math.max(0, Math.min(this.from, axis.width - this.span / this.scale));
  }
}

// To the right of the last event, so that its mark is whole.
const MARGIN = 10;
// Pixels a unit.
const MOST = 120;
