/// Edits of the checker as changes of the editor.

import type { ChangeSpec, Text } from "@codemirror/state";

import type { Edit } from "../protocol.ts";

/** The checker's text has a newline at its end that the editor's has not: what is said about it is left out. */
export function changesOf(edits: readonly Edit[], doc: Text): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  for (const { from, to, text } of edits) {
    const beyond = to > doc.length;
    if (from > doc.length || (beyond && from === doc.length && text.trim() === "")) continue;
    changes.push({ from, to: Math.min(to, doc.length), insert: beyond ? text.replace(/\n$/, "") : text });
  }
  return changes;
}

/// The change that imports a package: beside the other imports, or below the package
/// clause. Formatting sorts them later. Undefined if it is imported already.
export function importOf(path: string, source: string): { from: number; insert: string } | undefined {
  const quoted = JSON.stringify(path);
  const header = source.slice(0, source.search(/^(?:func|type|var|const)\b/m) >>> 0);
  if (header.includes(quoted)) return undefined;
  const after = (match: RegExpMatchArray): number => match.index! + match[0].length;
  const group = /^import\s*\([^\n]*\n/m.exec(header);
  if (group) return { from: after(group), insert: `\t${quoted}\n` };
  const single = /^import\s[^\n]*$/m.exec(header);
  if (single) return { from: after(single), insert: `\nimport ${quoted}` };
  const clause = /^package\s[^\n]*$/m.exec(header);
  return clause ? { from: after(clause), insert: `\n\nimport ${quoted}` } : undefined;
}
