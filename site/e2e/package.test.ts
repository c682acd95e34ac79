/// The npm package: that it can be published, installed, bundled, type-checked and used.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";

import german from "../language/de.json";
import { output, run, site, status } from "./fixture.ts";
import { printing } from "./host.ts";
import { StaticServer } from "./server.ts";

const { name: _, direction: __, page: ___, ...texts } = german;
const SITE = join(import.meta.dirname, "..");
const here = site();
let dir: string;
let pack: string;
let project: string;

function sh(cwd: string, command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  }
}

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}

before(() => {
  dir = mkdtempSync(join(tmpdir(), "awaitgo-package-"));
  pack = join(dir, "npm");
  sh(SITE, process.execPath, "web/npm/pack.mjs", pack);
  project = join(dir, "project");
  mkdirSync(project);
  write("package.json", JSON.stringify({ private: true, type: "module" }));
  // By path, so that nothing is fetched.
  sh(project, "npm", "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--install-links", pack);
  for (const name of ["react", "@types", "vue", "@vue", "csstype"]) {
    symlinkSync(join(SITE, "node_modules", name), join(project, "node_modules", name));
  }
});
after(() => rmSync(dir, { recursive: true, force: true }));

test("it holds what it says, in the one version, and its size report is true", () => {
  const [packed] = JSON.parse(sh(pack, "npm", "pack", "--dry-run", "--json", "--ignore-scripts")) as {
    version: string;
    files: { path: string }[];
  }[];
  const { version } = JSON.parse(readFileSync(join(SITE, "package.json"), "utf8"));
  assert.equal(packed!.version, version);
  const paths = packed!.files.map((file) => file.path);
  for (const path of ["LICENSE", "README.md", "SIZE.md", "assets/await-go.js", "await-go.d.ts", "engine/manifest.json", "language/ar.js", "language/de.js", "react.d.ts", "vue.d.ts"]) {
    assert.ok(paths.includes(path), path);
  }
  const manifest = JSON.parse(readFileSync(join(pack, "engine/manifest.json"), "utf8")) as Record<string, { gzip: string }>;
  for (const { gzip } of Object.values(manifest)) assert.ok(paths.includes(`engine/${gzip}`), gzip);
  const size = readFileSync(join(pack, "SIZE.md"), "utf8");
  for (const path of paths.filter((path) => /^(assets|engine)\/.*\.(js|gz)$/.test(path))) assert.ok(size.includes(path), path);
  const atOnce = Number(/pays ([\d.]+) kB/.exec(size)![1]);
  assert.ok(atOnce > 5 && atOnce <= 20, `${atOnce} kB before first use`);
});

test("a language of the package goes before English", async () => {
  const global = globalThis as { [key: symbol]: unknown };
  const symbol = Symbol.for("awaitgo.language");
  await import(pathToFileURL(join(pack, "language/de.js")).href);
  assert.deepEqual(global[symbol], { tag: "de", direction: "ltr", texts });
  delete global[symbol];
});

test("a page that bundles it runs programs", async () => {
  write("index.html", `<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="app.js"></script><body>${printing("bundled")}</body></html>`);
  write("app.ts", `import { AwaitGo } from "awaitgo";\nAwaitGo.engineBase = "awaitgo-engine";\n`);
  cpSync(join(pack, "engine"), join(project, "awaitgo-engine"), { recursive: true });
  for (const format of ["esm", "iife"] as const) {
    await esbuild.build({
      entryPoints: [join(project, "app.ts")],
      outfile: join(project, "app.js"),
      bundle: true,
      format,
      // A script of one file has no URL of its own, and needs none where the page says where the engine is.
      logOverride: { "empty-import-meta": "silent" },
    });
    await runs("index.html", "bundled");
  }
});

test("a page without a bundler takes it as it is", async () => {
  write("plain.html", `<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="node_modules/awaitgo/assets/await-go.js"></script><body>${printing("as it is")}</body></html>`);
  await runs("plain.html", "as it is");
});

async function runs(path: string, text: string): Promise<void> {
  const server = await StaticServer.serve(project);
  const page = await here.visit("/engine/manifest.json");
  try {
    await page.goto(`${server.origin}/${path}`);
    const element = page.locator("await-go");
    await element.locator(".cm-editor").waitFor();
    await run(element);
    await status(element, /Finished/);
    assert.equal(await output(element), text);
  } finally {
    await page.context().close();
    server.close();
  }
}

