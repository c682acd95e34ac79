/// The engine's code, fetched when a program first wants it.
import type { Asks } from "../checker/protocol.ts";
import { type Engine, EngineError } from "../engine/contract.ts";

type Module = typeof import("../engine/index.ts");

let loading: Promise<Module> | null = null;

/// The page's one engine. Rejects with an `EngineError`; the next call tries again.
export async function loadEngine(): Promise<Engine> {
  return (await load()).sharedEngine();
}

/// The page's one checker, likewise.
export async function loadChecker(): Promise<Asks> {
  return (await load()).sharedChecker();
}

function load(): Promise<Module> {
  loading ??= import("../engine/index.ts").catch((cause: unknown) => {
    loading = null;
    throw new EngineError(
      "The part of this page that runs Go could not be loaded. Check the connection, then try again or reload the page.",
      true,
      { cause },
    );
  });
  return loading;
}
