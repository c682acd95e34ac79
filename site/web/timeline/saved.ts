/// A log as a file: JSON Lines, the header first.
import { type Header, type LogEvent, VERSION } from "./log.ts";

export function toLines(header: Header, events: readonly LogEvent[]): string {
  return [header, ...events].map((line) => JSON.stringify(line) + "\n").join("");
}

/// Reads what `toLines` wrote, or another program. Throws an Error that says what is wrong.
export function fromLines(text: string): { header: Header; events: LogEvent[] } {
  const [first, ...rest] = text.split("\n").filter((line) => line.trim() !== "");
  const header = JSON.parse(first ?? "null") as Header | null;
  if (header?.log !== "awaitgo") throw new Error("no event log of a run");
  if (header.version !== VERSION) throw new Error(`an event log of version ${header.version}, not ${VERSION}`);
  return { header, events: rest.map((line) => JSON.parse(line) as LogEvent) };
}
