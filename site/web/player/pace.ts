import type { Pace } from "../engine/contract.ts";
import { say } from "../language/say.ts";

/// What the pace control offers.
export const PACES: readonly Pace[] = [0.25, 0.5, 1, 2, 4, 16, "instant"];

/// Reads an attribute's or an option's value. Null if it is no pace.
export function parsePace(text: string): Pace | null {
  if (text === "instant") return text;
  const factor = Number(text);
  return text.trim() !== "" && factor > 0 && factor < Infinity ? factor : null;
}

/// As shown beside the clock: `0.25×`, `Instant`.
export function paceLabel(pace: Pace): string {
  return pace === "instant" ? say("instant") : say("paceFactor", { factor: pace });
}
