/// How a file on its way becomes a module or bytes, in a worker of its own.
///
/// Megabytes that are decompressed and compiled on the page's thread hold the page up
/// for a second, even where each step is asynchronous. So the page only fetches, and
/// passes on what arrives: one `open`, then a `chunk` for each piece, then `end`. The
/// worker says `ready` when it is there, and in the end `unpacked` or `failed`. It
/// serves one file; whoever made it ends it.

export type ToUnpacker =
  | {
      kind: "open";
      as: "module" | "bytes";
      gzip: boolean;
      /** Of the file unpacked. Fewer or more is a failure. */
      bytes: number;
    }
  | { kind: "chunk"; chunk: Uint8Array }
  | { kind: "end" };

export type FromUnpacker =
  | { kind: "ready" }
  /** A module or bytes, as was asked for. */
  | { kind: "unpacked"; result: WebAssembly.Module | Uint8Array<ArrayBuffer> }
  | {
      kind: "failed";
      /** Of the JavaScript error: a RangeError tells of too little memory. */
      name: string;
      message: string;
    };
