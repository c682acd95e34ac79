/// A program that comes from a URL.

/// Fetches the text at `src`, relative to the page. Rejects with a sentence for
/// the reader, or with an AbortError.
export async function fetchSource(src: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(src, document.baseURI), { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Error(`The program at ${src} could not be reached.`, { cause });
  }
  if (!response.ok) throw new Error(`The program at ${src} could not be loaded (status ${response.status}).`);
  return response.text();
}

/// What a listing from `src` is called: the last part of its path.
export function fileName(src: string | null): string {
  return src?.split(/[?#]/)[0]?.split("/").pop() || "main.go";
}
