import type { Exit } from "../protocol.ts";

export type Limit = Extract<Exit["cause"], "output-limit" | "memory-limit">;

/** Thrown through the instance that has had all it may have; nothing of the instance runs after it. */
export class LimitReached extends Error {
  constructor(readonly limit: Limit) {
    super(limit);
  }
}
