/// A program in a link: the fragment of an address, which no server ever sees.
///
///     #run=1.LISTING.PAYLOAD
///
/// 1 is the version of the format. LISTING names one of the page's listings
/// (`Draft.name`, percent-encoded), outside the payload so that a page can tell where
/// a link leads, and a damaged one belongs. PAYLOAD is JSON, UTF-8, deflate-raw,
/// base64url:
///
///     {"code": "package main…", "seed": 1, "pace": 1, "clock": "virtual", "step": 12}
///
/// `code` is there only if the program is not the page's own, `step` only if someone
/// looked at a step of the timeline. Readers ignore what
/// they don't know; what a reader of version 1 must not ignore needs version 2.
import type { Choice } from "../player/choice.ts";
import { say as sayAlways } from "../language/say.ts";
import { parsePace } from "../player/pace.ts";
import { parseSeed } from "../player/seed.ts";
import { say } from "./say.ts";

export interface Shared extends Choice {
  listing: string;
  /** Null: the page's own program. */
  code: string | null;
  /** How many events of the run have happened where its timeline is looked at; null: all. */
  step: number | null;
}

/// Longer links get lost in mail, chat and address bars.
export const MAX_LINK = 30_000;

// A fragment within the bound can inflate a thousandfold.
const MAX_JSON = 1_000_000;

/// `message` is a sentence for the learner.
export class LinkError extends Error {
  override readonly name = "LinkError";
}

/// Which listing a fragment leads to. Null if it is no link to a program at all;
/// an empty name if that can't be read.
export function listingOf(fragment: string): string | null {
  if (!fragment.startsWith("#run=")) return null;
  try {
    return decodeURIComponent(split(fragment).listing);
  } catch {
    return "";
  }
}

/// The address of `page` with the program in it. Rejects with a `LinkError`.
export async function makeLink(page: string, { listing, code, clock, pace, seed, step }: Shared): Promise<string> {
  if (!URL.canParse(page) || !/^(https?|file):/.test(page)) {
    throw new LinkError(say("noAddress"));
  }
  const json = JSON.stringify({ ...(code === null ? {} : { code }), seed, pace, clock, ...(step === null ? {} : { step }) });
  const payload = toBase64Url(await deflate(new TextEncoder().encode(json)));
  const url = new URL(page);
  // A dot ends the name, and encodeURIComponent lets it be.
  url.hash = `run=1.${encodeURIComponent(listing).replaceAll(".", "%2E")}.${payload}`;
  if (url.href.length > MAX_LINK) {
    throw new LinkError(say("tooLong", { size: kB(url.href.length), most: kB(MAX_LINK) }));
  }
  return url.href;
}

/// What a fragment holds. Rejects with a `LinkError`; never runs or trusts anything.
export async function readLink(fragment: string): Promise<Shared> {
  if (fragment.length > MAX_LINK) throw new LinkError(say("linkTooLong"));
  const { version, listing, payload } = split(fragment);
  if (version !== "1") throw new LinkError(say("newer"));
  let json: unknown;
  try {
    json = JSON.parse(await inflate(fromBase64Url(payload)));
  } catch (cause) {
    throw damaged(cause);
  }
  return { listing: decodeURIComponent(listing), ...validated(json) };
}

function split(fragment: string): { version: string; listing: string; payload: string } {
  const [, version, listing, payload] = /^#run=(\d+)\.([^.]*)\.([^.]*)$/.exec(fragment) ?? [];
  if (version === undefined || listing === undefined || payload === undefined) throw damaged();
  return { version, listing, payload };
}

function validated(json: unknown): Omit<Shared, "listing"> {
  if (typeof json !== "object" || json === null) throw damaged();
  const { code = null, clock, pace, seed, step = null } = json as Record<string, unknown>;
  const factor = parsePace(String(pace));
  const number = parseSeed(String(seed));
  const codeIsText = code === null || typeof code === "string";
  const stepIsCount = step === null || (typeof step === "number" && Number.isSafeInteger(step) && step >= 0);
  if (!codeIsText || !stepIsCount || factor === null || number === null || (clock !== "virtual" && clock !== "wall")) throw damaged();
  return { code, clock, pace: factor, seed: number, step };
}

function damaged(cause?: unknown): LinkError {
  return new LinkError(say("damaged"), { cause });
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MAX_JSON) {
      await reader.cancel();
      throw new RangeError("too long");
    }
  }
  return text + decoder.decode();
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function kB(characters: number): string {
  return sayAlways("kilobytes", { size: Math.ceil(characters / 1000) });
}
