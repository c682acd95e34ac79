/// The table of JavaScript values that Go holds references to.
///
/// A reference is 8 bytes. A number that is neither zero nor NaN is stored as
/// itself; anything else as a NaN whose low half is an index into the table and
/// whose high half tells the type. Go counts its references and reports a count
/// that fell to zero by `finalizeRef`.

const NAN_HEAD = 0x7ff80000;

const TYPE_OBJECT = 1;
const TYPE_STRING = 2;
const TYPE_SYMBOL = 3;
const TYPE_FUNCTION = 4;

/** A table as it was at some moment. */
export type ValueTableState = Readonly<{ values: unknown[]; references: number[]; free: number[] }>;

export class ValueTable {
  #values: unknown[];
  #references: number[];
  #ids: Map<unknown, number>;
  #free: number[] = [];

  /** The first seven places are fixed between Go and its host. */
  constructor(global: object, go: object) {
    this.#values = [NaN, 0, null, true, false, global, go];
    this.#references = this.#values.map(() => Infinity);
    this.#ids = new Map(this.#values.map((value, id) => [value, id]));
  }

  load(memory: DataView, address: number): unknown {
    const number = memory.getFloat64(address, true);
    if (number === 0) return undefined;
    if (!Number.isNaN(number)) return number;
    return this.#values[memory.getUint32(address, true)];
  }

  store(memory: DataView, address: number, value: unknown): void {
    if (typeof value === "number" && value !== 0 && !Number.isNaN(value)) {
      memory.setFloat64(address, value, true);
      return;
    }
    if (value === undefined) {
      memory.setFloat64(address, 0, true);
      return;
    }
    const id = this.#idOf(value);
    this.#references[id]!++;
    memory.setUint32(address + 4, NAN_HEAD | typeFlag(value), true);
    memory.setUint32(address, id, true);
  }

  release(id: number): void {
    if (--this.#references[id]! > 0) return;
    this.#ids.delete(this.#values[id]);
    this.#values[id] = null;
    this.#free.push(id);
  }

  copy(): ValueTableState {
    return { values: [...this.#values], references: [...this.#references], free: [...this.#free] };
  }

  restore({ values, references, free }: ValueTableState): void {
    this.#values = [...values];
    this.#references = [...references];
    this.#free = [...free];
    this.#ids = new Map();
    for (const [id, value] of values.entries()) if (!free.includes(id)) this.#ids.set(value, id);
  }

  #idOf(value: unknown): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#free.pop() ?? this.#values.length;
    this.#values[id] = value;
    this.#references[id] = 0;
    this.#ids.set(value, id);
    return id;
  }
}

function typeFlag(value: unknown): number {
  switch (typeof value) {
    case "object":
      return value === null ? 0 : TYPE_OBJECT;
    case "string":
      return TYPE_STRING;
    case "symbol":
      return TYPE_SYMBOL;
    case "function":
      return TYPE_FUNCTION;
    default:
      return 0;
  }
}
