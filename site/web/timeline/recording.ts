import type { ClockKind } from "../engine/contract.ts";
import { type Header, type LogEvent, VERSION } from "./log.ts";

/// What a run has told of its goroutines so far. The engine bounds it.
export interface Recording {
  readonly header: Header;
  readonly events: LogEvent[];
  /** The URL of a log that is to be drawn beside, or null. */
  readonly beside: string | null;
}

/// Of a run that begins.
export function record(run: { file: string; clock: ClockKind; seed: number; beside: string | null }): Recording {
  const { file, clock, seed, beside } = run;
  return { header: { log: "awaitgo", version: VERSION, engine: "instant", clock, seed, files: [file] }, events: [], beside };
}
