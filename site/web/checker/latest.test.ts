import assert from "node:assert/strict";
import { test } from "node:test";

import { Latest } from "./latest.ts";

test("of the questions that come while one is answered only the newest is asked", async () => {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const latest = new Latest<number, number>((question) => {
    asked.push(question);
    return new Promise((resolve) => answers.push(() => resolve(question * 10)));
  });
  const all = Promise.all([1, 2, 3].map((question) => latest.ask(question)));
  answers[0]!();
  await new Promise((resolve) => setTimeout(resolve));
  answers[1]!();
  assert.deepEqual(await all, [10, undefined, 30]);
  assert.deepEqual(asked, [1, 3]);
});

test("a question that fails does not stop the next", async () => {
  let fails = true;
  const latest = new Latest<string, string>(async (question) => {
    if (fails) throw new Error(question);
    return question;
  });
  await assert.rejects(latest.ask("a"), /a/);
  fails = false;
  assert.equal(await latest.ask("b"), "b");
});
