/// The files that a packed course carries in itself. The engine asks for them as
/// for any site's files; the site that they are asked of is one that can't exist,
/// and every question to it is answered here.

/** Where `bundle.mjs` says that a package's scripts come from. */
export const HOME = "https://awaitgo.invalid/";

declare global {
  /** Called by the scripts beside a package's page that hold one file each. */
  var awaitgoFile: ((path: string, base64: string) => void) | undefined;
}

const arrived = new Map<string, string>();

/// From now on `fetch` answers for this package's files, and passes on what is not for it.
export function answerForFiles(): void {
  const fetchElsewhere = globalThis.fetch;
  globalThis.awaitgoFile = (path, base64) => arrived.set(path, base64);
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith(HOME) ? answer(url.slice(HOME.length).split(/[?#]/)[0]!) : fetchElsewhere(input, init);
  };
}

async function answer(path: string): Promise<Response> {
  const element = document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
  if (/\.jsonl?$/.test(path) && element) return new Response(element.textContent, { headers: { "content-type": "application/json" } });
  // The plain form is never at hand; an answer without content coding sends the engine on to the gzipped one.
  if (path.endsWith(".wasm")) return new Response(null);
  const base64 = element?.textContent ?? (await fromScript(path));
  return base64 === null ? new Response(null, { status: 404 }) : new Response(bytesOf(base64));
}

/// A script beside the page: it comes from any host as it is, whatever that makes of other files.
async function fromScript(path: string): Promise<string | null> {
  if (document.documentElement.dataset["packed"] === "file") return null;
  const script = document.createElement("script");
  script.src = new URL(`${path.replace(/\.gz$/, "")}.js`, document.baseURI).href;
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new TypeError(`${path} could not be loaded`));
    document.head.append(script);
  }).finally(() => script.remove());
  const base64 = arrived.get(path) ?? null;
  arrived.delete(path);
  return base64;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
