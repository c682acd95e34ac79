/// What the shapes mean: a sample of each, for the page and for saved pictures.
import type { Palette } from "./looks.ts";
import type { Pen } from "./pen.ts";
import { say, type TextKey } from "./say.ts";

export type Sample = "going" | "ready" | "waiting" | "sleeping" | "forever" | "holds" | "wakes" | "output" | "end";

export const SAMPLES: Readonly<Record<Sample, TextKey>> = {
  going: "legendGoing",
  ready: "legendReady",
  waiting: "legendWaiting",
  sleeping: "legendSleeping",
  forever: "legendForever",
  holds: "legendHolds",
  wakes: "legendWakes",
  output: "legendOutput",
  end: "legendEnd",
};

export const SAMPLE_WIDTH = 30;
const HEIGHT = 20;

/// Draws a sample to the right of a place and around its height.
export function drawSample(pen: Pen, sample: Sample, palette: Palette, x: number, y: number): void {
  const w = SAMPLE_WIDTH;
  switch (sample) {
    case "going":
      return pen.rect(x, y - 5, w, 10, palette.going, { radius: 2 });
    case "ready":
      return pen.rect(x, y - 1, w, 2, palette.going, { alpha: 0.5 });
    case "waiting":
      pen.rect(x + 0.5, y - 7, w - 1, 14, palette.waitingPaper, { radius: 3, stroke: palette.waiting });
      return pen.hatch(x + 0.5, y - 7, w - 1, 14, "falling", palette.waiting, 3);
    case "forever":
      pen.rect(x + 0.5, y - 7, w - 1, 14, palette.badPaper, { radius: 3, stroke: palette.bad });
      return pen.hatch(x + 0.5, y - 7, w - 1, 14, "falling", palette.bad, 3);
    case "sleeping":
      pen.rect(x + 0.5, y - 6, w - 1, 12, palette.sleepingPaper, { radius: 6, stroke: palette.sleeping });
      return pen.hatch(x + 0.5, y - 6, w - 1, 12, "dots", palette.sleeping, 6);
    case "holds":
      pen.rect(x, y - 1, w, 2.5, palette.ink, { radius: 1 });
      return pen.rect(x, y - 4, 2, 6, palette.ink);
    case "wakes":
      pen.stroke(`M${x + w / 2 - 6} ${y - 8}C${x + w / 2 - 6} ${y + 2} ${x + w / 2 + 2} ${y - 6} ${x + w / 2 + 2} ${y + 4}`, { color: palette.accent, width: 1.6 });
      return pen.fill(`M${x + w / 2 + 2} ${y + 8}l-3.5 -7h7z`, palette.accent);
    case "output":
      pen.rect(x + w / 2 - 5.5, y - 5, 11, 9, palette.paper, { radius: 1.5, stroke: palette.ink });
      return pen.stroke(`M${x + w / 2 - 3} ${y - 2.5}h6m-6 3h3.5`, { color: palette.ink, width: 1.2 });
    case "end":
      pen.rect(x, y - 1, w - 8, 2, palette.going, { alpha: 0.5 });
      return pen.rect(x + w - 9, y - 8, 2.5, 16, palette.ink, { radius: 1 });
  }
}

/// Draws them all in lines of a width. Gives the height that it took; with `dry`
/// nothing is drawn.
export function drawLegend(pen: Pen, palette: Palette, samples: readonly Sample[], x: number, y: number, width: number, dry = false): number {
  const font = { size: 11.5 };
  let [left, top] = [x, y];
  for (const sample of samples) {
    const text = say(SAMPLES[sample]);
    const needed = SAMPLE_WIDTH + 6 + pen.measure(text, font) + 18;
    if (left > x && left + needed > x + width) [left, top] = [x, top + HEIGHT];
    if (!dry) {
      drawSample(pen, sample, palette, left, top + HEIGHT / 2);
      pen.text(left + SAMPLE_WIDTH + 6, top + HEIGHT / 2, text, { ...font, color: palette.faint });
    }
    left += needed;
  }
  return top + HEIGHT - y;
}
