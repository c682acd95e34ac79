import type { Outcome } from "../engine/contract.ts";
import { duration } from "./duration.ts";

/// How a run ended, in one quiet line.
export interface Verdict {
  text: string;
  /** For colour and icon; the words say it too. */
  tone: "good" | "bad" | "neutral";
  /** More for those who ask, or empty. */
  title: string;
}

export function verdict(outcome: Outcome): Verdict {
  const time = duration(outcome.virtualMs);
  switch (outcome.kind) {
    case "ok":
      return { text: `Finished · ${time}`, tone: "good", title: clocks(outcome) };
    case "exit":
      return {
        text: `Exited with status ${outcome.exitCode ?? "unknown"} · ${time}`,
        tone: outcome.exitCode === 0 ? "good" : "bad",
        title: clocks(outcome),
      };
    case "panic":
      return { text: `Panicked · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "fatal":
      return { text: `Fatal error · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "deadlock":
      return { text: `Deadlock · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "limit":
      return { text: `Stopped at a limit · ${time}`, tone: "bad", title: clocks(outcome) };
    case "stopped":
      return { text: `Stopped · ${time}`, tone: "neutral", title: clocks(outcome) };
    case "rejected":
      return { text: "Not run", tone: "bad", title: "" };
  }
}

function status(outcome: Outcome): string {
  return outcome.exitCode === null ? "" : `exit status ${outcome.exitCode} · `;
}

// A run at 1x takes a little longer to watch than its clock says; only a real
// difference is worth a word.
function clocks({ virtualMs, wallMs }: Outcome): string {
  if (Math.abs(virtualMs - wallMs) < Math.max(100, virtualMs / 10)) return "";
  return `${duration(virtualMs)} on the program’s clock, ${duration(wallMs)} on yours`;
}
