/// Takes from the worker's global object all that hosting a program doesn't need.
///
/// A program can't name a JavaScript value anyway (object.ts). This is the second
/// wall: should there be a way through the first, there is no network, no storage,
/// no other worker and no page behind it.

/** What stays: the language itself, and what the host uses to run a program. */
const KEPT = new Set([
  // Values and functions of the language.
  "globalThis", "undefined", "NaN", "Infinity", "isNaN", "isFinite", "parseInt", "parseFloat",
  "Object", "Function", "Boolean", "Symbol", "Number", "BigInt", "Math", "String", "RegExp", "JSON", "Reflect",
  "Array", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Promise", "Iterator",
  "ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
  "Int32Array", "Uint32Array", "BigInt64Array", "BigUint64Array", "Float32Array", "Float64Array", "Date",
  "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError",
  "InternalError", "constructor",
  // What the host runs programs with.
  "WebAssembly", "TextDecoder", "TextEncoder", "performance", "setTimeout", "clearTimeout",
]);

/** Call it once everything that is needed has been taken. Returns the names of what could not be removed. */
export function isolate(scope: object): string[] {
  const left: string[] = [];
  for (let at: object | null = scope; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (!KEPT.has(name) && !Reflect.deleteProperty(at, name)) left.push(name);
    }
  }
  return left;
}