test("a server that renders pages can import it", () => {
  assert.equal(sh(project, process.execPath, "-e", `import("awaitgo").then(({ AwaitGo }) => console.log(typeof AwaitGo))`), "function\n");
});

const tsc = join(SITE, "node_modules/.bin/tsc");
const COMPILER = { target: "ES2023", module: "ESNext", moduleResolution: "bundler", strict: true, noEmit: true, types: [], jsx: "react-jsx" };

test("what it declares compiles, and refuses what is wrong", () => {
  write("tsconfig.json", JSON.stringify({ compilerOptions: { ...COMPILER, skipLibCheck: false, lib: ["ES2023", "DOM", "DOM.Iterable"] }, files: ["consumer.ts", "view.tsx"] }));
  write(
    "consumer.ts",
    `import { AwaitGo, type Outcome } from "awaitgo";
AwaitGo.engineBase = new URL("https://course.example/engine/");
const element = document.querySelector("await-go")!;
element.code = "package main";
const running: boolean = element.running;
element.run().then((outcome: Outcome | null) => outcome?.kind === "deadlock" && outcome.position?.line);
element.addEventListener("output", ({ detail }) => detail.stream === "stderr" && detail.text.length);
element.addEventListener("done", ({ detail }) => detail.virtualMs.toFixed());
element.addEventListener("error", ({ detail }) => detail.retryable);
element.addEventListener("click", (event) => event.clientX + Number(running));
document.createElement("await-go").stop();
// @ts-expect-error: it can only be read
element.running = true;
// @ts-expect-error: there is no such ending
element.addEventListener("done", ({ detail }) => detail.kind === "finished");
`,
  );
  write(
    "view.tsx",
    `import type {} from "awaitgo/react";
import type {} from "awaitgo/vue";
export const good = (
  <await-go lesson={38} pace="instant" theme="dark" readonly ondone={({ detail }) => detail.kind}>
    <pre><code className="language-go">package main</code></pre>
  </await-go>
);
// @ts-expect-error: there is no such engine
export const bad = <await-go engine="fast" />;
`,
  );
  sh(project, tsc, "-p", "tsconfig.json");
});

test("what it declares is what the element has", () => {
  write("tsconfig.true.json", JSON.stringify({
    compilerOptions: { ...COMPILER, lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"], allowImportingTsExtensions: true, skipLibCheck: true, noUncheckedIndexedAccess: true },
    files: ["true.ts", join(SITE, "web/dom/shadow-css.d.ts"), join(SITE, "web/engine/worker-source.d.ts")],
  }));
  write(
    "true.ts",
    `import type { AwaitGo as Declared, Outcome } from "awaitgo";
import type { AwaitGo as Real } from "${SITE}/web/element/element.ts";
import type { Outcome as RealOutcome } from "${SITE}/web/engine/contract.ts";
type Own<T> = Omit<T, keyof HTMLElement | "connectedCallback" | "disconnectedCallback" | "attributeChangedCallback">;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const element: Same<Own<Declared>, Own<Real>> = true;
export const statics: Same<(typeof Declared)["engineBase"], (typeof Real)["engineBase"]> = true;
export const outcome: Same<Outcome, RealOutcome> = true;
`,
  );
  sh(project, tsc, "-p", "tsconfig.true.json");
  // And of attributes, by their list in the element's own documentation.
  const declared = /interface AwaitGoAttributes \{([^]*?)\n\}/.exec(readFileSync(join(pack, "await-go.d.ts"), "utf8"))![1]!;
  const names = [...declared.matchAll(/^ {2}(\w+)\?/gm)].map((match) => match[1]).sort();
  const said = /\/\/\/ Attributes\n([^]*?)\n\/\/\/\n/.exec(readFileSync(join(SITE, "web/element/element.ts"), "utf8"))![1]!;
  const documented = [...said.matchAll(/^\/\/\/ {3}(\w+(?: \w+)*?) {2,}/gm)].flatMap((match) => match[1]!.split(" ")).sort();
  assert.deepEqual(names, documented);
});
