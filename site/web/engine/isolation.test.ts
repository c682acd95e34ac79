/// What a program can get at: nothing. Here in Node, on the host alone; in the
/// browser see e2e/isolation.test.ts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import wabt from "wabt";

import { Clock } from "./host/clock.ts";
import { isolate } from "./host/isolate.ts";
import { HostObject } from "./host/object.ts";
import { Process } from "./host/process.ts";
import { Random } from "./host/random.ts";
import { globalsOf } from "./host/session.ts";
import { Files } from "./host/files.ts";

async function assemble(name: string): Promise<WebAssembly.Module> {
  const { parseWat } = await wabt();
  const text = readFileSync(join(import.meta.dirname, "testdata", name), "utf8");
  const module = parseWat(name, text);
  const { buffer } = module.toBinary({});
  module.destroy();
  return new WebAssembly.Module(buffer as BufferSource);
}

function processWith(globals: Record<string, unknown>): Process {
  return new Process({
    clock: new Clock(),
    random: new Random(1),
    globals,
    runtimeWrite() {},
    memoryGrew() {},
  });
}

test("a WebAssembly module that asks for everything gets nothing", async () => {
  const module = await assemble("escape.wat");
  const files = new Files({ write() {}, report() {} });
  const process = processWith(globalsOf(files));
  process.start(new WebAssembly.Instance(module, process.imports), ["escape"], {});
  assert.equal(process.exitCode, 0);
});

test("the module does notice what a careless host hands out", async () => {
  const module = await assemble("escape.wat");
  const process = processWith({ Uint8Array: new HostObject({}), caches: new HostObject({}) });
  process.start(new WebAssembly.Instance(module, process.imports), ["escape"], {});
  assert.equal(process.exitCode, 15, "caches is the fifteenth name");
});

test("an import that is not on the list keeps a module from starting", async () => {
  const { parseWat } = await wabt();
  const text = '(module (import "env" "fetch" (func)) (memory (export "mem") 1))';
  const { buffer } = parseWat("foreign.wat", text).toBinary({});
  const process = processWith({});
  assert.throws(() => new WebAssembly.Instance(new WebAssembly.Module(buffer as BufferSource), process.imports), TypeError);
});

test("isolate leaves the language and what the host needs", () => {
  class Scope {
    fetch(): void {}
  }
  const scope = Object.assign(new Scope(), { indexedDB: {}, JSON, setTimeout, WebAssembly });
  assert.deepEqual(isolate(scope), []);
  assert.deepEqual(Object.keys(scope).sort(), ["JSON", "WebAssembly", "setTimeout"]);
  assert.equal("fetch" in scope, false);
});
