/// Sentences in the page: code as code, and lines of the program to go to.
import { h } from "../dom/dom.ts";
import { pieces } from "./say.ts";

/// Without `onLine`, lines are only named.
export function rich(text: string, onLine?: (line: number) => void): (Node | string)[] {
  return pieces(text).map((piece) => {
    if (typeof piece === "string") return piece;
    if ("code" in piece) return h("code", { dir: "ltr" }, piece.code);
    if (!onLine) return piece.text;
    const button = h("button", { type: "button", class: "jump" }, piece.text);
    button.addEventListener("click", () => onLine(piece.line));
    return button;
  });
}
