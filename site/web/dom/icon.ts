/// The few pictures that the controls need, drawn on a grid of 16 by 16.

const PATHS = {
  run: "M4.5 2.5v11l9-5.5z",
  stop: "M3.5 3.5h9v9h-9z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  skip: "M3 3v10l7-5zM11 3h2v10h-2z",
  download: "M7 2h2v6h3l-4 4-4-4h3zM3 13h10v1.5H3z",
  dice: "M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2zm0 1.5v9h9v-9zM4.8 5.9a1.1 1.1 0 1 1 2.2 0 1.1 1.1 0 0 1-2.2 0zm2.1 2.1a1.1 1.1 0 1 1 2.2 0 1.1 1.1 0 0 1-2.2 0zM9 10.1a1.1 1.1 0 1 1 2.2 0 1.1 1.1 0 0 1-2.2 0z",
  lanes: "M1 2.5h7v3H1zm9 .75h5v1.5h-5zM4 6.5h9v3H4zM1 7.25h1.5v1.5H1zM1 10.5h5v3H1zm7 .75h7v1.5H8z",
  search: "M7 1.5a5.5 5.5 0 0 1 4.4 8.8l3.3 3.3-1.1 1.1-3.3-3.3A5.5 5.5 0 1 1 7 1.5zM7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  check: "M6.2 12.6 2 8.4l1.4-1.4 2.8 2.8L12.6 3.4 14 4.8z",
  cross: "m8 6.6 3.9-3.9 1.4 1.4L9.4 8l3.9 3.9-1.4 1.4L8 9.4l-3.9 3.9-1.4-1.4L6.6 8 2.7 4.1l1.4-1.4z",
  light: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM7.2 1h1.6v2.4H7.2zm0 11.6h1.6V15H7.2zM1 7.2h2.4v1.6H1zm11.6 0H15v1.6h-2.4zM2.5 3.6l1.1-1.1 1.7 1.7-1.1 1.1zm8.2 8.2 1.1-1.1 1.7 1.7-1.1 1.1zM12.4 2.5l1.1 1.1-1.7 1.7-1.1-1.1zM4.2 10.7l1.1 1.1-1.7 1.7-1.1-1.1z",
  dark: "M6.2 1.6a6.6 6.6 0 1 0 8.2 8.2A5.6 5.6 0 0 1 6.2 1.6z",
  auto: "M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zm0 1.6v10.4A5.2 5.2 0 0 0 8 2.8z",
} as const;

export type IconName = keyof typeof PATHS;

const SVG = "http://www.w3.org/2000/svg";

/// Decoration: the control beside it carries the words.
export function icon(name: IconName): SVGSVGElement {
  return glyph(PATHS[name]);
}

/// A picture of a component's own, drawn on the same grid.
export function glyph(d: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}
