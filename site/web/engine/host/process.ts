/// One instance of a Go program compiled for js/wasm, and the imports it is given.
///
/// The functions under `gojs` are what Go's runtime and its syscall/js package
/// declare with `//go:wasmimport gojs`. Each gets one argument, Go's stack pointer;
/// its parameters and results lie there in Go's own layout. A call that lets Go run
/// (a callback made inside it) may move the stack, so the pointer is read anew
/// before a result is stored.

import type { Clock } from "./clock.ts";
import {
  callMember,
  constructFrom,
  getIndex,
  getMember,
  HostCallback,
  hostError,
  HostObject,
  lengthOf,
  Refusal,
  setMember,
} from "./object.ts";
import type { Random } from "./random.ts";
import type { Recorder } from "./recorder.ts";
import { ValueTable, type ValueTableState } from "./values.ts";

export interface ProcessHost {
  clock: Clock;
  random: Random;
  /** Decides what select chooses. */
  seed?: number;
  /** What the program sees as the global object. */
  globals: Record<string, unknown>;
  /** Go's runtime writes by itself, not through os.Stderr: it reports a death, or the builtin print is used. */
  runtimeWrite(bytes: Uint8Array): void;
  /** The instance's memory has grown to so many bytes. May throw to end the instance. */
  memoryGrew(bytes: number): void;
  /** Takes the runtime's notes for the event log; absent, none are wanted. */
  recorder?(): Recorder | undefined;
}

interface Exports {
  mem: WebAssembly.Memory;
  run(argc: number, argv: number): void;
  resume(): void;
  getsp(): number;
}

/// All that a program is while it waits. Its module must export its global variables,
/// as `wasm/exact` has them.
export interface ProcessState {
  memory: Uint8Array<ArrayBuffer>;
  globals: (number | bigint)[];
  values: ValueTableState;
  pendingEvent: unknown;
}

