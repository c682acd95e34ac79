/// What a page's Content-Security-Policy must allow for Go to run there, and which
/// of it a given page does not.
import { say } from "../language/say.ts";

/// A directive, and the source that it lacks.
export interface Refusal {
  directive: "script-src" | "connect-src" | "worker-src" | "trusted-types";
  source: string;
}

/// What a report of the browser says that we lack; null where something else of the
/// page was refused. `script` is the URL that our own code came from.
export function refusalOf(report: { effectiveDirective: string; blockedURI: string }, script: string): Refusal | null {
  const { effectiveDirective: directive, blockedURI: blocked } = report;
  const { origin } = new URL(script);
  const ours = blocked === origin || blocked.startsWith(origin + "/");
  if (directive.startsWith("script-src")) {
    // Older browsers call the compiling of WebAssembly an eval.
    if (blocked === "wasm-eval" || blocked === "eval") return { directive: "script-src", source: "'wasm-unsafe-eval'" };
    return ours ? { directive: "script-src", source: origin } : null;
  }
  if (directive === "connect-src") return ours ? { directive, source: origin } : null;
  if (directive === "worker-src") return blocked.startsWith("blob") ? { directive, source: "blob:" } : null;
  if (directive === "trusted-types") return { directive, source: "awaitgo" };
  if (directive === "require-trusted-types-for") return { directive: "trusted-types", source: "awaitgo" };
  return null;
}

export function refusalText({ directive, source }: Refusal): string {
  return say("policy", { directive: `${directive} ${source}` });
}
