/// The toolchain without a browser: what one build leaves must not change the next.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import type { BuildName, Manifest } from "../builds.ts";
import { Toolchain, type Built } from "./toolchain.ts";

const folder = join(import.meta.dirname, "../../bundle/engine");
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
const part = (name: BuildName) => gunzipSync(readFileSync(join(folder, manifest[name]!.gzip)));

const toolchain = new Toolchain({
  compile: new WebAssembly.Module(part("exact-compile")),
  link: new WebAssembly.Module(part("exact-link")),
});
toolchain.add(new Uint8Array(part("exact-base")));

const hello = (text: string): Record<string, string> => ({
  "main.go": `package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(${JSON.stringify(text)}) }\n`,
});

function sizeOf(built: Built): number {
  assert.equal(built.kind, "program", built.kind === "rejected" ? built.text : "");
  return built.kind === "program" ? built.bytes : 0;
}

test("each build begins anew, whatever the one before was", () => {
  const first = sizeOf(toolchain.build(hello("first")));
  // Other imports, so that the linker is prepared for other packages meanwhile.
  const other = { "main.go": 'package main\n\nimport "container/ring"\n\nfunc main() { println(ring.New(3).Len()) }\n' };
  assert.notEqual(sizeOf(toolchain.build(other)), first);
  const broken = toolchain.build({ "main.go": "package main\n\nfunc main() { missing() }\n" });
  assert.deepEqual(broken, { kind: "rejected", text: "# command-line-arguments\n./main.go:3:15: undefined: missing\n" });
  const unlinkable = toolchain.build({ "main.go": 'package main\n\nimport _ "unsafe"\n\n//go:linkname g runtime.nowhere\nfunc g()\n\nfunc main() { g() }\n' });
  assert.equal(unlinkable.kind, "rejected");
  assert.equal(sizeOf(toolchain.build(hello("first"))), first);
});

test("files of one program are not there for the next", () => {
  const files = {
    "go.mod": "module example.org/m\n\ngo 1.26\n",
    "main.go": 'package main\n\nimport "example.org/m/inner"\n\nfunc main() { println(inner.N) }\n',
    "inner/inner.go": "package inner\n\nconst N = 1\n",
  };
  sizeOf(toolchain.build(files));
  const { "inner/inner.go": _, ...less } = files;
  const built = toolchain.build(less);
  assert.equal(built.kind, "rejected");
  assert.match(built.kind === "rejected" ? built.text : "", /package example\.org\/m\/inner is not among this program's files/);
});
