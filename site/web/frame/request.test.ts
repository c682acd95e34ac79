import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, readRequest, type Embeddable } from "./request.ts";

test("an address names a lesson, a program and the element's attributes", () => {
  assert.deepEqual(readRequest("?lesson=38&example=1&theme=dark&pace=2&seed=7&hide=caption+copy&readonly&onclick=x"), {
    lesson: 38,
    example: 1,
    name: null,
    attributes: { theme: "dark", pace: "2", seed: "7", hide: "caption copy", readonly: "" },
  });
});

test("a switch that is said to be off is off", () => {
  for (const off of ["0", "false"]) assert.deepEqual(readRequest(`?lesson=1&readonly=${off}`)?.attributes, {});
  for (const on of ["", "1", "true"]) assert.deepEqual(readRequest(`?lesson=1&autorun=${on}&log=${on}`)?.attributes, { autorun: "", log: "" });
});

for (const search of ["", "?", "?lesson", "?lesson=-1", "?lesson=1.5", "?lesson=../38", "?lesson=1e3"]) {
  test(`${JSON.stringify(search)} names no lesson`, () => assert.equal(readRequest(search), null));
}

const lesson: Embeddable = {
  lesson: 38,
  title: "Asyncio",
  page: "38-asyncio/",
  programs: [
    { name: "listing-1", html: "" },
    { name: "example-1-a", example: 1, html: "" },
    { name: "example-3", example: 3, html: "" },
  ],
};

for (const [search, wanted] of [
  ["", "listing-1"],
  ["&example=3", "example-3"],
  ["&example=three", "listing-1"],
  ["&name=example-1-a", "example-1-a"],
  ["&example=2", "Lesson 38 has no example 2 that runs. Its examples that run are 1 and 3."],
  ["&name=x", "Lesson 38 has no program called “x”. It has listing-1, example-1-a and example-3."],
] as const) {
  test(`of lesson 38, ${search || "nothing said"} gives ${wanted}`, () => {
    const choice = choose(lesson, readRequest(`?lesson=38${search}`)!);
    assert.equal(typeof choice === "string" ? choice : choice.name, wanted);
  });
}

test("a lesson without programs says so", () => {
  assert.equal(choose({ ...lesson, programs: [] }, readRequest("?lesson=38")!), "Lesson 38 has no programs to run.");
});
