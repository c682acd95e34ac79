/// Pictures and logs as files.
import { h } from "../dom/dom.ts";
import { CanvasPen } from "./canvas-pen.ts";
import { drawLegend, type Sample } from "./legend.ts";
import type { Looks } from "./looks.ts";
import { paint } from "./paint.ts";
import { fontOf, type Pen } from "./pen.ts";
import { RULER, type Scene, View } from "./scene.ts";
import { SVGPen } from "./svg-pen.ts";

export interface Shot {
  readonly scene: Scene;
  /** What is seen of it sideways; all its rows are drawn. */
  readonly view: View;
  readonly looks: Looks;
  readonly step: number;
  readonly samples: readonly Sample[];
  readonly title: string;
}

export function toSVG(shot: Shot): string {
  const context = h("canvas").getContext("2d");
  const { faces } = shot.looks;
  const pen = new SVGPen(faces, (text, font) => {
    if (!context) return text.length * font.size * 0.6;
    context.font = fontOf(font, faces);
    return context.measureText(text).width;
  });
  const { width, height } = draw(pen, shot);
  return pen.toString(width, height, shot.title);
}

export async function toPNG(shot: Shot): Promise<Blob> {
  const canvas = h("canvas");
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas to draw on");
  const { width, height } = size(new CanvasPen(context, 1, shot.looks.faces), shot);
  const scale = Math.max(1, Math.min(2, 16_000 / height));
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  draw(new CanvasPen(context, scale, shot.looks.faces), shot);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png"));
}

/// Hands a file to the reader.
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  // The download has read the blob by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const PADDING = 12;
// Of an unfolded crowd not every lane: no printer and no program would take it.
const MOST_HEIGHT = 12_000;

function size(pen: Pen, { scene, view, looks, samples }: Shot): { rows: number; width: number; height: number } {
  const rows = Math.min(MOST_HEIGHT, scene.height + RULER);
  const legend = drawLegend(pen, looks.palette, samples, PADDING, 0, view.width - 2 * PADDING, true);
  return { rows, width: view.width, height: rows + legend + 2 * PADDING };
}

function draw(pen: Pen, shot: Shot): { width: number; height: number } {
  const { scene, looks, step, samples } = shot;
  const { rows, width, height } = size(pen, shot);
  const view = Object.assign(new View(), shot.view, { top: 0, height: rows });
  pen.rect(0, 0, width, height, looks.palette.paper);
  paint(pen, scene, view, looks, { step, hover: null, lane: null });
  drawLegend(pen, looks.palette, samples, PADDING, rows + PADDING, width - 2 * PADDING);
  return { width, height };
}
