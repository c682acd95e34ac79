/// The versions of the course that are kept, and which of them pages are served from.
///
/// A version has a cache of its own, named for the hash of its list. It is filled
/// with files that match the list, and the list itself goes in last: a cache with
/// a list is whole. Beside them one small cache holds the state: the current
/// version, and the pages that were open when it became current; those go on with
/// the files they were made for.
///
/// Whatever the storage does, a page is never worse off than without all this:
/// where nothing can be read, nothing is kept, and the network answers.
import { address, type Build, type Entry, type FileList, fits, isList, within } from "./list.ts";
import type { Failure } from "./protocol.ts";

/** What the browser gives; tests give their own. */
export interface Surroundings {
  scope: string;
  caches: CacheStorage;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Ids of the pages that are open. */
  openPages(): Promise<string[]>;
}

interface State {
  current: string;
  /** Pages by the older version that they were made by. */
  left: Record<string, string[]>;
}

/** A whole version beside the own one. */
interface Older {
  cache: Cache;
  hashes: Map<string, string>;
}

type Progress = (bytes: number) => void;

const AT_ONCE = 4;

export class KeepError extends Error {
  constructor(readonly failure: Failure, options?: ErrorOptions) {
    super(failure, options);
  }
}

export class Versions {
  readonly own: string;
  readonly #env: Surroundings;
  readonly #build: Build;
  readonly #prefix: string;
  readonly #lists = new Map<string, Map<string, Entry>>();
  #state: State | null = null;

  constructor(build: Build, env: Surroundings) {
    this.own = build.sha256.slice(0, 16);
    this.#build = build;
    this.#env = env;
    this.#prefix = `awaitgo:${new URL(env.scope).pathname}:`;
  }

  /// Fetches and checks the list of this worker's own version.
  async ownList(): Promise<FileList> {
    const kept = await this.#keptList(this.own);
    if (kept) return kept;
    const response = await this.#get({ path: this.#build.list, sha256: this.#build.sha256 });
    return parseList(await response.text());
  }

