import { readFileSync } from "node:fs";
import { Clock } from "/work/dev/exact/site/web/engine/host/clock.ts";
import { Files } from "/work/dev/exact/site/web/engine/host/files.ts";
import { filesOf } from "/work/dev/exact/site/web/engine/host/pack.ts";
import { Process } from "/work/dev/exact/site/web/engine/host/process.ts";
import { Random } from "/work/dev/exact/site/web/engine/host/random.ts";
import { globalsOf } from "/work/dev/exact/site/web/engine/host/session.ts";
const E = "/work/dev/exact/.cache/exact/";
const t = () => performance.now();
let t0 = t();
const compile = await WebAssembly.compile(readFileSync(E + "exact-compile.wasm"));
const link = await WebAssembly.compile(readFileSync(E + "exact-link.wasm"));
console.log("modules", t() - t0);
const packs = ["base", "text", "test", "crypto", "http", "more"].map((n) => filesOf(readFileSync(E + `exact-${n}.wasm`)));
const cfg = (k: string) => { let s = ""; for (const p of packs) for (const n of p.keys()) if (n.startsWith(k)) s += `packagefile ${n.slice(2, -2)}=/${n}\n`; return s; };
const enc = new TextEncoder(), dec = new TextDecoder();
function run(module: WebAssembly.Module, args: string[], add: (f: Files) => void) {
  let out = "";
  const s0 = t();
  const clock = new Clock();
  const files: Files = new Files({ write: (_s, b) => { out += dec.decode(b); }, report() {} });
  for (const p of packs) for (const [n, b] of p) files.add("/" + n, b);
  add(files);
  const s1 = t();
  let mem = 0;
  const proc = new Process({ clock, random: new Random(1), globals: globalsOf(files), runtimeWrite: (b) => { out += dec.decode(b); }, memoryGrew(n) { mem = n; } });
  const inst = new WebAssembly.Instance(module, proc.imports);
  const s2 = t();
  proc.start(inst, args, {});
  while (proc.exitCode === null) { const d = clock.nextDueNs(); if (d === undefined) throw new Error("stuck " + out); clock.moveTo(d); proc.resume(); }
  console.log(args[0], "exit", proc.exitCode, "setup", (s1 - s0).toFixed(), "inst", (s2 - s1).toFixed(), "run", (t() - s2).toFixed(), "mem", mem / 1e6);
  if (out) console.log(out);
  return files;
}
const src = readFileSync(process.argv[2]!);
for (let i = 0; i < +(process.argv[3] ?? 3); i++) {
  const f = run(compile, ["compile", "-o", "/tmp/main.a", "-trimpath", "/=>./", "-p", "main", "-complete", "-c=1", "-dwarf=false", "-lang=go1.26", "-importcfg", "/importcfg", "-pack", "./main.go"], (f) => { f.add("/main.go", src); f.add("/importcfg", enc.encode(cfg("x/"))); });
  const a = f.contents("/tmp/main.a"); if (!a) break;
  const g = run(link, ["link", "-o", "/tmp/a.out", "-importcfg", "/importcfg", "-buildmode=exe", "-s", "-w", "/main.a"], (f) => { f.add("/main.a", a.slice()); f.add("/importcfg", enc.encode(cfg("o/"))); });
  const w = g.contents("/tmp/a.out"); if (!w) break;
  const s = t(); const m = new WebAssembly.Module(w.slice()); console.log("out", w.length, "compile module", (t() - s).toFixed());
  if (i == 0) { run(m, ["main"], () => {}); }
}
