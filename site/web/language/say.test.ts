import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import arabic from "../../language/ar.json";
import german from "../../language/de.json";
import { list, say } from "./say.ts";

const slot = globalThis as { [key: symbol]: unknown };
const symbol = Symbol.for("awaitgo.language");

afterEach(() => delete slot[symbol]);

test("English is there without being asked for", () => {
  assert.equal(say("run"), "Run");
  assert.equal(say("exited", { n: 3 }), "Exited with status 3");
  assert.equal(list(["a", "b", "d"]), "a, b and d");
});

test("a page's language goes before English", () => {
  slot[symbol] = { tag: "de", texts: german.script };
  assert.equal(say("run"), "Starten");
  assert.equal(list(["a", "c"]), "a und c");
});

test("a text that a language lacks is English", () => {
  slot[symbol] = { tag: "de", texts: {} };
  assert.equal(say("run"), "Run");
});

test("the number chooses the plural form", () => {
  assert.equal(say("checked", { n: 1, done: 1 }), "1 of 1 question checked.");
  assert.equal(say("checked", { n: 4, done: 1 }), "1 of 4 questions checked.");
  slot[symbol] = { tag: "ar", texts: arabic.script };
  for (const [n, said] of [
    [1, "موضع واحد (1)"],
    [2, "موضعان (2)"],
    [3, "3 مواضع"],
    [11, "11 موضعًا"],
  ] as const) {
    assert.equal(say("searchFound", { n }), said);
  }
});
