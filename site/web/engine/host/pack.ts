/// Reads a pack of files: a WebAssembly module that has nothing but custom sections,
/// each named for its file. wasm/exact writes them and says why.

const HEADER_BYTES = 8;
const CUSTOM_SECTION = 0;

const decoder = new TextDecoder();

/** The files of a pack, by name. Their bytes lie in those of the pack. */
export function filesOf(pack: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let at = HEADER_BYTES;
  const number = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = pack[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < pack.length) {
    if (pack[at++] !== CUSTOM_SECTION) throw new Error("a pack holds nothing but files");
    const size = number();
    const end = at + size;
    const nameBytes = number();
    files.set(decoder.decode(pack.subarray(at, at + nameBytes)), pack.subarray(at + nameBytes, end));
    at = end;
  }
  return files;
}
