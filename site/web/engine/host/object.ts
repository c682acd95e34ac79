/// What a Go program sees where it expects JavaScript.
///
/// Go's js/wasm runtime asks its host for JavaScript values by name, and a program
/// that could name any property of any value would own the page: the constructor of
/// a constructor evaluates source text. So no JavaScript object is ever handed out.
/// All that Go can hold is a primitive, a `Uint8Array`, a list of arguments, or a
/// `HostObject`, which has the members that we gave it and no others.

export type Member = unknown | ((...args: unknown[]) => unknown);

export class HostObject {
  readonly #members: Map<string, Member>;
  readonly #writable: ReadonlySet<string>;
  readonly #construct: ((args: unknown[]) => unknown) | undefined;

  constructor(
    members: Record<string, Member>,
    options: { writable?: string[]; construct?: (args: unknown[]) => unknown } = {},
  ) {
    this.#members = new Map(Object.entries(members));
    this.#writable = new Set(options.writable);
    this.#construct = options.construct;
  }

  get(name: string): unknown {
    return this.#members.get(name);
  }

  set(name: string, value: unknown): void {
    if (!this.#writable.has(name)) throw refusal(`setting ${name}`);
    this.#members.set(name, value);
  }

  call(name: string, args: unknown[]): unknown {
    const method = this.#members.get(name);
    if (typeof method !== "function") throw refusal(`calling ${name}`);
    return method(...args);
  }

  construct(args: unknown[]): unknown {
    if (!this.#construct) throw refusal("making a new object");
    return this.#construct(args);
  }
}

/** A Go function that JavaScript may call: Go made it, the host only passes it on. */
export class HostCallback {
  constructor(
    readonly id: number,
    private readonly invoke: (id: number, args: unknown[]) => void,
  ) {}

  call(...args: unknown[]): void {
    this.invoke(this.id, args);
  }
}

/** The error object that Go gets for a call that failed; `code` is an errno name for file operations. */
export function hostError(message: string, code = "EPERM"): HostObject {
  return new HostObject({ message, code });
}

/** The program asked for something that is not on the list; Go gets it as a JavaScript error. */
export class Refusal extends Error {}

function refusal(what: string): Error {
  return new Refusal(`a program here has no JavaScript to talk to (${what})`);
}

/** Reads property `name` of a value that Go holds; undefined for all that is not on the list. */
export function getMember(value: unknown, name: string): unknown {
  if (value instanceof HostObject) return value.get(name);
  if (value instanceof Uint8Array && name === "byteLength") return value.byteLength;
  return undefined;
}

export function callMember(value: unknown, name: string, args: unknown[]): unknown {
  if (value instanceof HostObject) return value.call(name, args);
  throw refusal(`calling ${name}`);
}

export function setMember(value: unknown, name: string, to: unknown): void {
  if (!(value instanceof HostObject)) throw refusal(`setting ${name}`);
  value.set(name, to);
}

export function constructFrom(value: unknown, args: unknown[]): unknown {
  if (!(value instanceof HostObject)) throw refusal("making a new object");
  return value.construct(args);
}

/** Element `index` of an argument list or of bytes. */
export function getIndex(value: unknown, index: number): unknown {
  return Array.isArray(value) || value instanceof Uint8Array ? value[index] : undefined;
}

export function lengthOf(value: unknown): number {
  return Array.isArray(value) || value instanceof Uint8Array || typeof value === "string" ? value.length : 0;
}
