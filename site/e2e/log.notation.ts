/// A log in short: what is checked against an account of the program written by hand.
///
/// Goroutine by goroutine, a line for its start and for each wait and panic:
///
///     g1 main
///     g1 receive results :14 > g2 "hi"
///     g2 worker by g1 :12
///     g2 select a, b :9 > timer on b
///     g2 lock mu :20 > never
///
/// that is, the reason, what was waited for and the line, then who woke it (or never),
/// for a select which of the things it was, and the value.

import type { LogEvent } from "../web/timeline/log.ts";

export function inShort(events: LogEvent[]): string {
  const lines = new Map<number, string[]>();
  const names = new Map<number, string>();
  const add = (g: number, line: string): void => {
    const list = lines.get(g);
    if (list) list.push(line);
    else lines.set(g, [line]);
  };
  const waiting = new Map<number, Extract<LogEvent, { kind: "block" }>>();
  const wait = ({ g, reason, names, line }: Extract<LogEvent, { kind: "block" }>, end: string): void =>
    add(g, `g${g} ${[reason, names.join(", ")].filter(Boolean).join(" ")} :${line} > ${end}`);
  for (const event of events) {
    const { g } = event;
    switch (event.kind) {
      case "start":
        add(g, `g${g} ${event.name}` + (event.parent ? ` by g${event.parent} :${event.line}` : ""));
        break;
      case "object":
        names.set(event.object, event.name);
        break;
      case "block":
        waiting.set(g, event);
        break;
      case "wake": {
        const block = waiting.get(g)!;
        waiting.delete(g);
        const by = typeof event.by === "number" ? `g${event.by}` : event.by;
        const on = block.reason === "select" ? `on ${names.get(event.object!)}` : "";
        wait(block, [by, on, event.value].filter(Boolean).join(" "));
        break;
      }
      case "panic":
      case "recover":
        add(g, `g${g} ${event.kind} :${event.line} ${event.text}`);
        break;
    }
  }
  for (const block of waiting.values()) wait(block, "never");
  return [...lines.keys()].sort((a, b) => a - b).flatMap((g) => lines.get(g)!).join("\n");
}
