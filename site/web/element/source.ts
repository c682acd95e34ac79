/// A program that comes from a URL.
import { say } from "../language/say.ts";

/// Fetches the text at `src`, relative to the page. Rejects with a sentence for
/// the reader, or with an AbortError.
export async function fetchSource(src: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(src, document.baseURI), { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Error(say("sourceUnreachable", { url: src }), { cause });
  }
  if (!response.ok) throw new Error(say("sourceMissing", { url: src, n: response.status }));
  return response.text();
}

/// What a listing from `src` is called: the last part of its path.
export function fileName(src: string | null): string {
  return src?.split(/[?#]/)[0]?.split("/").pop() || "main.go";
}
