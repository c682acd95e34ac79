/// Sizes as a person reads them, in decimal units as download managers show them.
import { say } from "../language/say.ts";
import { number } from "../language/speaker.ts";

export function bytes(count: number): string {
  if (count < 1000) return say("fewBytes", { n: count });
  return count < 999_500 ? say("kilobytes", { size: round(count / 1000) }) : say("megabytes", { size: round(count / 1e6) });
}

/// `1.2 of 3.1 MB`: progress in the unit of the whole.
export function progress(loaded: number, total: number | undefined): string {
  if (total === undefined) return bytes(loaded);
  const [unit, key] = total < 999_500 ? ([1000, "kilobytesOf"] as const) : ([1e6, "megabytesOf"] as const);
  return say(key, { done: round(Math.min(loaded, total) / unit), size: round(total / unit) });
}

function round(value: number): string {
  return number(value, value < 10 ? 1 : 0);
}
