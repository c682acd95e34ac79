/// The engine as an element has it: its code fetched when a program first wants it,
/// shared by all elements of the page, and freed when the last of them has gone.
import type { Asks } from "../checker/protocol.ts";
import { type Engine, EngineError } from "../engine/contract.ts";
import { say } from "../language/say.ts";
import { type Refusal, refusalOf, refusalText } from "./policy.ts";

/// One element's hold on the page's engine.
export interface EngineUse {
  /** Rejects with an `EngineError`; the next call tries again. */
  load(): Promise<Engine>;
  /** The engine's checker, likewise. */
  checker(): Promise<Asks>;
  /** The error, or what the page's Content-Security-Policy has to do with it. */
  explain(error: EngineError): Promise<EngineError>;
  release(): void;
}

/// `base` is asked for when the engine is first loaded: the URL of its folder, or
/// null for the one beside this script's folder.
export function useEngine(base: () => string | URL | null): EngineUse {
  if (users++ === 0) {
    clearTimeout(leaving);
    document.addEventListener("securitypolicyviolation", onRefusal);
  }
  let released = false;
  return {
    load: () => loadEngine(base()),
    checker: () => loadChecker(base()),
    explain,
    release() {
      if (released) return;
      released = true;
      if (--users === 0) leaving = window.setTimeout(free, GRACE_MS);
    },
  };
}

/** Between two views of an application there may be none with a program in it. */
const GRACE_MS = 1000;

let users = 0;
let leaving = 0;
let code: Promise<typeof import("../engine/index.ts")> | null = null;
const engines = new Set<Engine>();
let refusal: Refusal | null = null;

async function loadEngine(base: string | URL | null): Promise<Engine> {
  const { sharedEngine } = await loadCode();
  const engine = sharedEngine(folder(base));
  engines.add(engine);
  return engine;
}

async function loadChecker(base: string | URL | null): Promise<Asks> {
  await loadEngine(base);
  const { sharedChecker } = await loadCode();
  return sharedChecker(folder(base));
}

async function loadCode(): Promise<typeof import("../engine/index.ts")> {
  code ??= import("../engine/index.ts");
  return code.catch((cause: unknown) => {
    code = null;
    throw new EngineError(say("partMissing"), true, { cause });
  });
}

function folder(base: string | URL | null): URL | undefined {
  if (base === null) return undefined;
  const url = new URL(base, document.baseURI);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function free(): void {
  document.removeEventListener("securitypolicyviolation", onRefusal);
  refusal = null;
  for (const engine of engines) engine.dispose();
  engines.clear();
}

function onRefusal(event: SecurityPolicyViolationEvent): void {
  if (event.disposition === "enforce") refusal = refusalOf(event, import.meta.url) ?? refusal;
}

async function explain(error: EngineError): Promise<EngineError> {
  // The browser reports what it has refused in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (!refusal) return error;
  const text = refusalText(refusal);
  refusal = null;
  return new EngineError(text, true, { cause: error });
}
