// Puts engines into bundle/engine/: each WebAssembly file compressed and named for
// its content, and the manifest that names them.
//
//	node pack.mjs instant.wasm instant-http.wasm
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const out = join(import.meta.dirname, "../bundle/engine");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = {};
for (const path of process.argv.slice(2)) {
  const wasm = readFileSync(path);
  const gzip = gzipSync(wasm, { level: 9 });
  const name = basename(path, ".wasm");
  const file = `${name}-${createHash("sha256").update(wasm).digest("hex").slice(0, 10)}.wasm`;
  writeFileSync(join(out, `${file}.gz`), gzip);
  manifest[name] = { wasm: file, gzip: `${file}.gz`, bytes: wasm.length, gzipBytes: gzip.length };
  console.log(`${name}  ${(gzip.length / 1e6).toFixed(2)} MB gzipped  (${(wasm.length / 1e6).toFixed(2)} MB raw)`);
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
