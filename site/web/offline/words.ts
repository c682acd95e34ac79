/// What the page says about itself being kept, in sentences.
import type { Failure, News, Report } from "./protocol.ts";

export type Keeping =
  | { kind: "asking"; bytes: number }
  | { kind: "keeping"; loadedBytes: number; totalBytes: number }
  | { kind: "kept"; missingBytesOfAll: number }
  | { kind: "failed"; failure: Failure };

export function sentence(keeping: Keeping): string {
  switch (keeping.kind) {
    case "asking":
      return "This course can be kept for reading and running offline.";
    case "keeping":
      return `Keeping this course for offline use: ${megabytes(keeping.loadedBytes)} of ${megabytes(keeping.totalBytes)} MB`;
    case "kept":
      return "Works offline.";
    case "failed":
      return keeping.failure === "full"
        ? "This browser has no room to keep the course offline. It works while you are online."
        : "The course could not be kept for offline use this time. The next visit tries again.";
  }
}

/// What the button beside the sentence does; null where there is nothing to do.
export function offer(keeping: Keeping): string | null {
  if (keeping.kind === "asking") return `Keep it (${megabytes(keeping.bytes)} MB)`;
  if (keeping.kind === "kept" && keeping.missingBytesOfAll > 0) return `Keep the larger engines too (${megabytes(keeping.missingBytesOfAll)} MB)`;
  if (keeping.kind === "failed") return "Try again";
  return null;
}

/// How things stand after a worker's report.
export function after(report: Report): Keeping {
  if (report.failure) return { kind: "failed", failure: report.failure };
  if (report.missingBytes > 0) return { kind: "asking", bytes: report.missingBytes };
  return { kind: "kept", missingBytesOfAll: report.missingBytesOfAll };
}

export function during(news: News & { kind: "progress" }): Keeping {
  return { kind: "keeping", loadedBytes: news.loadedBytes, totalBytes: news.totalBytes };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
