import type { Outcome } from "../engine/contract.ts";
import { duration } from "./duration.ts";
import { say } from "../language/say.ts";

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
      return { text: `${say("finished")} · ${time}`, tone: "good", title: clocks(outcome) };
    case "exit":
      return {
        text: `${say("exited", { n: outcome.exitCode ?? "?" })} · ${time}`,
        tone: outcome.exitCode === 0 ? "good" : "bad",
        title: clocks(outcome),
      };
    case "panic":
      return { text: `${say("panicked")} · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "fatal":
      return { text: `${say("fatal")} · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "deadlock":
      return { text: `${say("deadlock")} · ${status(outcome)}${time}`, tone: "bad", title: clocks(outcome) };
    case "limit":
      return { text: `${say("limit")} · ${time}`, tone: "bad", title: clocks(outcome) };
    case "stopped":
      return { text: `${say("stopped")} · ${time}`, tone: "neutral", title: clocks(outcome) };
    case "rejected":
      return { text: say("notRun"), tone: "bad", title: "" };
  }
}

function status(outcome: Outcome): string {
  return outcome.exitCode === null ? "" : `${say("exitStatus", { n: outcome.exitCode })} · `;
}

// A run at 1x takes a little longer to watch than its clock says; only a real
// difference is worth a word.
function clocks({ virtualMs, wallMs }: Outcome): string {
  if (Math.abs(virtualMs - wallMs) < Math.max(100, virtualMs / 10)) return "";
  return say("twoClocks", { virtual: duration(virtualMs), wall: duration(wallMs) });
}
