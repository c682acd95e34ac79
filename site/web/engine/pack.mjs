// Puts engines into bundle/engine/: each file compressed and named for its content,
// and the manifest that names them. A text's compressed form is the only one.
//
//	node pack.mjs instant.wasm instant-http.wasm checker.wasm docs.txt
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const out = join(import.meta.dirname, "../bundle/engine");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = {};
for (const path of process.argv.slice(2)) {
  const content = readFileSync(path);
  const gzip = gzipSync(content, { level: 9 });
  const extension = extname(path);
  const name = basename(path, extension);
  const file = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 10)}${extension}`;
  writeFileSync(join(out, `${file}.gz`), gzip);
  const plain = extension === ".wasm" ? { wasm: file } : {};
  manifest[name] = { ...plain, gzip: `${file}.gz`, bytes: content.length, gzipBytes: gzip.length };
  console.log(`${name}  ${(gzip.length / 1e6).toFixed(2)} MB gzipped  (${(content.length / 1e6).toFixed(2)} MB raw)`);
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
