/// What a program prints, on its way to the page: decoded, put together into
/// messages of a sensible size, and counted.

import type { FromWorker } from "../protocol.ts";
import { LimitReached } from "./limit.ts";

type Stream = "stdout" | "stderr";
type OutputMessage = Extract<FromWorker, { kind: "output" }>;

/** A message holds at most about so many characters, and is at most so old. */
const BATCH_CHARACTERS = 16 << 10;
const BATCH_MS = 8;

export class Output {
  #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #stream: Stream = "stdout";
  #text = "";
  #at = 0;
  #lastFlush = 0;
  #bytes = 0;

  constructor(
    private readonly run: number,
    private readonly limitBytes: number,
    private readonly now: () => number,
    private readonly post: (message: OutputMessage) => void,
  ) {}

  write(stream: Stream, bytes: Uint8Array): void {
    const room = this.limitBytes - this.#bytes;
    this.#bytes += bytes.length;
    const text = this.#decoders[stream].decode(bytes.subarray(0, room), { stream: true });
    const at = this.now();
    // What one message holds was printed to one stream at one moment of the program's time.
    if (this.#text !== "" && (stream !== this.#stream || at !== this.#at)) this.flush();
    this.#stream = stream;
    this.#at = at;
    this.#text += text;
    if (bytes.length > room) throw new LimitReached("output-limit");
    if (this.#text.length > BATCH_CHARACTERS || performance.now() - this.#lastFlush > BATCH_MS) this.flush();
  }

  /** Sends what there is: before the program waits, and when it ends. */
  flush(): void {
    this.#lastFlush = performance.now();
    if (this.#text === "") return;
    this.post({ kind: "output", run: this.run, stream: this.#stream, text: this.#text, at: this.#at });
    this.#text = "";
  }
}
