/// The files of one run, in memory and gone with it: the standard streams, the files
/// by which an engine and its host speak (see wasm/instant), and a tree in which /tmp
/// is the one folder that a program may write to. The methods are those of Node's
/// fs that Go's js/wasm port calls.

import { HostCallback, hostError, HostObject } from "./object.ts";

export interface Streams {
  /** Takes what the program printed. May throw to end the run. */
  write(stream: "stdout" | "stderr", bytes: Uint8Array): void;
  /** Takes the engine's report. */
  report(bytes: Uint8Array): void;
}

const MODE_FOLDER = 0o040755;
const MODE_FILE = 0o100644;
const MODE_DEVICE = 0o020620;

/** Go learns these values from us; they are Linux's. */
const FLAGS = {
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_DIRECTORY: 0o200000,
};

/** All files of a run together may hold so many bytes. */
const DISK_BYTES = 64 << 20;

class Failure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

class Folder {
  readonly entries = new Map<string, Folder | File>();
  constructor(public writable: boolean) {}
}

class File {
  #buffer: Uint8Array;
  #size: number;

  constructor(
    readonly writable = true,
    bytes: Uint8Array = new Uint8Array(0),
  ) {
    this.#buffer = bytes;
    this.#size = bytes.length;
  }

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }

  /** Cuts the file, or adds zeros to it. What is written bit by bit is not copied each time. */
  resize(size: number): void {
    if (size > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(size, 2 * this.#buffer.length));
      grown.set(this.bytes);
      this.#buffer = grown;
    } else if (size < this.#size) {
      this.#buffer.fill(0, size, this.#size);
    }
    this.#size = size;
  }
}

/** /dev/null: it takes everything, and has nothing. */
class NullDevice extends File {}

/** What an engine and its host speak through. */
const SPECIAL = ["request", "deadlock", "report"] as const;
type Special = (typeof SPECIAL)[number];

interface Open {
  node: Folder | File;
  flags: number;
  position: number;
}

interface Reader {
  target: Uint8Array;
  callback: HostCallback;
}

/** A stream that the host feeds: reads take what is there, and wait when nothing is. */
export class Pipe {
  #pending: Uint8Array[] = [];
  #ended = false;
  #reader: Reader | undefined;

  /** Whether the program waits for what is not there yet. */
  get awaited(): boolean {
    return this.#reader !== undefined;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length > 0 && !this.#ended) this.#pending.push(bytes);
    this.#serve();
  }

  end(): void {
    this.#ended = true;
    this.#serve();
  }

  read(target: Uint8Array, callback: HostCallback): void {
    this.#reader = { target, callback };
    this.#serve();
  }

  /** Who waits, as an opaque value: `restore` makes them wait again, for what comes next. */
  copy(): unknown {
    return this.#reader;
  }

  restore(reader: unknown): void {
    this.#reader = reader as Reader | undefined;
    this.#pending = [];
  }

  #serve(): void {
    if (!this.#reader || (this.#pending.length === 0 && !this.#ended)) return;
    const { target, callback } = this.#reader;
    this.#reader = undefined;
    const first = this.#pending[0];
    if (!first) return callback.call(null, 0);
    const part = first.subarray(0, target.length);
    target.set(part);
    if (part.length < first.length) this.#pending[0] = first.subarray(part.length);
    else this.#pending.shift();
    callback.call(null, part.length);
  }
}

/** What a program has open at some moment. What its files hold is no part of it. */
export type FilesState = Readonly<{ open: [number, Open | Special][]; nextFd: number; workingFolder: string; reader: unknown }>;

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const FIRST_FD = 3;

export class Files {
  readonly stdin = new Pipe();
  readonly request = new Pipe();
  /** Ends when the program is in a deadlock. */
  readonly deadlock = new Pipe();
  readonly api: HostObject;

  #streams: Streams;
  #root = new Folder(false);
  #open = new Map<number, Open | Special>();
  #nextFd = FIRST_FD;
  #diskBytes = 0;
  #mostBytes: number;
  #special = new Map<string, Special>(SPECIAL.map((name) => [`/awaitgo/${name}`, name]));
  #workingFolder = "/";

