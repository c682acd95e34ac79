import { type Faces, type Font, type Line, type Pattern, PATTERNS, type Pen, type TextStyle } from "./pen.ts";

/// Writes SVG. What it makes is complete in itself, with every colour spelled out.
export class SVGPen implements Pen {
  count = 0;
  readonly #parts: string[] = [];
  readonly #defs = new Map<string, string>();
  readonly #faces: Faces;
  readonly #measure: (text: string, font: Font) => number;

  /// `measure` gives a text's width in CSS pixels.
  constructor(faces: Faces, measure: (text: string, font: Font) => number) {
    this.#faces = faces;
    this.#measure = measure;
  }

  toString(width: number, height: number, title: string): string {
    const defs = this.#defs.size > 0 ? `<defs>${[...this.#defs.values()].join("")}</defs>` : "";
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img"><title>${escape(title)}</title>${defs}${this.#parts.join("\n")}</svg>\n`;
  }

  rect(x: number, y: number, width: number, height: number, fill: string, { radius = 0, alpha = 1, stroke = "" } = {}): void {
    this.#add(
      `<rect ${box(x, y, width, height)}${radius ? ` rx="${n(Math.min(radius, width / 2, height / 2))}"` : ""} ${paint("fill", fill)}${opacity(alpha)}${stroke ? ` ${paint("stroke", stroke)}` : ""}/>`,
    );
  }

  hatch(x: number, y: number, width: number, height: number, pattern: Pattern, color: string, radius = 0): void {
    const id = this.#pattern(pattern, color);
    this.#add(`<rect ${box(x, y, width, height)}${radius ? ` rx="${n(Math.min(radius, width / 2, height / 2))}"` : ""} fill="url(#${id})"/>`);
  }

  hatchPath(d: string, pattern: Pattern, color: string): void {
    if (d !== "") this.#add(`<path d="${d}" fill="url(#${this.#pattern(pattern, color)})"/>`);
  }

  stroke(d: string, { color, width, dash = [], alpha = 1 }: Line): void {
    if (d === "") return;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    this.#add(
      `<path d="${d}" fill="none" ${paint("stroke", color)} stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${dashes}${opacity(alpha)}/>`,
    );
  }

  fill(d: string, color: string, alpha = 1): void {
    if (d !== "") this.#add(`<path d="${d}" ${paint("fill", color)}${opacity(alpha)}/>`);
  }

  text(x: number, y: number, text: string, { size, mono, bold, color, anchor }: TextStyle): void {
    if (text === "") return;
    const place = anchor && anchor !== "start" ? ` text-anchor="${anchor}"` : "";
    const face = escape(mono ? this.#faces.mono : this.#faces.sans);
    this.#add(
      `<text x="${n(x)}" y="${n(y)}" dominant-baseline="central" font-family="${face}" font-size="${n(size)}"${bold ? ' font-weight="600"' : ""} ${paint("fill", color)}${place}>${escape(text)}</text>`,
    );
  }

  measure(text: string, font: Font): number {
    return this.#measure(text, font);
  }

  clip(x: number, y: number, width: number, height: number, draw: () => void): void {
    const id = this.#define(`clip ${x} ${y} ${width} ${height}`, (id) => `<clipPath id="${id}"><rect ${box(x, y, width, height)}/></clipPath>`);
    this.#parts.push(`<g clip-path="url(#${id})">`);
    draw();
    this.#parts.push("</g>");
  }

  #pattern(pattern: Pattern, color: string): string {
    return this.#define(`hatch ${pattern} ${color}`, (id) => {
      const { size, d } = PATTERNS[pattern];
      const cap = pattern === "dots" ? ' stroke-linecap="round" stroke-width="1.4"' : "";
      return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path d="${d}" ${paint("stroke", color)}${cap}/></pattern>`;
    });
  }

  #add(part: string): void {
    this.count++;
    this.#parts.push(part);
  }

  #define(key: string, make: (id: string) => string): string {
    const id = `d${[...this.#defs.keys()].indexOf(key) + 1 || this.#defs.size + 1}`;
    if (!this.#defs.has(key)) this.#defs.set(key, make(id));
    return id;
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function box(x: number, y: number, width: number, height: number): string {
  return `x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}"`;
}

// Other programs than browsers know no transparency within a colour.
function paint(name: "fill" | "stroke", color: string): string {
  const [, r, g, b, a] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color) ?? [];
  if (r === undefined) return `${name}="${escape(color || "none")}"`;
  return `${name}="rgb(${r}, ${g}, ${b})"${a === undefined ? "" : ` ${name}-opacity="${a}"`}`;
}

function opacity(alpha: number): string {
  return alpha === 1 ? "" : ` opacity="${n(alpha)}"`;
}

// What XML does not allow at all goes too: programs can print anything.
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
