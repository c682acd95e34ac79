/// What the element's attributes ask for, read with their defaults.
import type { EngineChoice, RunRequest } from "../engine/contract.ts";
import type { Choice } from "../player/choice.ts";
import { parsePace } from "../player/pace.ts";
import { parseSeed } from "../player/seed.ts";
import { fileName } from "./source.ts";

export interface Settings extends Choice {
  /** What the program is called in messages about it. */
  file: string;
  engine: EngineChoice;
  /** Input that is there from the start; null if it is to be typed. */
  stdin: string | null;
  /** Whether a run reports what its goroutines do. */
  log: boolean;
  /** The URL of a log that the timeline draws beside the run's own, or null. */
  beside: string | null;
}

/// `attribute` gives a value or null. What can't be understood counts as absent:
/// a page with a typo still runs.
export function readSettings(attribute: (name: string) => string | null): Settings {
  const engine = attribute("engine");
  return {
    file: fileName(attribute("file") ?? attribute("src")),
    engine: engine === "instant" || engine === "exact" ? engine : "auto",
    clock: attribute("clock") === "wall" ? "wall" : "virtual",
    pace: parsePace(attribute("pace") ?? "") ?? 1,
    seed: parseSeed(attribute("seed") ?? "") ?? 1,
    stdin: attribute("stdin"),
    log: attribute("log") !== null && !(attribute("hide") ?? "").split(/\s+/).includes("timeline"),
    beside: attribute("beside"),
  };
}

export function runRequest(code: string, settings: Settings): RunRequest {
  const { file, engine, clock, pace, seed, stdin, log } = settings;
  return {
    files: { [file]: code },
    engine,
    clock: clock === "wall" ? { kind: "wall" } : { kind: "virtual", pace },
    seed,
    ...(stdin === null ? {} : { stdin }),
    ...(log ? { log } : {}),
  };
}
