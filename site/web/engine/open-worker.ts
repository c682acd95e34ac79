/// Starts a worker whose first message says that it is there.

import { EngineError } from "./contract.ts";
import { say } from "./say.ts";
import { trusted } from "./trusted.ts";

/** From its source as a Blob, which works on pages of other origins too; where that is refused, from the site's own file of it. */
export async function openWorker(source: string, file: string): Promise<Worker> {
  try {
    return await opened(() => {
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      try {
        return new Worker(trusted(url), { name: "awaitgo" });
      } finally {
        URL.revokeObjectURL(url);
      }
    });
  } catch {
    return opened(() => new Worker(trusted(new URL(`./${file}`, import.meta.url).href), { name: "awaitgo" }));
  }
}

async function opened(make: () => Worker): Promise<Worker> {
  let worker: Worker | undefined;
  try {
    const made = (worker = make());
    await new Promise<void>((resolve, reject) => {
      made.onmessage = () => resolve();
      made.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
    });
    return worker;
  } catch (cause) {
    worker?.terminate();
    throw new EngineError(say("notStartedHere"), true, { cause });
  }
}
