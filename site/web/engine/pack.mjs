// Puts engines into bundle/engine/: each file compressed and named for its content,
// and the manifest that names them. A text's compressed form is the only one. A folder
// given is that of the exact engine (wasm/exact): its parts, and packs.json, which tells
// whom a pack is for.
//
//	node pack.mjs instant.wasm instant-http.wasm checker.wasm docs.txt exact/
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const out = join(import.meta.dirname, "../bundle/engine");
// Compressing takes a while, so what is there already stays.
const kept = new Set(["manifest.json"]);
mkdirSync(out, { recursive: true });

const manifest = {};
for (const path of process.argv.slice(2)) {
  if (!statSync(path).isDirectory()) {
    add(path);
    continue;
  }
  const imports = JSON.parse(readFileSync(join(path, "packs.json"), "utf8"));
  for (const file of readdirSync(path).filter((file) => file.endsWith(".wasm")).sort()) {
    add(join(path, file), { imports: imports[basename(file, ".wasm")] });
  }
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest) + "\n");
for (const file of readdirSync(out)) if (!kept.has(file)) rmSync(join(out, file));

function add(path, more = {}) {
  const content = readFileSync(path);
  const extension = extname(path);
  const name = basename(path, extension);
  const file = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 10)}${extension}`;
  const gzip = join(out, `${file}.gz`);
  kept.add(`${file}.gz`);
  if (!existsSync(gzip)) writeFileSync(gzip, gzipSync(content, { level: 9 }));
  const gzipBytes = statSync(gzip).size;
  const plain = extension === ".wasm" ? { wasm: file } : {};
  manifest[name] = { ...plain, gzip: `${file}.gz`, bytes: content.length, gzipBytes, ...more };
  console.log(`${name}  ${(gzipBytes / 1e6).toFixed(2)} MB gzipped  (${(content.length / 1e6).toFixed(2)} MB raw)`);
}
