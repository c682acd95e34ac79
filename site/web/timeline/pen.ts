/// What the picture is drawn with: a canvas for the screen, SVG for paper.

/** Told apart without colour. Which reason to wait has which is in `looks.ts`. */
export type Pattern = "rising" | "falling" | "crossed" | "upright" | "level" | "dots" | "grid";

export interface Font {
  readonly size: number;
  readonly mono?: boolean;
  readonly bold?: boolean;
}

export interface TextStyle extends Font {
  readonly color: string;
  readonly anchor?: "start" | "middle" | "end";
}

export interface Line {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

/// Places are CSS pixels; a text's y is its middle. `count` is how many shapes have
/// been drawn.
export interface Pen {
  count: number;
  rect(x: number, y: number, width: number, height: number, fill: string, more?: { radius?: number; alpha?: number; stroke?: string }): void;
  hatch(x: number, y: number, width: number, height: number, pattern: Pattern, color: string, radius?: number): void;
  hatchPath(d: string, pattern: Pattern, color: string): void;
  /** `d` as in SVG. */
  stroke(d: string, line: Line): void;
  fill(d: string, color: string, alpha?: number): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
  measure(text: string, font: Font): number;
  /** What `draw` draws outside of the rectangle is not seen. */
  clip(x: number, y: number, width: number, height: number, draw: () => void): void;
}

/// The lines of one tile of a pattern, and how wide it is.
export const PATTERNS: Record<Pattern, { size: number; d: string }> = {
  rising: { size: 6, d: "M-1 7 7 -1M-1 1 1 -1M5 7 7 5" },
  falling: { size: 6, d: "M-1 -1 7 7M5 -1 7 1M-1 5 1 7" },
  crossed: { size: 7, d: "M-1 8 8 -1M-1 -1 8 8" },
  upright: { size: 4, d: "M2 0V4" },
  level: { size: 4, d: "M0 2H4" },
  dots: { size: 5, d: "M2 2.5h1" },
  grid: { size: 6, d: "M0 3H6M3 0V6" },
};

export interface Faces {
  readonly sans: string;
  readonly mono: string;
}

export function fontOf({ size, mono, bold }: Font, faces: Faces): string {
  return `${bold ? "600 " : ""}${size}px ${mono ? faces.mono : faces.sans}`;
}

/// A text that is cut to a width, with an ellipsis; the end `keep` of it stays. Empty if
/// not even that fits.
export function fit(pen: Pen, text: string, width: number, font: Font, keep = ""): string {
  if (pen.measure(text, font) <= width) return text;
  const end = "…" + keep;
  let low = 0;
  let high = text.length - keep.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pen.measure(text.slice(0, middle) + end, font) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : text.slice(0, low) + end;
}
