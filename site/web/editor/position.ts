/// Where in a line a compiler's column falls.
///
/// Go counts columns in bytes of UTF-8 from 1; the editor counts UTF-16 units
/// from 0. A column past the end is the end.
export function columnOffset(line: string, column: number): number {
  let bytes = 1;
  let offset = 0;
  for (const character of line) {
    if (bytes >= column) break;
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    offset += character.length;
  }
  return offset;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
