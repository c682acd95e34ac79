/// What an engine must know of a program before it runs it: its files, and what they
/// import. No more of Go is understood here.

/** Whether a program is a package's tests: then `go test -v` is what runs it. */
export function isTest(files: Record<string, string>): boolean {
  return Object.keys(files).some((name) => name.endsWith("_test.go"));
}

/** The names of a program's source files, in order. */
export function sourceFiles(files: Record<string, string>): string[] {
  return Object.keys(files).filter((name) => name.endsWith(".go")).sort();
}

const MARKER = /^-- (\S(?:.*\S)?) --[ \t]*$/;

/// One text may hold several files: a line `-- name.go --` begins the next one, as in
/// Go's own test archives and on its playground. What stands before the first such
/// line is the file that the text came as, unless it is blank.
export function splitFiles(files: Record<string, string>): Record<string, string> {
  const split: [name: string, text: string][] = [];
  for (const [name, text] of Object.entries(files)) {
    if (!text.includes("-- ")) {
      split.push([name, text]);
      continue;
    }
    let current: [string, string] = [name, ""];
    const parts = [current];
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const marker = MARKER.exec(line.trimEnd());
      if (marker) parts.push((current = [marker[1]!, ""]));
      else current[1] += line;
    }
    split.push(...parts.filter(([, part], i) => i > 0 || parts.length === 1 || part.trim() !== ""));
  }
  return Object.fromEntries(split);
}

/// The paths that a file imports. Reads the package clause and the import
/// declarations, which come before all else; what is no Go ends it.
export function importsOf(source: string): string[] {
  const paths: string[] = [];
  const token = /\s+|\/\/[^\n]*|\/\*[^]*?\*\/|;|([\p{L}_.][\p{L}\p{N}_]*|\(|\))|("[^"\n]*"|`[^`]*`)/uy;
  let words: string[] = [];
  for (let match; (match = token.exec(source)); ) {
    const [, word, text] = match;
    if (text !== undefined) {
      if (words[0] !== "package" || !words.includes("import")) break;
      paths.push(text.slice(1, -1));
    } else if (word !== undefined) {
      if (["func", "type", "var", "const"].includes(word)) break;
      words = [...words, word];
    }
  }
  return paths;
}
