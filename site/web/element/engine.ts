/// The engine's code, fetched when a program first wants it.
import { type Engine, EngineError } from "../engine/contract.ts";

let loading: Promise<Engine> | null = null;

/// The page's one engine. Rejects with an `EngineError`; the next call tries again.
export function loadEngine(): Promise<Engine> {
  loading ??= import("../engine/index.ts").then(
    ({ sharedEngine }) => sharedEngine(),
    (cause: unknown) => {
      loading = null;
      throw new EngineError(
        "The part of this page that runs Go could not be loaded. Check the connection, then try again or reload the page.",
        true,
        { cause },
      );
    },
  );
  return loading;
}
