// Makes the npm package: the element for pages that are built elsewhere, the engines
// it runs programs on, and the types.
//
//	node pack.mjs OUT
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { classicOptions, options } from "../bundle.mjs";

const here = import.meta.dirname;
const web = join(here, "..");
const root = join(web, "../..");
// The one place that says the version.
const { version } = JSON.parse(readFileSync(join(web, "../package.json"), "utf8"));

if (!process.argv[2]) throw new Error("usage: node pack.mjs OUT");
const out = resolve(process.argv[2]);
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "engine"), { recursive: true });

const assets = join(out, "assets");
const element = options(assets);
const { metafile } = await esbuild.build({ ...element, entryPoints: element.entryPoints.filter((it) => it.out === "await-go") });
const classic = classicOptions(assets);
await esbuild.build({ ...classic, entryPoints: classic.entryPoints.filter((it) => it.out.endsWith("worker")) });

for (const name of ["await-go.d.ts", "react.d.ts", "vue.d.ts", "server.js", "README.md"]) cpSync(join(here, name), join(out, name));
cpSync(join(root, "LICENSE"), join(out, "LICENSE"));

// English is in the scripts. The others are told to them as pages of a course do: see
// site/language.
const languages = join(web, "../language");
mkdirSync(join(out, "language"));
for (const file of readdirSync(languages).filter((it) => it.endsWith(".json") && it !== "en.json")) {
  const { name: _, page: __, direction, ...texts } = JSON.parse(readFileSync(join(languages, file), "utf8"));
  const told = JSON.stringify({ tag: file.replace(".json", ""), direction, texts });
  writeFileSync(join(out, "language", file.replace(".json", ".js")), `globalThis[Symbol.for("awaitgo.language")] = ${told};\n`);
}

const engines = join(web, "bundle/engine");
const manifest = JSON.parse(readFileSync(join(engines, "manifest.json"), "utf8"));
for (const build of Object.values(manifest)) {
  cpSync(join(engines, build.gzip), join(out, "engine", build.gzip));
  // Hosts that compress have nothing to gain here, and the package would be four times as large.
  delete build.wasm;
}
writeFileSync(join(out, "engine/manifest.json"), JSON.stringify(manifest) + "\n");

write("package.json", {
  name: "awaitgo",
  version,
  description: "Go listings that run in the reader's browser: a custom element",
  license: "MIT",
  keywords: ["go", "golang", "playground", "web-component", "custom-element", "concurrency"],
  type: "module",
  main: "./assets/await-go.js",
  types: "./await-go.d.ts",
  exports: {
    ".": { types: "./await-go.d.ts", node: "./server.js", default: "./assets/await-go.js" },
    "./react": { types: "./react.d.ts" },
    "./vue": { types: "./vue.d.ts" },
    "./language/*": "./language/*.js",
    "./assets/*": "./assets/*",
    "./engine/*": "./engine/*",
    "./package.json": "./package.json",
  },
  files: ["assets", "engine", "language", "*.d.ts", "server.js", "SIZE.md"],
  sideEffects: ["./assets/*.js", "./language/*.js"],
});
writeFileSync(join(out, "SIZE.md"), sizes());

function write(name, value) {
  writeFileSync(join(out, name), JSON.stringify(value, null, 2) + "\n");
}

/// What is loaded when: at once, near a listing, for a run.
function sizes() {
  const rows = [];
  const first = loadedWith("await-go.js");
  for (const name of readdirSync(assets).sort()) {
    const bytes = readFileSync(join(assets, name));
    rows.push([`assets/${name}`, when(name, first), gzipSync(bytes, { level: 9 }).length, bytes.length]);
  }
  for (const [name, build] of Object.entries(manifest)) {
    const need = name === "instant" ? "for the first run" : name === "instant-http" ? "for programs with net/http" : "for programs that need the exact engine";
    rows.push([`engine/${build.gzip}`, need, build.gzipBytes, build.bytes]);
  }
  const atOnce = rows.filter(([, need]) => need === "at once").reduce((sum, [, , gzip]) => sum + gzip, 0);
  const table = rows.map(([name, need, gzip, raw]) => `| ${name} | ${need} | ${kB(gzip)} | ${kB(raw)} |`).join("\n");
  return `# What version ${version} weighs

A page that loads the element pays ${kB(atOnce)} (gzipped) before anything is near or runs.

| file | loaded | gzipped | raw |
|---|---|--:|--:|
${table}
`;
}

function loadedWith(entry) {
  const outputs = Object.entries(metafile.outputs);
  const names = new Set();
  const follow = (name) => {
    if (names.has(name)) return;
    names.add(name);
    const [, output] = outputs.find(([path]) => path.endsWith(`/${name}`));
    for (const { path, kind } of output.imports) if (kind === "import-statement") follow(path.split("/").pop());
  };
  follow(entry);
  return names;
}

function when(name, first) {
  if (first.has(name)) return "at once";
  if (name.endsWith("worker.js")) return "where a page forbids workers from Blobs";
  const text = readFileSync(join(assets, name), "utf8");
  return text.includes("cm-editor") ? "near a listing: the editor" : "near a listing: what talks to engines";
}

function kB(bytes) {
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
}

