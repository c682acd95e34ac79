import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../store/store.ts";
import { memoryStorage } from "../testdata/storage.ts";
import { Progress } from "./progress.ts";
import { list } from "../language/speaker.ts";
import { isRight, letters, scoreText } from "./score.ts";

test("letters are read from an attribute", () => {
  assert.deepEqual(letters("c"), ["c"]);
  assert.deepEqual(letters(" a  c "), ["a", "c"]);
  assert.deepEqual(letters("a, c"), ["a", "c"]);
  assert.deepEqual(letters(""), []);
});

for (const [answer, chosen, right] of [
  ["c", "c", true],
  ["c", "b", false],
  ["a c", "c a", true],
  ["a c", "a", false],
  ["a c", "a b c", false],
  ["a", "", false],
] as const) {
  test(`with answer ${answer}, choosing “${chosen}” is ${right ? "right" : "wrong"}`, () => {
    assert.equal(isRight(letters(answer), letters(chosen)), right);
  });
}

test("lists and scores read as sentences do", () => {
  assert.equal(list(["a"]), "a");
  assert.equal(list(["a", "c"]), "a and c");
  assert.equal(list(["a", "b", "d"]), "a, b and d");
  assert.equal(scoreText(5, 8), "5 of 8 right.");
  assert.equal(scoreText(8, 8), "All 8 right.");
  assert.equal(scoreText(1, 1), "Right.");
});

test("answers are there after a reload", () => {
  const storage = memoryStorage();
  const store = new Store(() => storage);
  const answers = { "quiz-1": { chosen: ["c"], checked: true } };
  new Progress(store, "/38/", "38").save(answers);
  assert.deepEqual(new Progress(store, "/38/", "38").load(), answers);
  assert.deepEqual(new Progress(store, "/39/", "39").load(), {});
  new Progress(store, "/38/", "38").save({});
  assert.equal(storage.length, 0);
});

for (const kept of ["", "null", "7", "[", '{"quiz-1": 3}', '{"quiz-1": {"chosen": "c", "checked": true}}']) {
  test(`kept answers that read ${JSON.stringify(kept)} count as none`, () => {
    const storage = memoryStorage();
    storage.setItem("awaitgo:quiz:/38/#38", kept);
    assert.deepEqual(new Progress(new Store(() => storage), "/38/", "38").load(), {});
  });
}
