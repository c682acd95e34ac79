/// The worker's entry: messages in, a Session, messages out. See ../protocol.ts.

import type { FromWorker, ToWorker } from "../protocol.ts";
import { isolate } from "./isolate.ts";
import { Session } from "./session.ts";

/** The part of a worker's global object that is used here; the page's types don't describe it. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = scope.postMessage.bind(scope);

let session: Session | undefined;

function receive(message: ToWorker): void {
  if (message.kind === "load") {
    session = new Session(message.seed, post);
    session.load(message.module, message.as);
    return;
  }
  if (!session) throw new Error(`${message.kind} before load`);
  switch (message.kind) {
    case "start":
      return session.start(message.run, message.request);
    case "pace":
      return session.setPace(message.pace);
    case "pause":
      return session.pause();
    case "resume":
      return session.unpause();
    case "skip":
      return session.skip();
    case "input":
      return session.input(message.text);
    case "closeInput":
      return session.closeInput();
    case "busy":
      return session.tellBusy();
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
