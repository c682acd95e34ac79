/// What the page says about itself being kept, in sentences.
import { number } from "../language/speaker.ts";
import type { Failure, News, Report } from "./protocol.ts";
import { say } from "./say.ts";

export type Keeping =
  | { kind: "asking"; bytes: number }
  | { kind: "keeping"; loadedBytes: number; totalBytes: number }
  | { kind: "kept"; missingBytesOfAll: number; largerBytes: number }
  | { kind: "failed"; failure: Failure };

export function sentence(keeping: Keeping): string {
  switch (keeping.kind) {
    case "asking":
      return say("asking");
    case "keeping":
      return say("keeping", { done: megabytes(keeping.loadedBytes), size: megabytes(keeping.totalBytes) });
    case "kept":
      return say("kept");
    case "failed":
      return say(keeping.failure === "full" ? "full" : "failed");
  }
}

/// What the button beside the sentence does; null where there is nothing to do.
export function offer(keeping: Keeping): string | null {
  if (keeping.kind === "asking") return say("keep", { size: megabytes(keeping.bytes) });
  if (keeping.kind === "kept" && keeping.missingBytesOfAll > 0) return say("keepEngines", { size: megabytes(keeping.missingBytesOfAll) });
  if (keeping.kind === "failed") return say("tryAgain");
  return null;
}

/// What gives room back; null where there is none to give.
export function removal(keeping: Keeping): string | null {
  if (keeping.kind !== "kept" || keeping.largerBytes === 0) return null;
  return say("removeEngines", { size: megabytes(keeping.largerBytes) });
}

/// How things stand after a worker's report.
export function after(report: Report): Keeping {
  if (report.failure) return { kind: "failed", failure: report.failure };
  if (report.missingBytes > 0) return { kind: "asking", bytes: report.missingBytes };
  return { kind: "kept", missingBytesOfAll: report.missingBytesOfAll, largerBytes: report.largerBytes };
}

export function during(news: News & { kind: "progress" }): Keeping {
  return { kind: "keeping", loadedBytes: news.loadedBytes, totalBytes: news.totalBytes };
}

function megabytes(bytes: number): string {
  return number(bytes / 1e6, 1);
}
