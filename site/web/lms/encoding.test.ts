import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../testdata/outline.ts";
import { Attempt } from "./attempt.ts";
import { decode, encode } from "./encoding.ts";
import type { Outline } from "./outline.ts";

/** The same at every run: a test that fails sometimes says nothing. */
function random(seed: number): () => number {
  return () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

function worked(outline: Outline, seed = 1): Attempt {
  const next = random(seed);
  const attempt = new Attempt(outline);
  for (const { number, items } of outline) {
    attempt.visit(number);
    for (const { id, options } of items) {
      const chosen = Array.from({ length: options }, (_, at) => String.fromCharCode(97 + at)).filter(() => next() < 0.4);
      attempt.set(number, id, chosen, next() < 0.7, next() < 0.6);
    }
  }
  return attempt;
}

function told(attempt: Attempt) {
  return attempt.visited.map(({ number }) => [number, attempt.states(number)]);
}

for (const options of [0, 1, 2, 4, 5, 10, 26]) {
  test(`attempts at questions of ${options} options come back as they were`, () => {
    for (let seed = 1; seed <= 50; seed++) {
      const outline = outlineOf(3, 7, options);
      const attempt = worked(outline, seed);
      const { text, shortened } = encode(attempt);
      assert.equal(shortened, 0);
      assert.match(text, /^[\x21-\x7e]*$/);
      assert.deepEqual(told(decode(text, outline)), told(attempt));
    }
  });
}

test("a lesson of eight questions takes fourteen characters at most", () => {
  const outline = outlineOf(200);
  const { text, shortened } = encode(worked(outline), 4096);
  assert.ok(text.length <= 1 + 200 * 14, `${text.length}`);
  assert.equal(shortened, 0);
});

test("for want of room the oldest lessons lose their choices first, and keep what was earned", () => {
  const outline = outlineOf(350);
  const attempt = worked(outline);
  const { text, shortened } = encode(attempt, 4096);
  assert.ok(text.length <= 4096 && text.length > 4096 - 14, `${text.length}`);
  assert.ok(shortened > 0 && shortened < 350);
  const back = decode(text, outline);
  assert.deepEqual(back.earned, attempt.earned);
  assert.equal(back.status(), attempt.status());
  assert.deepEqual(back.states(350), attempt.states(350));
  assert.deepEqual(back.states(1).map(({ chosen }) => chosen.length), Array(8).fill(0));
});

for (const [lessons, limit] of [[600, 4096], [2000, 4096], [5, 40], [5, 3], [5, 1]] as const) {
  test(`${lessons} lessons never take more than ${limit} characters`, () => {
    const outline = outlineOf(lessons);
    const { text, shortened } = encode(worked(outline), limit);
    assert.ok(text.length <= limit, `${text.length}`);
    assert.ok(shortened > 0);
    assert.doesNotThrow(() => decode(text, outline));
  });
}

test("what was touched last is kept longest", () => {
  const outline = outlineOf(5);
  const attempt = worked(outline);
  attempt.set(2, "quiz-1", ["a"], true, true);
  const back = decode(encode(attempt, 60).text, outline);
  assert.equal(back.visited.at(-1)?.number, 2);
  assert.deepEqual(back.states(2), attempt.states(2));
});

test("answers to another edition of a lesson are not taken for answers to this one", () => {
  const before = outlineOf(2, 4);
  const now = before.map((lesson) => ({ ...lesson, items: lesson.items.map((item) => ({ ...item, answer: lesson.number === 1 ? ["d"] : item.answer })) }));
  const attempt = worked(before);
  const back = decode(encode(attempt).text, now);
  assert.deepEqual(back.states(1).filter(({ earned, judged }) => earned || judged), []);
  assert.deepEqual(back.states(2), attempt.states(2));
  assert.deepEqual(back.visited.map(({ number }) => number), [1, 2]);
});

for (const text of ["", "0;1", "1", "1;", "1;;;", "1;zzzzzzzzzzzz", "1;1=", "1;1=AB?", "1;1", "1;9=ABCD", "{}", "1;1=ABCD;1*ABCD"]) {
  test(`${JSON.stringify(text)} is read as far as it can be`, () => {
    const back = decode(text, outlineOf(2, 2));
    assert.equal(back.score, 0);
  });
}
