/// Go's runtime writes to stderr by itself when it dies, and for the builtin print.
/// The two must be told apart: print is output, a death report is how the run ended.

/** The runtime writes each of these in one piece, before it dies. */
const DEATH = ["panic: ", "fatal error: ", "runtime: ", "[signal ", "SIGSEGV"];

const decoder = new TextDecoder();

export class RuntimeText {
  #report = "";

  /** Takes what the runtime wrote; returns what of it is output. */
  write(bytes: Uint8Array): Uint8Array | undefined {
    const text = decoder.decode(bytes);
    if (this.#report === "" && !DEATH.some((beginning) => text.startsWith(beginning))) return bytes.slice();
    this.#report += text;
    return undefined;
  }

  /** All that was held back. */
  get report(): string {
    return this.#report;
  }
}
