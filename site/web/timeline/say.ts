/// What the timeline says. Code in its texts stands between backticks.
import { timeline as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export type TextKey = keyof typeof english;

export const say = speaker("timeline", english);

// A line of the program in a sentence: its number, and what is said, between signs that
// no text has. `rich` makes something to press of it.
const MARK = /\ue000(\d+)\ue001([^\ue002]*)\ue002/g;

export function lineMark(line: number): string {
  return `\ue000${line}\ue001${say("lineLink", { n: line })}\ue002`;
}

export type Piece = string | { code: string } | { line: number; text: string };

/// A sentence in pieces: text, code, and lines of the program.
export function pieces(text: string): Piece[] {
  return text.split("`").flatMap((part, i): Piece[] => (i % 2 === 1 ? [{ code: part }] : lines(part)));
}

function lines(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    found.push(text.slice(end, match.index), { line: Number(match[1]), text: match[2]! });
    end = match.index + match[0].length;
  }
  return [...found, text.slice(end)].filter((piece) => piece !== "");
}

/// Without any marks, for where there is only text.
export function plain(text: string): string {
  return text.replaceAll("`", "").replace(MARK, "$2");
}

/// A name from the program, as code.
export function code(name: string): string {
  return `\`${name.replaceAll("`", "'").replace(/[\ue000-\ue002]/g, "\ufffd")}\``;
}
