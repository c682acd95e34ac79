/// The entry of the worker that unpacks one file. See ../unpack-protocol.ts.

import type { FromUnpacker, ToUnpacker } from "../unpack-protocol.ts";

/** The part of a worker's global object that is used here; the page's types don't describe it. */
interface WorkerScope {
  postMessage(message: FromUnpacker, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToUnpacker>) => void): void;
}

type Stream = ReadableStream<Uint8Array<ArrayBuffer>>;

const scope = globalThis as unknown as WorkerScope;
let arriving: ReadableStreamDefaultController<Uint8Array>;

async function unpack({ as, gzip, bytes }: ToUnpacker & { kind: "open" }): Promise<void> {
  const packed = new ReadableStream<Uint8Array>({ start: (controller) => void (arriving = controller) }) as Stream;
  const whole = (gzip ? packed.pipeThrough(new DecompressionStream("gzip")) : packed).pipeThrough(exactly(bytes));
  try {
    if (as === "module") {
      const answer = new Response(whole, { headers: { "content-type": "application/wasm" } });
      scope.postMessage({ kind: "unpacked", result: await WebAssembly.compileStreaming(answer) });
    } else {
      const result = new Uint8Array(await new Response(whole).arrayBuffer());
      scope.postMessage({ kind: "unpacked", result }, [result.buffer]);
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    scope.postMessage({ kind: "failed", name, message });
  }
}

/** Fails a stream that ends early, which a decoder of WebAssembly might word strangely. */
function exactly(bytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.length;
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (seen !== bytes) controller.error(new Error(`${seen} of ${bytes} bytes`));
    },
  });
}

scope.addEventListener("message", ({ data }) => {
  switch (data.kind) {
    case "open":
      return void unpack(data);
    case "chunk":
      return arriving.enqueue(data.chunk);
    case "end":
      return arriving.close();
  }
});
scope.postMessage({ kind: "ready" });
