/// What the element's attributes ask for, read with their defaults.
import type { EngineChoice, Pace, RunRequest } from "../engine/contract.ts";
import { parsePace } from "../player/pace.ts";

export interface Settings {
  engine: EngineChoice;
  clock: "virtual" | "wall";
  pace: Pace;
  seed: number;
}

/// `attribute` gives a value or null. What can't be understood counts as absent:
/// a page with a typo still runs.
export function readSettings(attribute: (name: string) => string | null): Settings {
  const engine = attribute("engine");
  return {
    engine: engine === "instant" || engine === "exact" ? engine : "auto",
    clock: attribute("clock") === "wall" ? "wall" : "virtual",
    pace: parsePace(attribute("pace") ?? "") ?? 1,
    seed: parseSeed(attribute("seed") ?? "") ?? 1,
  };
}

export function runRequest(code: string, settings: Settings): RunRequest {
  const { engine, clock, pace, seed } = settings;
  return {
    files: { "main.go": code },
    engine,
    clock: clock === "wall" ? { kind: "wall" } : { kind: "virtual", pace },
    seed,
  };
}

function parseSeed(text: string): number | null {
  const seed = Number(text);
  return /^\d+$/.test(text) && seed < 2 ** 32 ? seed : null;
}
