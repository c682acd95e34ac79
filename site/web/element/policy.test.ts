import assert from "node:assert/strict";
import { test } from "node:test";
import { refusalOf } from "./policy.ts";

const script = "https://course.example/sub/assets/chunk-1.js";

for (const [effectiveDirective, blockedURI, wanted] of [
  ["script-src", "wasm-eval", "script-src 'wasm-unsafe-eval'"],
  ["script-src-elem", "https://course.example/sub/assets/chunk-2.js", "script-src https://course.example"],
  ["script-src-elem", "https://tracker.example/t.js", null],
  ["connect-src", "https://course.example/sub/engine/manifest.json", "connect-src https://course.example"],
  ["connect-src", "https://course.example.evil.example/", null],
  ["worker-src", "blob", "worker-src blob:"],
  ["worker-src", "https://host.example/worker.js", null],
  ["require-trusted-types-for", "trusted-types-sink", "trusted-types awaitgo"],
  ["img-src", "https://course.example/a.png", null],
] as const) {
  test(`${effectiveDirective} refusing ${blockedURI} means that ${wanted ?? "nothing of ours"} is lacking`, () => {
    const refusal = refusalOf({ effectiveDirective, blockedURI }, script);
    assert.equal(refusal && `${refusal.directive} ${refusal.source}`, wanted);
  });
}
