import assert from "node:assert/strict";
import { test } from "node:test";

import type { Operation } from "../../checker/protocol.ts";
import type { LogEvent } from "../../timeline/log.ts";
import { Decoder, MOST_EVENTS } from "./decoder.ts";
import { Kind } from "./records.ts";
import { Source } from "./source.ts";

/** A record of goroutine `g` at a line, as the runtime writes it. */
function record(kind: keyof typeof Kind, g: number, line: number, ...rest: (number | string)[]): number[] {
  const words = rest.flatMap((part) => (typeof part === "number" ? [part >>> 0] : text(part)));
  return [(Kind[kind] << 24) | (words.length + 3), g, line, ...words].map((word) => word >>> 0);
}

function text(s: string): number[] {
  const bytes = new TextEncoder().encode(s);
  const padded = new Uint8Array((bytes.length + 3) & ~3);
  padded.set(bytes);
  return [bytes.length, ...new Uint32Array(padded.buffer)];
}

/** Nanoseconds of Go's clock, as two words. */
function long(ns: number): [number, number] {
  return [ns >>> 0, Math.floor(ns / 2 ** 32)];
}

function operation(kind: Operation["kind"], line: number, name: string, more: Partial<Operation> = {}): Operation {
  return { file: "main.go", line, last: line, kind, name, ...more };
}

function decoder(...operations: Operation[]): Decoder {
  return new Decoder(new Source(["main.go"], operations, true));
}

const MAIN = record("start", 0, 0, 1, "main.main");
const CHANNEL = 0x1000;

function decode(d: Decoder, ...records: number[][]): LogEvent[] {
  return d.add([{ t: 0, records: Uint32Array.from(records.flat()) }]);
}

test("a value goes from one goroutine to another that waits", () => {
  const d = decoder(operation("make", 3, "c"), operation("go", 4, "worker"), operation("receive", 5, "c"), operation("send", 9, "out"));
  const events = decode(
    d,
    MAIN,
    record("make", 1, 3, CHANNEL, 0),
    record("start", 1, 4, 17, "main.worker"),
    record("block", 1, 5, 2, CHANNEL),
    record("send", 17, 9, CHANNEL, 0, 1, "7"),
    record("wake", 1, 0, 17),
    record("end", 17, 0),
  );
  assert.deepEqual(events, [
    { seq: 1, t: 0, g: 1, kind: "start", parent: 0, name: "main" },
    { seq: 2, t: 0, g: 1, kind: "object", object: 1, type: "channel", name: "c", capacity: 0, line: 3 },
    { seq: 3, t: 0, g: 2, kind: "start", parent: 1, name: "worker", line: 4 },
    { seq: 4, t: 0, g: 1, kind: "block", reason: "receive", on: [1], names: ["c"], line: 5 },
    { seq: 5, t: 0, g: 2, kind: "send", object: 1, value: "7", fill: 0, to: 1, line: 9 },
    { seq: 6, t: 0, g: 1, kind: "wake", by: 2, object: 1, value: "7" },
    { seq: 7, t: 0, g: 2, kind: "end" },
  ]);
});

test("what the source does not show is not in the log", () => {
  const d = decoder(operation("unlock", 8, "mu"));
  const events = decode(
    d,
    MAIN,
    record("start", 1, 5, 20, "net/http.(*Transport).dial"),
    record("make", 20, 5, CHANNEL, 0),
    record("send", 20, 5, CHANNEL, 0, 0, "1"),
    record("lock", 20, 5, 0x2000, 0),
    record("wake", 20, 0, 1),
    record("end", 20, 0),
  );
  assert.deepEqual(events.map(({ kind }) => kind), ["start"]);
});

test("a goroutine that the library started is introduced when it runs the program's code", () => {
  const d = decoder(operation("close", 8, "done"));
  const events = decode(d, MAIN, record("start", 1, 5, 20, "context.(*afterFuncCtx).cancel.func1"), record("close", 20, 8, CHANNEL));
  assert.deepEqual(
    events.map((event) => [event.g, event.kind]),
    [[1, "start"], [2, "start"], [2, "object"], [2, "close"]],
  );
  assert.equal(events[1]!.kind === "start" && events[1]!.parent, 1);
});

