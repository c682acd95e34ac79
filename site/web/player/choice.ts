import type { ClockKind, Pace } from "../engine/contract.ts";

/// What a learner chooses about the next run. The pace may change while it runs.
export interface Choice {
  clock: ClockKind;
  pace: Pace;
  seed: number;
}