// The linker puts global data behind this address; arguments lie before it.
const ARGUMENTS_BEGIN = 4096;
const ARGUMENTS_END = 4096 + 8192;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Process {
  /** null while it runs. */
  exitCode: number | null = null;

  readonly imports: WebAssembly.Imports;
  /** Answers that are still to be given, if that is done later. */
  #late: [id: number, args: unknown[]][] | undefined;
  #calling = false;
  #host: ProcessHost;
  #exports!: Exports;
  #memory!: DataView;
  #values: ValueTable;
  #go: HostObject;

  constructor(host: ProcessHost) {
    this.#host = host;
    this.#go = new HostObject(
      {
        _pendingEvent: null,
        _makeFuncWrapper: (id: unknown) => new HostCallback(id as number, (id, args) => this.#callback(id, args)),
      },
      { writable: ["_pendingEvent"] },
    );
    this.#values = new ValueTable(new HostObject(host.globals), this.#go);
    this.imports = { gojs: this.#gojs() };
  }

  /// From now on answers to the program's calls come once it waits, not while it calls.
  /// A goroutine in a synctest bubble can't take them at once.
  answerLater(): void {
    this.#late = [];
  }

  /** Runs the program until it first waits or ends. */
  start(instance: WebAssembly.Instance, args: string[], env: Record<string, string>): void {
    this.#exports = instance.exports as unknown as Exports;
    this.#memory = new DataView(this.#exports.mem.buffer);
    const [argc, argv] = this.#placeArguments(args, env);
    this.#exports.run(argc, argv);
    this.#answer();
  }

  /** Runs the program on until it next waits or ends: a timer is due, or a callback is pending. */
  resume(): void {
    if (this.exitCode === null) this.#exports.resume();
    this.#answer();
  }

  /** Gives the answers that have come together while the program ran; they may lead to more. */
  #answer(): void {
    if (!this.#late) return;
    for (let next; this.exitCode === null && (next = this.#late.shift()); ) {
      this.#pend(...next);
      this.#exports.resume();
    }
  }

  get memoryBytes(): number {
    return this.#memory.byteLength;
  }

  copy(): ProcessState {
    return {
      memory: new Uint8Array(this.#memory.buffer as ArrayBuffer).slice(),
      globals: this.#globals().map((global) => global.value as number | bigint),
      values: this.#values.copy(),
      pendingEvent: this.#go.get("_pendingEvent"),
    };
  }

  /** Goes back to where this same process once waited. */
  restore({ memory, globals, values, pendingEvent }: ProcessState): void {
    this.#memory = new DataView(this.#exports.mem.buffer);
    const all = new Uint8Array(this.#memory.buffer);
    all.set(memory);
    all.fill(0, memory.length);
    for (const [i, global] of this.#globals().entries()) global.value = globals[i]!;
    this.#values.restore(values);
    this.#go.set("_pendingEvent", pendingEvent);
    this.exitCode = null;
  }

  #globals(): WebAssembly.Global[] {
    const exports = this.#exports as unknown as Record<string, WebAssembly.Global | undefined>;
    const globals: WebAssembly.Global[] = [];
    for (let i = 0, next; (next = exports[`global${i}`]); i++) globals.push(next);
    return globals;
  }

  /** Tells Go that nothing will ever wake it; its runtime then reports the deadlock and exits. */
  reportDeadlock(): void {
    this.#go.set("_pendingEvent", new HostObject({ id: 0 }));
    this.resume();
  }

  #callback(id: number, args: unknown[]): void {
    if (this.#late && this.#calling) {
      this.#late.push([id, args]);
      return;
    }
    this.#pend(id, args);
    this.resume();
  }

  #pend(id: number, args: unknown[]): void {
    const event = new HostObject({ id, this: undefined, args, result: undefined }, { writable: ["result"] });
    this.#go.set("_pendingEvent", event);
  }

  #placeArguments(args: string[], env: Record<string, string>): [argc: number, argv: number] {
    const memory = new Uint8Array(this.#memory.buffer);
    let at = ARGUMENTS_BEGIN;
    const place = (text: string): number => {
      const bytes = encoder.encode(text + "\0");
      const address = at;
      at += (bytes.length + 7) & ~7;
      if (at > ARGUMENTS_END) throw new RangeError("arguments and environment are too long");
      memory.set(bytes, address);
      return address;
    };
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const pointers = [...args.map(place), 0, ...variables.map(place), 0];
    const argv = at;
    for (const pointer of pointers) {
      this.#memory.setBigUint64(at, BigInt(pointer), true);
      at += 8;
    }
    if (at > ARGUMENTS_END) throw new RangeError("arguments and environment are too long");
    return [args.length, argv];
  }

  #int(address: number): number {
    return Number(this.#memory.getBigInt64(address, true));
  }

  #setInt(address: number, value: number | bigint): void {
    this.#memory.setBigInt64(address, BigInt(value), true);
  }

  #bytes(address: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, this.#int(address), this.#int(address + 8));
  }

  #string(address: number): string {
    return decoder.decode(this.#bytes(address));
  }

  #load(address: number): unknown {
    return this.#values.load(this.#memory, address);
  }

  #store(address: number, value: unknown): void {
    this.#values.store(this.#memory, address, value);
  }

  #loadArguments(address: number): unknown[] {
    const list = this.#int(address);
    return Array.from({ length: this.#int(address + 8) }, (_, i) => this.#load(list + 8 * i));
  }

  /** Stores what `call` returns at `offset`, and true behind it, or the error that it throws, and false. */
  #attempt(offset: number, call: () => unknown): void {
    let result: unknown;
    let ok = true;
    this.#calling = true;
    try {
      result = call();
    } catch (error) {
      // Anything else ends the instance: a limit, an exhausted stack, a mistake of ours.
      if (!(error instanceof Refusal)) throw error;
      result = hostError(error.message);
      ok = false;
    } finally {
      this.#calling = false;
    }
    if (this.exitCode !== null) return;
    const sp = this.#exports.getsp() >>> 0;
    this.#store(sp + offset, result);
    this.#memory.setUint8(sp + offset + 8, ok ? 1 : 0);
  }

  #gojs(): Record<string, WebAssembly.ImportValue> {
    const { clock, random } = this.#host;
    const imports: Record<string, (sp: number) => void> = {
      "runtime.wasmExit": (sp) => {
        this.exitCode = this.#memory.getInt32(sp + 8, true);
      },
      "runtime.wasmWrite": (sp) => {
        const length = this.#memory.getInt32(sp + 24, true);
        this.#host.runtimeWrite(new Uint8Array(this.#memory.buffer, this.#int(sp + 16), length));
      },
      "runtime.resetMemoryDataView": () => {
        this.#memory = new DataView(this.#exports.mem.buffer);
        this.#host.memoryGrew(this.#memory.byteLength);
      },
      "runtime.nanotime1": (sp) => {
        this.#setInt(sp + 8, clock.monotonicNs());
      },
      "runtime.walltime": (sp) => {
        const ns = clock.unixNs();
        this.#setInt(sp + 8, ns / 1_000_000_000n);
        this.#memory.setInt32(sp + 16, Number(ns % 1_000_000_000n), true);
      },
      // Our engines are built with a runtime that asks in nanoseconds (wasm/internal/patch).
      "runtime.scheduleTimeoutEventNs": (sp) => {
        this.#memory.setInt32(sp + 16, clock.schedule(this.#memory.getBigInt64(sp + 8, true)), true);
      },
      "runtime.scheduleTimeoutEvent": (sp) => {
        this.#memory.setInt32(sp + 16, clock.schedule(this.#memory.getBigInt64(sp + 8, true) * 1_000_000n), true);
      },
      "runtime.clearTimeoutEvent": (sp) => {
        clock.clear(this.#memory.getInt32(sp + 8, true));
      },
      "runtime.getRandomData": (sp) => {
        random.fill(this.#bytes(sp + 8));
      },
      "awaitgo.open": (sp) => {
        const wanted = this.#host.recorder?.()?.open(() => this.#memory.buffer, this.#int(sp + 8), this.#int(sp + 16)) ?? 0;
        this.#memory.setInt32(sp + 24, wanted, true);
        this.#memory.setUint32(sp + 28, this.#host.seed ?? 0, true);
      },
      "awaitgo.fetch": (sp) => {
        this.#memory.setInt32(sp + 8, this.#host.recorder?.()?.fetch() ? 1 : 0, true);
      },
      "syscall/js.finalizeRef": (sp) => {
        this.#values.release(this.#memory.getUint32(sp + 8, true));
      },
      "syscall/js.stringVal": (sp) => {
        this.#store(sp + 24, this.#string(sp + 8));
      },
      "syscall/js.valueGet": (sp) => {
        this.#store(sp + 32, getMember(this.#load(sp + 8), this.#string(sp + 16)));
      },
      "syscall/js.valueSet": (sp) => {
        try {
          setMember(this.#load(sp + 8), this.#string(sp + 16), this.#load(sp + 32));
        } catch (error) {
          // As with a frozen object, nothing comes of it.
          if (!(error instanceof Refusal)) throw error;
        }
      },
      "syscall/js.valueDelete": () => {},
      "syscall/js.valueIndex": (sp) => {
        this.#store(sp + 24, getIndex(this.#load(sp + 8), this.#int(sp + 16)));
      },
      "syscall/js.valueSetIndex": () => {},
      "syscall/js.valueCall": (sp) => {
        this.#attempt(56, () => callMember(this.#load(sp + 8), this.#string(sp + 16), this.#loadArguments(sp + 32)));
      },
      "syscall/js.valueInvoke": () => {
        this.#attempt(40, () => callMember(undefined, "a function", []));
      },
      "syscall/js.valueNew": (sp) => {
        this.#attempt(40, () => constructFrom(this.#load(sp + 8), this.#loadArguments(sp + 16)));
      },
      "syscall/js.valueLength": (sp) => {
        this.#setInt(sp + 16, lengthOf(this.#load(sp + 8)));
      },
      "syscall/js.valuePrepareString": (sp) => {
        const value = this.#load(sp + 8);
        const bytes = encoder.encode(value instanceof HostObject ? "[object]" : String(value));
        this.#store(sp + 16, bytes);
        this.#setInt(sp + 24, bytes.length);
      },
      "syscall/js.valueLoadString": (sp) => {
        this.#bytes(sp + 16).set(this.#load(sp + 8) as Uint8Array);
      },
      "syscall/js.valueInstanceOf": (sp) => {
        this.#memory.setUint8(sp + 24, 0);
      },
      "syscall/js.copyBytesToGo": (sp) => {
        this.#copy(sp + 40, this.#bytes(sp + 8), this.#load(sp + 32));
      },
      "syscall/js.copyBytesToJS": (sp) => {
        this.#copy(sp + 40, this.#load(sp + 8), this.#bytes(sp + 16));
      },
    };
    // Go passes its stack pointer as a signed number.
    return Object.fromEntries(Object.entries(imports).map(([name, f]) => [name, (sp: number) => f(sp >>> 0)]));
  }

  /** Copies what fits and stores the count at `address`, and behind it whether both are bytes. */
  #copy(address: number, to: unknown, from: unknown): void {
    const ok = to instanceof Uint8Array && from instanceof Uint8Array;
    this.#memory.setUint8(address + 8, ok ? 1 : 0);
    if (!ok) return;
    const part = from.subarray(0, to.length);
    to.set(part);
    this.#setInt(address, part.length);
  }
}
