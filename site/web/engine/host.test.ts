/// The parts of the host that need no instance.

import assert from "node:assert/strict";
import { test } from "node:test";

import type { FromWorker } from "./protocol.ts";
import { Clock, EPOCH_UNIX_MS } from "./host/clock.ts";
import { LimitReached } from "./host/limit.ts";
import { Output } from "./host/output.ts";
import { Random } from "./host/random.ts";
import { RuntimeText } from "./host/runtime-text.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("virtual time stands still until it is moved", () => {
  const clock = new Clock();
  const start = clock.monotonicNs();
  assert.equal(clock.unixNs(), BigInt(EPOCH_UNIX_MS) * 1_000_000n);
  for (let i = 0; i < 1000; i++) assert.equal(clock.monotonicNs(), start);
  clock.moveTo(start + 1_500_000n);
  assert.equal(clock.elapsedMs(), 1.5);
  clock.moveTo(start);
  assert.equal(clock.elapsedMs(), 1.5, "and never goes back");
});

test("a loop that polls the clock gets there", () => {
  const clock = new Clock();
  const end = clock.monotonicNs() + 10_000_000_000n;
  let readings = 0;
  while (clock.monotonicNs() < end) assert.ok(++readings < 1_000_000, "ten seconds take less than a million readings");
});

test("waiting makes readings free again", () => {
  const clock = new Clock();
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 15_000; i++) clock.monotonicNs();
    clock.moveTo(clock.nowNs());
  }
  assert.equal(clock.elapsedMs(), 0);
});

test("the next timer is the earliest that is not cleared", () => {
  const clock = new Clock();
  const now = clock.nowNs();
  const early = clock.schedule(5n);
  clock.schedule(7n);
  assert.equal(clock.nextDueNs(), now + 5n);
  clock.clear(early);
  assert.equal(clock.nextDueNs(), now + 7n);
});

test("going over to the machine's clock does not jump", () => {
  const clock = new Clock();
  const before = clock.monotonicNs();
  clock.useWallTime();
  const after = clock.monotonicNs();
  assert.ok(after >= before && after - before < 1_000_000_000n);
  assert.ok(Math.abs(Number(clock.unixNs() / 1_000_000n) - Date.now()) < 1000);
});

test("a seed decides every byte", () => {
  const bytes = (seed: number): string => {
    const out = new Uint8Array(64);
    new Random(seed).fill(out);
    return out.join(" ");
  };
  assert.equal(bytes(7), bytes(7));
  const seeds = [0, 1, 2, 3, 7, 2 ** 31, 2 ** 32 - 1];
  assert.equal(new Set(seeds.map(bytes)).size, seeds.length);
});

type Printed = Extract<FromWorker, { kind: "output" }>;

test("output keeps its order, and characters that arrive in pieces stay whole", () => {
  const posted: Printed[] = [];
  let now = 0;
  const output = new Output(3, 1000, () => now, (message) => posted.push(message));
  const [first, second] = [encode("é").subarray(0, 1), encode("é").subarray(1)];
  output.write("stdout", encode("a"));
  output.write("stdout", first);
  output.write("stderr", encode("b"));
  output.write("stdout", second);
  now = 5;
  output.write("stdout", encode("c"));
  output.flush();
  const texts = posted.map(({ stream, text, at }) => `${stream}@${at} ${text}`);
  assert.deepEqual(texts, ["stdout@0 a", "stderr@0 b", "stdout@0 é", "stdout@5 c"]);
  assert.ok(posted.every(({ run }) => run === 3));
});

test("output stops at the limit, and what fitted is kept", () => {
  const posted: Printed[] = [];
  const output = new Output(1, 10, () => 0, (message) => posted.push(message));
  output.write("stdout", encode("12345678"));
  assert.throws(() => output.write("stdout", encode("90abc")), (error) => error instanceof LimitReached && error.limit === "output-limit");
  output.flush();
  assert.equal(posted.map(({ text }) => text).join(""), "1234567890");
});

test("what the runtime says as it dies is no output, what print says is", () => {
  const text = new RuntimeText();
  assert.deepEqual(text.write(encode("printed")), encode("printed"));
  assert.equal(text.write(encode("panic: ")), undefined);
  assert.equal(text.write(encode("boom\n")), undefined);
  assert.equal(text.report, "panic: boom\n");
});
