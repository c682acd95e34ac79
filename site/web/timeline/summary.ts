/// What happened, in a sentence or two.
import type { LogEvent } from "./log.ts";
import { number } from "../language/speaker.ts";
import { span } from "./span.ts";
import { say } from "./say.ts";

export interface Numbers {
  readonly goroutines: number;
  /** At once, at most. */
  readonly most: number;
  /** Virtual nanoseconds: what the clock shows at the end, and the sum of all sleeps and waits for the world outside. */
  readonly took: number;
  readonly waited: number;
  /** Whether the log ends before the run does. */
  readonly cut: boolean;
}

/// Waits for other goroutines are not in the sum: done one after the other, they would
/// not be there.
export function count(events: readonly LogEvent[]): Numbers {
  let goroutines = 0;
  let alive = 0;
  let most = 0;
  let waited = 0;
  let cut = false;
  const since = new Map<number, number>();
  const end = events.at(-1)?.t ?? 0;
  for (const event of events) {
    if (event.kind === "start") {
      goroutines++;
      most = Math.max(most, ++alive);
    } else if (event.kind === "end") {
      alive--;
    } else if (event.kind === "block" && (event.reason === "sleep" || event.reason === "network" || event.reason === "input")) {
      since.set(event.g, event.t);
    } else if (event.kind === "wake") {
      const from = since.get(event.g);
      if (from !== undefined) waited += event.t - from;
      since.delete(event.g);
    } else if (event.kind === "full") {
      cut = true;
    }
  }
  // Those that sleep when the program ends have slept so far.
  for (const from of since.values()) waited += end - from;
  return { goroutines, most, took: end, waited, cut };
}

/// Empty where there is nothing to tell: one goroutine that never waited.
export function summarize(events: readonly LogEvent[]): string {
  const { goroutines, most, took, waited, cut } = count(events);
  if (goroutines === 0 || (goroutines === 1 && waited === 0)) return "";
  // A run that got stuck was faster than nothing.
  const last = events.at(-1);
  const ended = last?.kind === "outcome" && (last.outcome === "ok" || last.outcome === "exit");
  const parts = [goroutines === 1 ? say("summaryOne") : say("summary", { n: goroutines, most })];
  if (waited > 0 && took > 0 && !cut) {
    const factor = waited / took;
    const values = { waits: span(waited), time: span(took) };
    parts.push(factor >= 1.05 && ended ? say("summaryWaits", { ...values, factor: number(factor, 1) }) : say("summaryPlain", values));
  }
  if (cut) parts.push(say("summaryFull"));
  return parts.join(" ");
}
