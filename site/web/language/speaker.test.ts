import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import arabic from "../../language/ar.json";
import english from "../../language/en.json";
import german from "../../language/de.json";
import { isolated, list, number, speaker } from "./speaker.ts";

const say = speaker("script", english.script);
const sayInQuiz = speaker("quiz", english.quiz);
const sayInSearch = speaker("search", english.search);

const slot = globalThis as { [key: symbol]: unknown };
const symbol = Symbol.for("awaitgo.language");

function speak(tag: "de" | "ar"): void {
  slot[symbol] = { tag, direction: { de: german, ar: arabic }[tag].direction, texts: { de: german, ar: arabic }[tag] };
}

afterEach(() => delete slot[symbol]);

test("English is there without being asked for", () => {
  assert.equal(say("run"), "Run");
  assert.equal(say("exited", { n: 3 }), "Exited with status 3");
  assert.equal(list(["a", "b", "d"]), "a, b and d");
  assert.equal(number(1234.56, 1), "1234.6");
});

test("a page's language goes before English", () => {
  speak("de");
  assert.equal(say("run"), "Starten");
  assert.equal(list(["a", "c"]), "a und c");
  assert.equal(number(1234.56, 1), "1234,6");
});

test("each part has texts of its own", () => {
  speak("de");
  assert.equal(sayInSearch("close"), german.search.close);
  assert.equal(sayInQuiz("check"), german.quiz.check);
});

test("a text that a language lacks is English", () => {
  slot[symbol] = { tag: "de", direction: "ltr", texts: { search: {} } };
  assert.equal(say("run"), "Run");
  assert.equal(sayInSearch("close"), "Close");
});

test("the number chooses the plural form", () => {
  assert.equal(sayInQuiz("checked", { n: 1, done: 1 }), "1 of 1 question checked.");
  assert.equal(sayInQuiz("checked", { n: 4, done: 1 }), "1 of 4 questions checked.");
  speak("ar");
  for (const [n, said] of [
    [1, "موضع واحد (1)"],
    [2, "موضعان (2)"],
    [3, "3 مواضع"],
    [11, "11 موضعًا"],
  ] as const) {
    assert.equal(sayInSearch("found", { n }), said);
  }
});

test("from right to left, a value keeps the order of its own signs", () => {
  assert.equal(isolated("ch[0]"), "ch[0]");
  speak("ar");
  assert.equal(isolated("ch[0]"), "\u2068ch[0]\u2069");
  assert.equal(isolated(""), "");
  assert.equal(sayInQuiz("theAnswer", { list: "a" }), "الجواب هو \u2068a\u2069.");
  assert.equal(number(1.5, 1), "1.5");
});
