/// The entry of the worker that builds programs. See ../toolchain-protocol.ts.

import type { FromToolchain, ToToolchain } from "../toolchain-protocol.ts";
import { isolate } from "./isolate.ts";
import { Toolchain } from "./toolchain.ts";

/** The part of a worker's global object that is used here; the page's types don't describe it. */
interface WorkerScope {
  postMessage(message: FromToolchain): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToToolchain>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = scope.postMessage.bind(scope);
let toolchain: Toolchain | undefined;

function receive(message: ToToolchain): void {
  if (message.kind === "tools") {
    toolchain = new Toolchain(message.tools);
    return;
  }
  if (!toolchain) throw new Error(`${message.kind} before tools`);
  switch (message.kind) {
    case "pack":
      return toolchain.add(message.bytes);
    case "build": {
      const { build } = message;
      const result = toolchain.build(message.files, (step) => post({ kind: "step", build, step }));
      return post({ kind: "built", build, result });
    }
  }
}

scope.addEventListener("message", (event) => {
  try {
    receive(event.data);
  } catch (error) {
    post({ kind: "failed", message: String(error) });
  }
});
isolate(globalThis);
post({ kind: "ready" });
