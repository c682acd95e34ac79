/// Fetches the parts of engines.

import type { Build, Manifest, TextFile } from "./builds.ts";
import { EngineError } from "./contract.ts";
import { say } from "./say.ts";
import { unpack } from "./unpack.ts";

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

/** The smallest of all modules. */
const NO_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Fetches an engine and compiles it while it arrives. */
export async function fetchModule(base: URL, build: Build, report: (progress: Progress) => void): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
    throw new EngineError(say("noWebAssembly"), false);
  }
  try {
    // What a page's policy refuses to a worker the page is not told: so it is asked here.
    new WebAssembly.Module(NO_MODULE);
  } catch (cause) {
    throw cut(cause);
  }
  return unpacked("module", await fetchPacked(base, build, report), build.bytes);
}

export async function fetchPack(base: URL, build: Build, report: (progress: Progress) => void): Promise<Uint8Array> {
  return unpacked("bytes", await fetchPacked(base, build, report), build.bytes);
}

const unpacked: typeof unpack = async (as, packed, bytes) => {
  try {
    return await unpack(as, packed, bytes);
  } catch (cause) {
    throw cause instanceof EngineError ? cause : cut(cause);
  }
};

/// Hosts differ: the best compress .wasm themselves and say so, many compress
/// nothing. For those there is a gzip file that the page decodes.
async function fetchPacked(base: URL, build: Build, report: (progress: Progress) => void): Promise<ReadableStream<Uint8Array>> {
  const plain = build.wasm === undefined || keepsGzip() ? null : await get(new URL(build.wasm, base));
  if (plain && (plain.headers.has("content-encoding") || typeof DecompressionStream === "undefined")) {
    // What counts is the file as it is; what travels is smaller by about this much.
    const scale = plain.headers.has("content-encoding") ? build.gzipBytes / build.bytes : 1;
    return counted(plain, (n) => report({ loadedBytes: Math.round(n * scale), totalBytes: Math.round(build.bytes * scale) }));
  }
  await plain?.body?.cancel();
  const gzip = await get(new URL(build.gzip, base));
  return counted(gzip, (n) => report({ loadedBytes: n, totalBytes: build.gzipBytes }));
}

export async function fetchText(base: URL, { gzip, bytes }: TextFile): Promise<string> {
  return new TextDecoder().decode(await unpacked("bytes", counted(await get(new URL(gzip, base)), () => {}), bytes));
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
  if (/^RangeError|out of memory|allocat/i.test(String(cause))) return new EngineError(say("noMemory"), true, { cause });
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
