/// Unpacks a file while it arrives, off the page's thread.

import source from "worker:./host/unpack-worker.ts";

import { type Breakdown, HostedWorker } from "./hosted-worker.ts";
import { breakdownError } from "./instance.ts";
import type { FromUnpacker, ToUnpacker } from "./unpack-protocol.ts";

const SCRIPT = { source, file: "./unpack-worker.js", name: "awaitgo unpacker" };

interface Unpacked {
  module: WebAssembly.Module;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file of so many bytes. Rejects with what the stream or the decoder says, or with an EngineError where there is no worker. */
export async function unpack<As extends keyof Unpacked>(as: As, packed: ReadableStream<Uint8Array>, bytes: number): Promise<Unpacked[As]> {
  const reader = packed.getReader();
  let worker: HostedWorker<ToUnpacker, FromUnpacker> | undefined;
  try {
    const first = await reader.read();
    return await new Promise<Unpacked[As]>((resolve, reject) => {
      worker = new HostedWorker<ToUnpacker, FromUnpacker>(
        SCRIPT,
        (message) => {
          if (message.kind === "failed") reject(Object.assign(new Error(message.message), { name: message.name }));
          else if (message.kind === "unpacked") resolve(message.result as Unpacked[As]);
        },
        (breakdown: Breakdown) => reject(breakdownError(breakdown)),
      );
      worker.send({ kind: "open", as, gzip: isGzip(first.value), bytes });
      passOn(first, reader, worker).catch(reject);
    });
  } finally {
    worker?.terminate();
    reader.cancel().catch(() => {});
  }
}

async function passOn(
  first: ReadableStreamReadResult<Uint8Array>,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  worker: HostedWorker<ToUnpacker, FromUnpacker>,
): Promise<void> {
  for (let piece = first; !piece.done; piece = await reader.read()) worker.send({ kind: "chunk", chunk: piece.value });
  worker.send({ kind: "end" });
}

/** Some hosts serve a .gz file as it is, some as encoded content that the browser has decoded: its first bytes tell. */
function isGzip(start: Uint8Array | undefined): boolean {
  return start?.[0] === 0x1f && start[1] === 0x8b;
}