test("the cases of a select come as the source has them", () => {
  const cases = [{ line: 6, send: false, name: "a" }, { line: 7, send: true, name: "out" }, { line: 8, send: false, name: "b" }];
  const d = decoder(operation("select", 5, "", { cases }));
  // The runtime has what is sent first, then what is received, the last first.
  const [start, a, out, b, block] = decode(d, MAIN, record("block", 1, 5, 3, 1, 0x30, 0x20, 0x10));
  assert.equal(start!.kind, "start");
  assert.deepEqual([a, out, b].map((event) => event!.kind === "object" && event!.name), ["a", "out", "b"]);
  assert.deepEqual(block!.kind === "block" ? [block!.names, block!.on] : null, [["a", "out", "b"], [1, 2, 3]]);
  // The object that was first seen stands at the address of the last channel.
  assert.deepEqual(decode(d, record("close", 1, 0, 0x10)), [{ seq: 6, t: 0, g: 1, kind: "close", object: 1 }]);
});

test("a wait inside a call is told by the call", () => {
  const d = decoder(operation("network", 4, "http.Get"), operation("once", 6, "load", { type: "once" }));
  const events = decode(d, MAIN, record("block", 1, 4, 2, 0x999), record("wake", 1, 0, 50), record("block", 1, 6, 5, 0x20));
  assert.deepEqual(events.slice(1), [
    { seq: 2, t: 0, g: 1, kind: "block", reason: "network", on: [], names: ["http.Get"], line: 4 },
    { seq: 3, t: 0, g: 1, kind: "wake", by: "network" },
    { seq: 4, t: 0, g: 1, kind: "object", object: 1, type: "once", name: "load", line: 6 },
    { seq: 5, t: 0, g: 1, kind: "block", reason: "once", on: [1], names: ["load"], line: 6 },
  ]);
});

test("a timer ends a sleep, and times are the program's", () => {
  const d = decoder(operation("sleep", 4, ""));
  const events = [
    ...decode(d, MAIN, record("block", 1, 4, 4, ...long(1e9 + 5e9))),
    ...d.add([{ t: 5e9, records: Uint32Array.from(record("wake", 1, 0, 0)) }]),
    ...d.end("ok", 0, 5000),
  ];
  assert.deepEqual(events.slice(1), [
    { seq: 2, t: 0, g: 1, kind: "block", reason: "sleep", on: [], names: [], until: 5e9, line: 4 },
    { seq: 3, t: 5e9, g: 1, kind: "wake", by: "timer" },
    { seq: 4, t: 5e9, g: 1, kind: "outcome", outcome: "ok", exitCode: 0 },
  ]);
});

test("what is printed bit by bit is one output", () => {
  const d = decoder();
  const write = { t: 0, records: Uint32Array.from(record("write", 1, 7)) };
  const events = [
    ...d.add([{ t: 0, records: Uint32Array.from(MAIN) }, write, { t: 0, stream: "stderr", text: "a" }, write, { t: 0, stream: "stderr", text: " b" }]),
    ...d.add([write, { t: 0, stream: "stderr", text: "\n" }, write, { t: 0, stream: "stderr", text: "c\n" }]),
    ...d.end("ok", 0, 0),
  ];
  assert.deepEqual(events.flatMap((event) => (event.kind === "output" ? [event.text] : [])), ["a b\n", "c\n"]);
});

test("the log is full after so many events, and still tells the end", () => {
  const d = decoder(operation("close", 2, "c"));
  const closes = Uint32Array.from(Array.from({ length: MOST_EVENTS }, () => record("close", 1, 2, CHANNEL)).flat());
  const events = [...decode(d, MAIN), ...d.add([{ t: 0, records: closes }]), ...d.end("ok", 0, 0)];
  assert.equal(events.length, MOST_EVENTS + 2);
  assert.deepEqual(events.slice(-2).map(({ kind }) => kind), ["full", "outcome"]);
});

test("where a line makes several, they take turns", () => {
  const d = decoder(operation("make", 2, "a"), operation("make", 2, "b"));
  const events = decode(d, MAIN, ...[0x10, 0x20, 0x30, 0x40].map((address) => record("make", 1, 2, address, 0)));
  assert.deepEqual(events.slice(1).map((event) => event.kind === "object" && event.name), ["a", "b", "a", "b"]);
});

test("where a line has several, the object tells which", () => {
  const d = decoder(operation("make", 2, "a"), operation("make", 3, "b"), operation("receive", 4, "a"), operation("receive", 4, "b"));
  const events = decode(d, MAIN, record("make", 1, 2, 0x10, 0), record("make", 1, 3, 0x20, 0), record("block", 1, 4, 2, 0x20));
  const block = events.at(-1)!;
  assert.deepEqual(block.kind === "block" && block.names, ["b"]);
});
