// Bundles the browser side into bundle/assets/ and prints what each file weighs.
import { rm } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));

/// A stylesheet for a shadow root becomes text in the script: its imports are
/// bundled and the whole minified, as a stylesheet of the page would be.
export const shadowCSS = {
  name: "shadow-css",
  setup(build) {
    build.onLoad({ filter: /\.shadow\.css$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        absWorkingDir: web,
      });
      const watchFiles = Object.keys(metafile.inputs).map((input) => join(web, input));
      return { contents: outputFiles[0].text, loader: "text", watchFiles };
    });
  },
};

/// `import source from "worker:./entry.ts"` gives a worker's whole script as text:
/// a worker that is made from a Blob runs on pages of any origin.
export const workerText = {
  name: "worker-text",
  setup(build) {
    build.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice("worker:".length)),
      namespace: "worker",
    }));
    build.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        format: "iife",
        target: "es2022",
        write: false,
        metafile: true,
        absWorkingDir: web,
        plugins: [messages],
      });
      const watchFiles = Object.keys(metafile.inputs).map((input) => join(web, input));
      return { contents: outputFiles[0].text, loader: "text", watchFiles };
    });
  },
};

/// A message file has a section for each part that is loaded by itself. Whoever
/// imports it gets a copy of its own, which is then shaken down to the section that it
/// uses: of one copy, all that is used anywhere would be in one chunk, and come first.
export const messages = {
  name: "messages",
  setup(build) {
    build.onResolve({ filter: /\/language\/\w+\.json$/ }, ({ path, importer, resolveDir }) => ({
      path: join(resolveDir, path),
      suffix: `?${relative(web, importer)}`,
    }));
  },
};

/// The options of the bundle; `outdir` is where `assets/` is.
export function options(outdir) {
  return {
    entryPoints: [
      { in: join(web, "page/page.ts"), out: "page" },
      { in: join(web, "theme/page.css"), out: "page" },
      { in: join(web, "element/await-go.ts"), out: "await-go" },
      { in: join(web, "frame/frame.ts"), out: "embed" },
      { in: join(web, "frame/frame.css"), out: "embed" },
      { in: join(web, "frame/embedding.ts"), out: "embedding" },
      { in: join(web, "frame/embedding.css"), out: "embedding" },
    ],
    entryNames: "[name]",
    chunkNames: "chunk-[hash]",
    outdir,
    absWorkingDir: web,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [shadowCSS, workerText, messages],
  };
}

/// Scripts that are no modules: what must run before the first paint, and the
/// workers for pages that allow none made from a Blob.
export function classicOptions(outdir) {
  return {
    ...options(outdir),
    entryPoints: [
      { in: join(web, "page/early.ts"), out: "early" },
      { in: join(web, "engine/host/worker.ts"), out: "worker" },
      { in: join(web, "engine/host/toolchain-worker.ts"), out: "toolchain-worker" },
      { in: join(web, "engine/host/unpack-worker.ts"), out: "unpack-worker" },
      { in: join(web, "checker/worker.ts"), out: "checker-worker" },
    ],
    splitting: false,
    format: "iife",
  };
}

/// The options of the service workers: whole scripts, from which a site's sw.js is made.
export function workers(outdir) {
  return {
    ...options(outdir),
    entryPoints: [join(web, "offline/worker.ts"), join(web, "offline/remove.ts")],
    splitting: false,
    format: "iife",
  };
}

/// The options of the scripts that packages hold: each is all of the browser side, and
/// believes that it comes from a site that its own pack/embedded.ts answers for.
export function packed(outdir) {
  return {
    ...options(outdir),
    entryPoints: [join(web, "pack/single.ts"), join(web, "lms/lms.ts"), join(web, "lms/lms.css")],
    splitting: false,
    format: "iife",
    define: { "import.meta.url": JSON.stringify("https://awaitgo.invalid/assets/page.js") },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const assets = join(web, "bundle/assets");
  await rm(assets, { recursive: true, force: true });
  for (const build of [options(assets), classicOptions(assets), workers(join(web, "bundle/offline")), packed(join(web, "bundle/pack"))]) {
    report((await esbuild.build(build)).metafile);
  }
}

/// Prints each file's size, gzipped and raw, and what it loads at once and later.
export function report(metafile) {
  for (const [path, { bytes, imports, entryPoint }] of Object.entries(metafile.outputs).sort()) {
    const gzipped = gzipSync(readFileSync(join(web, path)), { level: 9 }).length;
    const parts = [path.split("/").pop(), kB(gzipped), `(${kB(bytes)} raw)`];
    if (entryPoint) parts.push(entryPoint);
    for (const { path: to, kind } of imports) {
      const name = to.split("/").pop();
      parts.push(kind === "dynamic-import" ? `later:${name}` : `+${name}`);
    }
    console.log(parts.join("  "));
  }
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