  /// Keeps a whole version or nothing. Files that an older version holds unchanged
  /// are taken from there.
  async install(progress: Progress = () => {}): Promise<void> {
    const list = await this.ownList();
    const cache = await this.#open(this.own);
    const older = await this.#olderCaches();
    const wanted = list.files.filter(({ when }) => when === "install");
    try {
      await each(wanted, async (entry) => {
        if (!(await cache.match(this.#url(entry)))) await put(cache, this.#url(entry), await this.#obtain(entry, older));
        progress(entry.bytes);
      });
      await put(cache, this.#url({ path: this.#build.list }), new Response(JSON.stringify(list)));
    } catch (cause) {
      // Without room there is no next time that this could go on from.
      if (failureOf(cause) === "full") await this.#env.caches.delete(this.#prefix + this.own).catch(() => {});
      throw cause;
    }
  }

  /// Keeps engines: those that the course's programs use, or all.
  async keep(what: "engines" | "everything", progress: Progress = () => {}): Promise<void> {
    const version = (await this.state())?.current ?? this.own;
    const cache = await this.#open(version);
    const older = await this.#olderCaches();
    for (const entry of await this.missing(what)) {
      await put(cache, this.#url(entry), await this.#obtain(entry, older, progress));
    }
  }

  /// What of the current version is not kept.
  async missing(what: "engines" | "everything"): Promise<Entry[]> {
    const version = (await this.state())?.current ?? this.own;
    const list = (await this.#keptList(version)) ?? (version === this.own ? await this.ownList() : { files: [] });
    const cache = await this.#open(version);
    const missing: Entry[] = [];
    for (const entry of list.files) {
      if (what === "engines" && entry.when === "later") continue;
      if (!(await cache.match(this.#url(entry)))) missing.push(entry);
    }
    return missing;
  }

  /// What of the current version is kept though no program of the course uses it.
  async larger(): Promise<Entry[]> {
    const version = (await this.state())?.current ?? this.own;
    const cache = await this.#open(version);
    const larger: Entry[] = [];
    for (const entry of (await this.#keptList(version))?.files ?? []) {
      if (entry.when === "later" && (await cache.match(this.#url(entry)))) larger.push(entry);
    }
    return larger;
  }

  /// Gives the room of those back.
  async free(): Promise<void> {
    const version = (await this.state())?.current ?? this.own;
    const cache = await this.#open(version);
    for (const entry of await this.larger()) await cache.delete(this.#url(entry));
  }

  async state(): Promise<State | null> {
    if (this.#state) return this.#state;
    try {
      const response = await (await this.#open("state")).match(this.#env.scope);
      this.#state = response ? ((await response.json()) as State) : null;
    } catch {
      return null;
    }
    return this.#state;
  }

  /// Whether the own version is whole, and another is the current one.
  async updateReady(): Promise<boolean> {
    const state = await this.state();
    return state !== null && state.current !== this.own && (await this.#keptList(this.own)) !== null;
  }

  /// Makes the own version current. Pages that are open keep theirs.
  async apply(): Promise<void> {
    this.#state = null;
    const before = await this.state();
    if (before?.current === this.own || !(await this.#keptList(this.own))) return;
    await this.#carry().catch(() => {}); // They can be fetched again.
    const left = { ...before?.left };
    if (before) left[before.current] = await this.#env.openPages();
    await this.#write({ current: this.own, left });
    await this.tidy();
  }

  /// The first version becomes current by itself; a later one waits for consent.
  async activate(): Promise<void> {
    const state = await this.state();
    if (!state || !(await this.#keptList(state.current))) await this.apply();
    await this.tidy();
    await this.#dropOvertaken();
  }

  /// Deletes older versions that no page has any more.
  async tidy(): Promise<void> {
    const state = await this.state();
    if (!state) return;
    const open = await this.#env.openPages();
    const left: State["left"] = {};
    for (const [version, pages] of Object.entries(state.left)) {
      const still = pages.filter((page) => open.includes(page));
      if (still.length > 0) left[version] = still;
      else if (version !== state.current) await this.#env.caches.delete(this.#prefix + version);
    }
    if (Object.keys(left).length !== Object.keys(state.left).length) await this.#write({ ...state, left });
  }

  // Versions that were fetched and never applied. Only a worker that becomes the
  // active one may do so: to an older one they are news.
  async #dropOvertaken(): Promise<void> {
    const state = await this.state();
    if (!state) return;
    const wanted = new Set(["state", state.current, this.own, ...Object.keys(state.left)]);
    for (const name of await this.#env.caches.keys()) {
      if (name.startsWith(this.#prefix) && !wanted.has(name.slice(this.#prefix.length))) await this.#env.caches.delete(name);
    }
  }

  /// Whether all of the own version is kept.
  async whole(): Promise<boolean> {
    return (await this.#keptList(this.own)) !== null;
  }

  /// The entry and the kept file, if any, that answer a page's request. Null: not ours.
  async find(url: string, page: string): Promise<{ entry: Entry; version: string; kept: Response | undefined } | null> {
    const path = within(this.#env.scope, url);
    const state = path === null ? null : await this.state();
    if (path === null || !state) return null;
    const version = Object.keys(state.left).find((version) => state.left[version]!.includes(page)) ?? state.current;
    const entry = (await this.#entries(version))?.get(path);
    if (!entry) return null;
    return { entry, version, kept: await (await this.#open(version)).match(this.#url(entry)) };
  }

  /// Fetches a file of a version for a page and keeps it. What arrives is passed on
  /// at once; if it turns out not to be the version's, it ends in an error.
  /// `kept` settles when the file is kept, or will not be.
  async fetchAndKeep(entry: Entry, version: string): Promise<{ response: Response; kept: Promise<void> }> {
    const response = await this.#env.fetch(this.#url(entry), { credentials: "same-origin" });
    if (!response.ok || !response.body) return { response, kept: Promise.resolve() };
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let settle = () => {};
    const kept = new Promise<void>((resolve) => (settle = resolve));
    const checked = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        chunks.push(chunk);
        controller.enqueue(chunk);
      },
      flush: async (controller) => {
        const blob = new Blob(chunks);
        if (!fits(entry, await sha256(await blob.arrayBuffer()))) {
          controller.error(new Error(`${entry.path} is not of this version`));
        } else {
          const cache = await this.#open(version);
          await cache.put(this.#url(entry), new Response(blob, { headers: headersOf(response) })).catch(() => {});
        }
        settle();
      },
    });
    const body = response.body.pipeThrough(checked);
    return { response: new Response(body, { headers: headersOf(response) }), kept };
  }

  /// A file of the current version is gone and can't be had: its caches were lost.
  /// The network serves until the next version is installed.
  async abandon(version: string): Promise<void> {
    await this.#env.caches.delete(this.#prefix + version).catch(() => {});
    this.#lists.delete(version);
    if ((await this.state())?.current !== version) return;
    this.#state = null;
    await (await this.#open("state")).delete(this.#env.scope).catch(() => {});
  }

  // Takes engines over that the new version has unchanged.
  async #carry(): Promise<void> {
    const older = await this.#olderCaches();
    const cache = await this.#open(this.own);
    for (const entry of (await this.ownList()).files) {
      if (entry.when === "install" || (await cache.match(this.#url(entry)))) continue;
      const response = await this.#held(entry, older);
      if (response) await put(cache, this.#url(entry), response);
    }
  }

  async #held(entry: Entry, older: Older[]): Promise<Response | undefined> {
    for (const { cache, hashes } of older) {
      const response = hashes.get(entry.path) === entry.sha256 ? await cache.match(this.#url(entry)) : undefined;
      if (response) return response;
    }
    return undefined;
  }

  async #obtain(entry: Entry, older: Older[], progress: Progress = () => {}): Promise<Response> {
    const held = await this.#held(entry, older);
    if (!held) return this.#get(entry, progress);
    progress(entry.bytes);
    return held;
  }

  // What the browser has cached may be of the version before: then the host is asked itself.
  async #get(file: Pick<Entry, "path" | "sha256" | "unpackedSha256">, progress: Progress = () => {}): Promise<Response> {
    let read = 0;
    for (const cache of ["no-cache", "reload"] as const) {
      let bytes: ArrayBuffer;
      let headers: Headers;
      try {
        const response = await this.#env.fetch(this.#url(file), { cache, credentials: "same-origin" });
        if (!response.ok) throw new Error(`status ${response.status}`);
        headers = headersOf(response);
        const counting = new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            progress(chunk.length);
            read += chunk.length;
            controller.enqueue(chunk);
          },
        });
        bytes = await new Response(response.body?.pipeThrough(counting)).arrayBuffer();
      } catch (cause) {
        throw new KeepError("network", { cause });
      }
      if (fits(file, await sha256(bytes))) return new Response(bytes, { headers });
      progress(-read);
      read = 0;
    }
    throw new KeepError("network", { cause: new Error(`${file.path} is not the file of this version`) });
  }

  async #olderCaches(): Promise<Older[]> {
    const older: Older[] = [];
    for (const name of await this.#env.caches.keys()) {
      const version = name.slice(this.#prefix.length);
      if (!name.startsWith(this.#prefix) || version === this.own) continue;
      const list = await this.#keptList(version);
      if (list) older.push({ cache: await this.#open(version), hashes: new Map(list.files.map((file) => [file.path, file.sha256])) });
    }
    return older;
  }

  async #entries(version: string): Promise<Map<string, Entry> | null> {
    const known = this.#lists.get(version);
    if (known) return known;
    const list = await this.#keptList(version);
    if (!list) return null;
    const entries = new Map(list.files.map((entry) => [address(entry.path), entry]));
    this.#lists.set(version, entries);
    return entries;
  }

  // The list of a version that is whole.
  async #keptList(version: string): Promise<FileList | null> {
    try {
      if (!(await this.#env.caches.has(this.#prefix + version))) return null;
      const response = await (await this.#open(version)).match(this.#url({ path: this.#build.list }));
      return response ? parseList(await response.text()) : null;
    } catch {
      return null;
    }
  }

  async #write(state: State): Promise<void> {
    await put(await this.#open("state"), this.#env.scope, new Response(JSON.stringify(state)));
    this.#state = state;
  }

  #open(name: string): Promise<Cache> {
    return this.#env.caches.open(this.#prefix + name);
  }

  #url({ path }: { path: string }): string {
    return new URL(address(path).split("/").map(encodeURIComponent).join("/") || "./", this.#env.scope).href;
  }
}

/// What went wrong, as a page would say it.
export function failureOf(cause: unknown): Failure {
  return cause instanceof KeepError ? cause.failure : "full";
}

async function put(cache: Cache, url: string, response: Response): Promise<void> {
  try {
    await cache.put(url, response);
  } catch (cause) {
    throw new KeepError("full", { cause });
  }
}

// The host's own policies stay with a page; what describes the transfer does not.
function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "vary"]) headers.delete(name);
  return headers;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseList(text: string): FileList {
  const list: unknown = JSON.parse(text);
  if (!isList(list)) throw new KeepError("network", { cause: new Error("the list of files can't be read") });
  return list;
}

// A few at a time; the first failure ends it.
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
        await work(item).catch((cause) => {
          rest.length = 0;
          throw cause;
        });
      }
    }),
  );
}
