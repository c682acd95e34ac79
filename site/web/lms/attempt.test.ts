import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../testdata/outline.ts";
import { Attempt } from "./attempt.ts";

test("what was once right stays earned", () => {
  const attempt = new Attempt(outlineOf(1, 4));
  assert.equal(attempt.score, 0);
  assert.equal(attempt.set(1, "quiz-1", ["a"], false, true), true);
  assert.equal(attempt.score, 0, "chosen and not yet judged");
  attempt.set(1, "quiz-1", ["a"], true, true);
  assert.equal(attempt.score, 25);
  attempt.set(1, "quiz-1", [], false, false);
  assert.equal(attempt.score, 25);
  assert.deepEqual(attempt.earned, { done: 1, n: 4 });
});

test("what is not new is no news, and what is not there is nothing", () => {
  const attempt = new Attempt(outlineOf(1, 2));
  assert.equal(attempt.visit(1), true);
  assert.equal(attempt.visit(1), false);
  assert.equal(attempt.set(1, "quiz-1", ["b"], true, false), true);
  assert.equal(attempt.set(1, "quiz-1", ["b"], true, false), false);
  assert.equal(attempt.set(1, "quiz-9", ["b"], true, false), false);
  assert.equal(attempt.visit(7), false);
});

for (const [right, wrong, mark, want] of [
  [0, 0, 80, "incomplete"],
  [3, 0, 80, "incomplete"],
  [4, 0, 80, "passed"],
  [3, 2, 80, "failed"],
  [3, 2, 60, "passed"],
  [0, 5, 80, "failed"],
] as const) {
  test(`${right} right and ${wrong} wrong of 5, with a mark of ${mark}, is ${want}`, () => {
    const attempt = new Attempt(outlineOf(1, 5));
    for (let at = 1; at <= right + wrong; at++) attempt.set(1, `quiz-${at}`, ["a"], true, at <= right);
    assert.equal(attempt.status(mark), want);
  });
}

test("a score is never rounded up to a mark", () => {
  const attempt = new Attempt(outlineOf(1, 3));
  for (const id of ["quiz-1", "quiz-2"]) attempt.set(1, id, ["a"], true, true);
  assert.equal(attempt.score, 66);
});

test("a course with nothing to earn is completed once all of it was opened", () => {
  const attempt = new Attempt(outlineOf(2, 0));
  assert.equal(attempt.score, null);
  attempt.visit(2);
  assert.equal(attempt.status(), "incomplete");
  attempt.visit(1);
  assert.equal(attempt.status(), "completed");
});

test("a later session goes before an earlier one, and nothing earned is lost", () => {
  const outline = outlineOf(2, 2);
  const [earlier, later] = [new Attempt(outline), new Attempt(outline)];
  earlier.set(1, "quiz-1", ["a"], true, true);
  earlier.set(2, "quiz-1", ["a"], true, true);
  later.set(1, "quiz-1", [], false, false);
  later.set(1, "quiz-2", ["b"], true, true);
  later.floor = 10;
  earlier.merge(later);
  assert.deepEqual(earlier.states(1), [
    { chosen: [], judged: false, earned: true },
    { chosen: ["b"], judged: true, earned: true },
  ]);
  assert.deepEqual(earlier.earned, { done: 3, n: 4 });
  assert.deepEqual(earlier.visited.map(({ number }) => number), [2, 1]);
});

test("a score that the system has kept holds, whatever else was lost", () => {
  const attempt = new Attempt(outlineOf(1, 10));
  attempt.floor = 70;
  attempt.set(1, "quiz-1", ["a"], true, true);
  assert.equal(attempt.score, 70);
});
