/// What a program printed, bounded.
///
/// A program can print for ever; the page keeps the first part, which shows how
/// it began, and the last, which shows where it is now. What lies between is
/// counted and let go.
import { say } from "../language/say.ts";
import { grouped } from "../language/speaker.ts";

export type Channel = "stdout" | "stderr" | "input";

/// A stretch of text from one channel. Only the last block of a transcript
/// grows; one that another has followed never changes.
export interface Block {
  readonly channel: Channel;
  /** Whether it begins at the beginning of a line. */
  readonly startsLine: boolean;
  text: string;
  /** Newlines in `text`. */
  lines: number;
}

export interface Limits {
  headLines: number;
  headChars: number;
  tailLines: number;
  tailChars: number;
  /** The step by which text is let go. */
  blockLines: number;
  blockChars: number;
}

export const LIMITS: Readonly<Limits> = {
  headLines: 200,
  headChars: 50_000,
  tailLines: 5_000,
  tailChars: 1_000_000,
  blockLines: 100,
  blockChars: 8_000,
};

export class Transcript {
  readonly head: Block[] = [];
  readonly tail: Block[] = [];
  readonly dropped = { lines: 0, chars: 0 };

  readonly #limits: Limits;
  #headFull = false;
  #headSize = { lines: 0, chars: 0 };
  #tailSize = { lines: 0, chars: 0 };
  #atLineStart = true;

  constructor(limits: Limits = LIMITS) {
    this.#limits = limits;
  }

  get empty(): boolean {
    return this.head.length === 0;
  }

  append(channel: Channel, text: string): void {
    for (let from = 0; from < text.length; ) from = this.#take(channel, text, from);
    this.#trim();
  }

  /// All that was kept, with a line in place of what was not.
  toString(): string {
    const note = this.dropped.chars > 0 ? `\n[${droppedNote(this.dropped)}]\n` : "";
    return join(this.head) + note + join(this.tail);
  }

  // Moves what fits into one block over and returns where the rest begins.
  #take(channel: Channel, text: string, from: number): number {
    const blocks = this.#headFull ? this.tail : this.head;
    const size = this.#headFull ? this.#tailSize : this.#headSize;
    const { blockLines, blockChars } = this.#limits;

    let block = blocks.at(-1);
    if (!block || block.channel !== channel || block.lines >= blockLines || block.text.length >= blockChars) {
      block = { channel, startsLine: this.#atLineStart, text: "", lines: 0 };
      blocks.push(block);
    }
    const cut = cutAt(text, from, blockLines - block.lines, blockChars - block.text.length);
    block.text += text.slice(from, cut.end);
    block.lines += cut.lines;
    size.lines += cut.lines;
    size.chars += cut.end - from;
    this.#atLineStart = block.text.endsWith("\n");
    if (!this.#headFull) {
      this.#headFull = size.lines >= this.#limits.headLines || size.chars >= this.#limits.headChars;
    }
    return cut.end;
  }

  #trim(): void {
    const { tailLines, tailChars } = this.#limits;
    while (this.tail.length > 1 && (this.#tailSize.lines > tailLines || this.#tailSize.chars > tailChars)) {
      const gone = this.tail.shift();
      if (!gone) return;
      this.#tailSize.lines -= gone.lines;
      this.#tailSize.chars -= gone.text.length;
      this.dropped.lines += gone.lines;
      this.dropped.chars += gone.text.length;
    }
  }
}

/// `994,800 lines were let go here (13,930,000 characters)`.
export function droppedNote(dropped: { lines: number; chars: number }): string {
  return say("dropped", { n: dropped.lines, lines: grouped(dropped.lines), chars: grouped(dropped.chars) });
}

function join(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join("");
}

// The end of the longest piece from `from` on within both bounds.
function cutAt(text: string, from: number, maxLines: number, maxChars: number): { end: number; lines: number } {
  let limit = Math.min(text.length, from + maxChars);
  // Half of a surrogate pair is no character: one over the bound is better.
  if (limit < text.length && isLowSurrogate(text.charCodeAt(limit))) limit++;
  let lines = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < limit; at = text.indexOf("\n", at + 1)) {
    lines++;
    if (lines === maxLines) return { end: at + 1, lines };
  }
  return { end: limit, lines };
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