  /** `diskBytes`: what files that the program makes may hold together. */
  constructor(streams: Streams, diskBytes = DISK_BYTES) {
    this.#streams = streams;
    this.#mostBytes = diskBytes;
    this.#root.entries.set("tmp", new Folder(true));
    this.#makeWay(["dev"]).entries.set("null", new NullDevice());
    this.api = this.#makeApi();
  }

  /** Lays a file there, and the folders that lead to it. */
  add(path: string, bytes: Uint8Array, writable = false): void {
    const names = this.resolve(path).split("/");
    const name = names.pop()!;
    this.#makeWay(names).entries.set(name, new File(writable, bytes));
  }

  /** Lets the program change the folder, which is made if it is not there. */
  makeWritable(path: string): void {
    this.#makeWay(this.resolve(path).split("/")).writable = true;
  }

  #makeWay(names: string[]): Folder {
    let folder = this.#root;
    for (const name of names) {
      if (name === "") continue;
      let inner = folder.entries.get(name);
      if (!(inner instanceof Folder)) folder.entries.set(name, (inner = new Folder(false)));
      folder = inner;
    }
    return folder;
  }

  /** Takes all files out of a folder. */
  empty(path: string): void {
    const node = this.#find(this.resolve(path));
    if (!(node instanceof Folder)) return;
    node.entries.clear();
  }

  copy(): FilesState {
    return { open: copyOf(this.#open), nextFd: this.#nextFd, workingFolder: this.#workingFolder, reader: this.stdin.copy() };
  }

  /** Goes back to what was open then, and empties the files among that that were being written. */
  restore({ open, nextFd, workingFolder, reader }: FilesState): void {
    this.#open = new Map(copyOf(open));
    for (const one of this.#open.values()) {
      if (typeof one === "object" && one.node instanceof File && one.flags & (FLAGS.O_WRONLY | FLAGS.O_RDWR)) this.#resize(one.node, 0);
    }
    this.#nextFd = nextFd;
    this.#workingFolder = workingFolder;
    this.stdin.restore(reader);
  }

  /** Takes the engine's two files away: what runs is no engine. */
  withoutEngine(): void {
    this.#special.clear();
  }

  /** What the file holds; undefined if there is none. The bytes change as it is written to. */
  contents(path: string): Uint8Array | undefined {
    const node = this.#find(this.resolve(path));
    return node instanceof File ? node.bytes : undefined;
  }

  cwd = (): string => this.#workingFolder;

  chdir = (path: unknown): void => {
    const resolved = this.resolve(path);
    this.#folder(resolved);
    this.#workingFolder = resolved;
  };

  resolve = (path: unknown): string => {
    const parts: string[] = [];
    const text = String(path);
    for (const part of (text.startsWith("/") ? text : `${this.#workingFolder}/${text}`).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return "/" + parts.join("/");
  };

  #find(path: string): Folder | File | undefined {
    let node: Folder | File | undefined = this.#root;
    for (const name of path.split("/")) {
      if (name === "") continue;
      if (!(node instanceof Folder)) throw new Failure("ENOTDIR");
      node = node.entries.get(name);
      if (!node) return undefined;
    }
    return node;
  }

  #get(path: string): Folder | File {
    const node = this.#find(path);
    if (!node) throw new Failure("ENOENT");
    return node;
  }

  #folder(path: string): Folder {
    const node = this.#get(path);
    if (!(node instanceof Folder)) throw new Failure("ENOTDIR");
    return node;
  }

  /** The folder that holds the path's last element, if the program may change it, and that element. */
  #writableParent(path: string): [folder: Folder, name: string] {
    const slash = path.lastIndexOf("/");
    const folder = this.#folder(path.slice(0, slash) || "/");
    if (!folder.writable) throw new Failure("EROFS");
    return [folder, path.slice(slash + 1)];
  }

  #openFile(path: string, flags: number): number {
    const special = this.#special.get(path);
    if (special) {
      // Once each, and the engine comes first: a program can't pose as it.
      this.#special.delete(path);
      this.#open.set(this.#nextFd, special);
      return this.#nextFd++;
    }
    let node = this.#find(path);
    if (node && flags & FLAGS.O_CREAT && flags & FLAGS.O_EXCL) throw new Failure("EEXIST");
    if (!node) {
      if (!(flags & FLAGS.O_CREAT)) throw new Failure("ENOENT");
      const [folder, name] = this.#writableParent(path);
      node = new File();
      folder.entries.set(name, node);
    }
    const writes = flags & (FLAGS.O_WRONLY | FLAGS.O_RDWR);
    if (node instanceof Folder && writes) throw new Failure("EISDIR");
    if (node instanceof File && !node.writable && (writes || flags & FLAGS.O_TRUNC)) throw new Failure("EROFS");
    if (node instanceof File && flags & FLAGS.O_DIRECTORY) throw new Failure("ENOTDIR");
    if (node instanceof File && flags & FLAGS.O_TRUNC) this.#resize(node, 0);
    this.#open.set(this.#nextFd, { node, flags, position: 0 });
    return this.#nextFd++;
  }

  #openAt(fd: unknown): Open | Special {
    const open = this.#open.get(fd as number);
    if (!open) throw new Failure("EBADF");
    return open;
  }

  #resize(file: File, length: number): void {
    if (file instanceof NullDevice) return;
    if (this.#diskBytes + length - file.bytes.length > this.#mostBytes) throw new Failure("ENOSPC");
    this.#diskBytes += length - file.bytes.length;
    file.resize(length);
  }

  #read(fd: number, target: Uint8Array, position: number | null, callback: HostCallback): void {
    if (fd === STDIN) return this.stdin.read(target, callback);
    const open = this.#openAt(fd);
    if (open === "request" || open === "deadlock") return this[open].read(target, callback);
    if (open === "report") throw new Failure("EBADF");
    if (open.node instanceof Folder) throw new Failure("EISDIR");
    const from = position ?? open.position;
    const part = open.node.bytes.subarray(from, from + target.length);
    target.set(part);
    if (position === null) open.position += part.length;
    callback.call(null, part.length);
  }

  #write(fd: number, bytes: Uint8Array, position: number | null): void {
    if (fd === STDOUT || fd === STDERR) return this.#streams.write(fd === STDOUT ? "stdout" : "stderr", bytes);
    const open = this.#openAt(fd);
    if (open === "report") return this.#streams.report(bytes);
    if (typeof open === "string" || !(open.flags & (FLAGS.O_WRONLY | FLAGS.O_RDWR))) throw new Failure("EBADF");
    const file = open.node as File;
    if (file instanceof NullDevice) return;
    const at = open.flags & FLAGS.O_APPEND ? file.bytes.length : (position ?? open.position);
    if (at + bytes.length > file.bytes.length) this.#resize(file, at + bytes.length);
    file.bytes.set(bytes, at);
    if (position === null) open.position = at + bytes.length;
  }

  #stat(node: Folder | File | "device"): HostObject {
    const isFolder = node instanceof Folder;
    return new HostObject({
      dev: 0,
      ino: 0,
      mode: node === "device" || node instanceof NullDevice ? MODE_DEVICE : isFolder ? MODE_FOLDER : MODE_FILE,
      nlink: 1,
      uid: 0,
      gid: 0,
      rdev: 0,
      size: node instanceof File ? node.bytes.length : 0,
      blksize: 4096,
      blocks: 0,
      atimeMs: 0,
      mtimeMs: 0,
      ctimeMs: 0,
      isDirectory: () => isFolder,
    });
  }

  #remove(path: string, wanted: typeof Folder | typeof File, otherwise: string): void {
    const [folder, name] = this.#writableParent(path);
    const node = folder.entries.get(name);
    if (!node) throw new Failure("ENOENT");
    if (!(node instanceof wanted)) throw new Failure(otherwise);
    if (node instanceof Folder && node.entries.size > 0) throw new Failure("ENOTEMPTY");
    if (node instanceof File) this.#resize(node, 0);
    folder.entries.delete(name);
  }

  #rename(from: string, to: string): void {
    const [source, oldName] = this.#writableParent(from);
    const node = source.entries.get(oldName);
    if (!node) throw new Failure("ENOENT");
    if (to.startsWith(from + "/")) throw new Failure("EINVAL");
    const [target, newName] = this.#writableParent(to);
    const replaced = target.entries.get(newName);
    if (replaced instanceof Folder && replaced !== node) throw new Failure("EEXIST");
    source.entries.delete(oldName);
    target.entries.set(newName, node);
  }

  #makeFolder(path: string): void {
    if (this.#find(path)) throw new Failure("EEXIST");
    const [folder, name] = this.#writableParent(path);
    folder.entries.set(name, new Folder(true));
  }

  #truncate(node: Folder | File | undefined, length: unknown): void {
    if (!(node instanceof File)) throw new Failure("EINVAL");
    if (!node.writable) throw new Failure("EROFS");
    this.#resize(node, length as number);
  }

  #nodeAt(fd: unknown): Folder | File | "device" {
    if (fd === STDIN || fd === STDOUT || fd === STDERR) return "device";
    const open = this.#openAt(fd);
    return typeof open === "string" ? "device" : open.node;
  }

  #makeApi(): HostObject {
    /** A method whose last argument is the callback for its result or failure. */
    const answering =
      (method: (...args: never[]) => unknown) =>
      (...all: unknown[]): void => {
        const callback = all.pop() as HostCallback;
        let result: unknown;
        try {
          result = method(...(all as never[]));
        } catch (error) {
          return fail(callback, error);
        }
        callback.call(null, result);
      };
    const unsupported = answering(() => {
      throw new Failure("ENOSYS");
    });
    const done = answering(() => undefined);
    const stat = answering((path: string) => this.#stat(this.#get(this.resolve(path))));
    return new HostObject({
      constants: new HostObject(FLAGS),
      open: answering((path: string, flags: number) => this.#openFile(this.resolve(path), flags)),
      close: answering((fd: number) => {
        if (!this.#open.delete(fd) && fd >= FIRST_FD) throw new Failure("EBADF");
      }),
      // Reading is the one operation that may have to wait.
      read: (...args: unknown[]) => {
        const [fd, target, , , position, callback] = args as [number, Uint8Array, number, number, number | null, HostCallback];
        try {
          this.#read(fd, target, position, callback);
        } catch (error) {
          fail(callback, error);
        }
      },
      write: answering((fd: number, bytes: Uint8Array, _offset: number, length: number, position: number | null) => {
        this.#write(fd, bytes, position);
        return length;
      }),
      fstat: answering((fd: number) => this.#stat(this.#nodeAt(fd))),
      stat,
      lstat: stat,
      readdir: answering((path: string) => [...this.#folder(this.resolve(path)).entries.keys()].sort()),
      mkdir: answering((path: string) => this.#makeFolder(this.resolve(path))),
      unlink: answering((path: string) => this.#remove(this.resolve(path), File, "EISDIR")),
      rmdir: answering((path: string) => this.#remove(this.resolve(path), Folder, "ENOTDIR")),
      rename: answering((from: string, to: string) => this.#rename(this.resolve(from), this.resolve(to))),
      truncate: answering((path: string, length: number) => this.#truncate(this.#find(this.resolve(path)), length)),
      ftruncate: answering((fd: number, length: number) => {
        const node = this.#nodeAt(fd);
        this.#truncate(node === "device" ? undefined : node, length);
      }),
      fsync: done,
      chmod: done,
      fchmod: done,
      utimes: done,
      chown: unsupported,
      fchown: unsupported,
      lchown: unsupported,
      link: unsupported,
      symlink: unsupported,
      readlink: unsupported,
    });
  }
}

function copyOf(open: Iterable<[number, Open | Special]>): [number, Open | Special][] {
  return [...open].map(([fd, one]) => [fd, typeof one === "object" ? { ...one } : one]);
}

/** Answers with a failure that Go knows by its errno name; anything else is ours to see. */
function fail(callback: HostCallback, error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  callback.call(hostError(error.code, error.code));
}
