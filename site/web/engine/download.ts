/// Fetches the parts of engines.

import type { Build, Manifest, TextFile } from "./builds.ts";
import { EngineError } from "./contract.ts";
import { say } from "./say.ts";

export interface Progress {
  loadedBytes: number;
  totalBytes: number;
}

export async function fetchManifest(base: URL): Promise<Manifest> {
  const response = await get(new URL("manifest.json", base));
  try {
    return (await response.json()) as Manifest;
  } catch (cause) {
    throw cut(cause);
  }
}

/** Fetches an engine and compiles it while it arrives. */
export async function fetchModule(base: URL, build: Build, report: (progress: Progress) => void): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
    throw new EngineError(say("noWebAssembly"), false);
  }
  const whole = await fetchWhole(base, build, report);
  try {
    return await WebAssembly.compileStreaming(new Response(whole, { headers: { "content-type": "application/wasm" } }));
  } catch (cause) {
    throw cut(cause);
  }
}

export async function fetchPack(base: URL, build: Build, report: (progress: Progress) => void): Promise<Uint8Array> {
  const whole = await fetchWhole(base, build, report);
  try {
    return new Uint8Array(await new Response(whole).arrayBuffer());
  } catch (cause) {
    throw cut(cause);
  }
}

/// Hosts differ: the best compress .wasm themselves and say so, many compress
/// nothing. For those there is a gzip file that the page decodes.
async function fetchWhole(base: URL, build: Build, report: (progress: Progress) => void): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const plain = build.wasm === undefined || keepsGzip() ? null : await get(new URL(build.wasm, base));
  let body: ReadableStream<Uint8Array<ArrayBuffer>>;
  if (plain && (plain.headers.has("content-encoding") || typeof DecompressionStream === "undefined")) {
    // What counts is the file as it is; what travels is smaller by about this much.
    const scale = plain.headers.has("content-encoding") ? build.gzipBytes / build.bytes : 1;
    body = counted(plain, (n) => report({ loadedBytes: Math.round(n * scale), totalBytes: Math.round(build.bytes * scale) }));
  } else {
    await plain?.body?.cancel();
    const gzip = await get(new URL(build.gzip, base));
    body = await decoded(counted(gzip, (n) => report({ loadedBytes: n, totalBytes: build.gzipBytes })));
  }
  return body.pipeThrough(exactly(build.bytes));
}

export async function fetchText(base: URL, { gzip, bytes }: TextFile): Promise<string> {
  const body = await decoded(counted(await get(new URL(gzip, base)), () => {}));
  try {
    return await new Response(body.pipeThrough(exactly(bytes))).text();
  } catch (cause) {
    throw cut(cause);
  }
}

/// A page that is kept for offline use has the gzip file at hand.
function keepsGzip(): boolean {
  if (typeof DecompressionStream === "undefined") return false;
  try {
    return Boolean(globalThis.navigator?.serviceWorker?.controller);
  } catch {
    return false;
  }
}

async function get(url: URL): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin" });
  } catch (cause) {
    throw new EngineError(say("unreachable"), true, { cause });
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new EngineError(say("siteAnswered", { n: response.status, file: url.pathname.split("/").pop() ?? "" }), true);
  }
  return response;
}

function cut(cause: unknown): EngineError {
  // So browsers tell it, each in its words, when a module or its text is too large for them.
  if (cause instanceof RangeError || /out of memory|allocat/i.test(String(cause))) return new EngineError(say("noMemory"), true, { cause });
  return new EngineError(say("damaged"), true, { cause });
}

function counted(response: Response, report: (bytes: number) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  let loaded = 0;
  report(0);
  return response.body!.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.length;
        report(loaded);
        controller.enqueue(chunk);
      },
    }),
  );
}

/** Some hosts serve a .gz file as it is, some as encoded content that the browser has decoded: its first bytes tell. */
async function decoded(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const [peeked, all] = body.tee();
  const reader = peeked.getReader();
  const { value } = await reader.read().catch((cause: unknown) => {
    throw cut(cause);
  });
  reader.cancel().catch(() => {});
  const isGzip = value?.[0] === 0x1f && value[1] === 0x8b;
  return isGzip ? all.pipeThrough(new DecompressionStream("gzip")) : all;
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
