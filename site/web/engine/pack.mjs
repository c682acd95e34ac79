// Puts engines into bundle/engine/: each WebAssembly file compressed and named for
// its content, and the manifest that names them. A folder given is that of the exact
// engine (wasm/exact): its parts, and packs.json, which tells whom a pack is for.
//
//	node pack.mjs instant.wasm instant-http.wasm exact/
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const out = join(import.meta.dirname, "../bundle/engine");
// Compressing takes a while, so what is there already stays.
const kept = new Set(["manifest.json"]);
mkdirSync(out, { recursive: true });

const manifest = {};
for (const path of process.argv.slice(2)) {
  if (!statSync(path).isDirectory()) {
    manifest[basename(path, ".wasm")] = add(path);
    continue;
  }
  const imports = JSON.parse(readFileSync(join(path, "packs.json"), "utf8"));
  for (const file of readdirSync(path).filter((file) => file.endsWith(".wasm")).sort()) {
    const name = basename(file, ".wasm");
    manifest[name] = { ...add(join(path, file)), imports: imports[name] };
  }
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest) + "\n");
for (const file of readdirSync(out)) if (!kept.has(file)) rmSync(join(out, file));

function add(path) {
  const wasm = readFileSync(path);
  const name = basename(path, ".wasm");
  const file = `${name}-${createHash("sha256").update(wasm).digest("hex").slice(0, 10)}.wasm`;
  const gzip = join(out, `${file}.gz`);
  kept.add(`${file}.gz`);
  if (!existsSync(gzip)) writeFileSync(gzip, gzipSync(wasm, { level: 9 }));
  const gzipBytes = statSync(gzip).size;
  console.log(`${name}  ${(gzipBytes / 1e6).toFixed(2)} MB gzipped  (${(wasm.length / 1e6).toFixed(2)} MB raw)`);
  return { wasm: file, gzip: `${file}.gz`, bytes: wasm.length, gzipBytes };
}
