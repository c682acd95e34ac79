/// How the picture looks: colours by meaning, a pattern for each reason to wait.
import type { Reason } from "./log.ts";
import type { Faces, Pattern } from "./pen.ts";

export interface Palette {
  readonly paper: string;
  /** Behind what happens at one moment. */
  readonly moment: string;
  readonly ink: string;
  readonly faint: string;
  readonly rule: string;
  readonly going: string;
  readonly waiting: string;
  readonly waitingPaper: string;
  readonly waitingInk: string;
  readonly sleeping: string;
  readonly sleepingPaper: string;
  readonly bad: string;
  readonly badPaper: string;
  readonly accent: string;
  readonly onAccent: string;
}

export interface Looks {
  readonly palette: Palette;
  readonly faces: Faces;
}

export const PATTERN_OF: Record<Reason, Pattern> = {
  send: "rising",
  receive: "falling",
  select: "crossed",
  sleep: "dots",
  lock: "upright",
  "read lock": "upright",
  wait: "level",
  cond: "grid",
  once: "grid",
  semaphore: "grid",
  await: "level",
  input: "dots",
  network: "dots",
};

const COLORS: Record<keyof Palette, string> = {
  paper: "--ag-output-paper",
  moment: "--ag-tl-moment",
  ink: "--ag-ink",
  faint: "--ag-faint",
  rule: "--ag-tl-rule",
  going: "--ag-tl-going",
  waiting: "--ag-tl-waiting",
  waitingPaper: "--ag-tl-waiting-paper",
  waitingInk: "--ag-wait-ink",
  sleeping: "--ag-tl-sleeping",
  sleepingPaper: "--ag-tl-sleeping-paper",
  bad: "--ag-bad",
  badPaper: "--ag-bad-paper",
  accent: "--ag-accent",
  onAccent: "--ag-on-accent",
};

const FORCED: Record<keyof Palette, string> = {
  paper: "Canvas",
  moment: "Canvas",
  ink: "CanvasText",
  faint: "CanvasText",
  rule: "GrayText",
  going: "CanvasText",
  waiting: "CanvasText",
  waitingPaper: "Canvas",
  waitingInk: "CanvasText",
  sleeping: "CanvasText",
  sleepingPaper: "Canvas",
  bad: "LinkText",
  badPaper: "Canvas",
  accent: "Highlight",
  onAccent: "HighlightText",
};

/// Reads what the stylesheet says, as it holds at `probe`: an element in the page that
/// nobody sees.
export function readLooks(probe: HTMLElement): Looks {
  const forced = matchMedia("(forced-colors: active)").matches;
  const style = getComputedStyle(probe);
  const palette = Object.fromEntries(
    Object.entries(COLORS).map(([name, property]) => {
      probe.style.color = forced ? FORCED[name as keyof Palette] : `var(${property})`;
      return [name, style.color];
    }),
  ) as unknown as Palette;
  probe.style.color = "";
  const face = (property: string) => {
    probe.style.fontFamily = `var(${property})`;
    return style.fontFamily;
  };
  const faces = { sans: face("--ag-sans"), mono: face("--ag-mono") };
  probe.style.fontFamily = "";
  return { palette, faces };
}
