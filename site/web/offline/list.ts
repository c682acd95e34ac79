/// What one version of the course consists of: `offline.json`, which the build
/// writes and whose hash stands in the first line of `sw.js`. So the worker that
/// the browser has got vouches for the list, and the list for every file.

export interface FileList {
  files: Entry[];
}

export interface Entry {
  /** From the root of the site, with slashes; a page's ends in index.html. */
  path: string;
  /** Of the file as it is, in hex. */
  sha256: string;
  bytes: number;
  /** Of a .gz file's content: some hosts label such files so that the browser unpacks them. */
  unpackedSha256?: string;
  /** Pages and scripts are a version; engines are fetched after it, or when they are first used. */
  when: "install" | "ahead" | "later";
}

/** The two lines that the build puts before the worker's script. */
export interface Build {
  list: string;
  sha256: string;
}

/// Where an entry is asked for and kept: a page under its folder, as readers link to it.
export function address(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}

/// The way from the scope to a URL, as `address` has it. Null for what is outside.
export function within(scope: string, url: string): string | null {
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  return address(decoded(pathname.slice(root.pathname.length)));
}

export function fits({ sha256, unpackedSha256 }: Pick<Entry, "sha256" | "unpackedSha256">, hash: string): boolean {
  return hash === sha256 || hash === unpackedSha256;
}

export function totalBytes(entries: readonly Entry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function isList(value: unknown): value is FileList {
  const files = (value as Partial<FileList> | null)?.files;
  return Array.isArray(files) && files.every((file) => typeof file?.path === "string" && typeof file.sha256 === "string");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
