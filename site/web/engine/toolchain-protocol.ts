/// The protocol between the page and the worker that builds programs. There is one
/// such worker a page; it stays, and what it has been given stays with it.
///
///     page                              worker
///      | <----------------- ready -------- |
///      | -- tools {tools} ---------------> |   the compiler and the linker, once
///      | -- pack {bytes} ----------------> |   packages, as programs want them
///      | -- build {build, files} --------> |
///      | <------------------ step -------- |   compiling, then linking
///      | <------------------ built ------- |   a module, or why there is none
///
/// Builds are done one after the other. A build can't be interrupted: who no longer
/// wants one lets it end, and the page ends a worker that takes too long over it.
/// `failed` says that the worker is of no use any more.

import type { Built, Step, Tools } from "./host/toolchain.ts";

export type ToToolchain =
  | { kind: "tools"; tools: Tools }
  | { kind: "pack"; bytes: Uint8Array }
  | { kind: "build"; build: number; files: Record<string, string> };

export type FromToolchain =
  | { kind: "ready" }
  | { kind: "step"; build: number; step: Step }
  | { kind: "built"; build: number; result: Built }
  | { kind: "failed"; message: string };
