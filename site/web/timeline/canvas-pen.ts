import { type Faces, type Font, fontOf, type Line, type Pattern, PATTERNS, type Pen, type TextStyle } from "./pen.ts";

/// Draws on a canvas whose pixels are `scale` to a CSS pixel.
export class CanvasPen implements Pen {
  count = 0;
  readonly #context: CanvasRenderingContext2D;
  readonly #faces: Faces;
  readonly #scale: number;
  readonly #tiles: Map<string, CanvasPattern | null>;

  /// `tiles` keeps patterns from one picture to the next of the same scale.
  constructor(context: CanvasRenderingContext2D, scale: number, faces: Faces, tiles = new Map<string, CanvasPattern | null>()) {
    this.#context = context;
    this.#scale = scale;
    this.#faces = faces;
    this.#tiles = tiles;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.textBaseline = "middle";
    context.lineCap = "round";
    context.lineJoin = "round";
  }

  rect(x: number, y: number, width: number, height: number, fill: string, { radius = 0, alpha = 1, stroke = "" } = {}): void {
    this.count++;
    const context = this.#context;
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    if (radius === 0 && stroke === "") {
      context.fillRect(x, y, width, height);
    } else {
      context.beginPath();
      context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      if (fill !== "") context.fill();
      if (stroke !== "") {
        context.strokeStyle = stroke;
        context.lineWidth = 1;
        context.setLineDash([]);
        context.stroke();
      }
    }
    context.globalAlpha = 1;
  }

  hatch(x: number, y: number, width: number, height: number, pattern: Pattern, color: string, radius = 0): void {
    const tile = this.#tile(pattern, color);
    if (tile) this.#context.fillStyle = tile;
    this.count++;
    this.#context.beginPath();
    this.#context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
    this.#context.fill();
  }

  hatchPath(d: string, pattern: Pattern, color: string): void {
    const tile = this.#tile(pattern, color);
    if (d === "" || !tile) return;
    this.count++;
    this.#context.fillStyle = tile;
    this.#context.fill(new Path2D(d));
  }

  stroke(d: string, { color, width, dash = [], alpha = 1 }: Line): void {
    if (d === "") return;
    this.count++;
    const context = this.#context;
    context.globalAlpha = alpha;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.stroke(new Path2D(d));
    context.globalAlpha = 1;
  }

  fill(d: string, color: string, alpha = 1): void {
    if (d === "") return;
    this.count++;
    this.#context.globalAlpha = alpha;
    this.#context.fillStyle = color;
    this.#context.fill(new Path2D(d));
    this.#context.globalAlpha = 1;
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text === "") return;
    this.count++;
    const context = this.#context;
    context.font = fontOf(style, this.#faces);
    context.textAlign = style.anchor === "middle" ? "center" : style.anchor === "end" ? "right" : "left";
    context.fillStyle = style.color;
    context.fillText(text, x, y + 0.5);
  }

  measure(text: string, font: Font): number {
    this.#context.font = fontOf(font, this.#faces);
    return this.#context.measureText(text).width;
  }

  clip(x: number, y: number, width: number, height: number, draw: () => void): void {
    this.#context.save();
    this.#context.beginPath();
    this.#context.rect(x, y, width, height);
    this.#context.clip();
    draw();
    this.#context.restore();
  }

  #tile(pattern: Pattern, color: string): CanvasPattern | null {
    const key = `${pattern} ${color} ${this.#scale}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    const { size, d } = PATTERNS[pattern];
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(size * this.#scale);
    const context = canvas.getContext("2d");
    const scale = canvas.width / size;
    if (context) {
      context.scale(scale, scale);
      context.strokeStyle = color;
      context.lineWidth = pattern === "dots" ? 1.4 : 1;
      context.lineCap = pattern === "dots" ? "round" : "butt";
      context.stroke(new Path2D(d));
    }
    const tile = this.#context.createPattern(canvas, "repeat");
    tile?.setTransform(new DOMMatrix().scale(1 / scale));
    this.#tiles.set(key, tile);
    return tile;
  }
}
