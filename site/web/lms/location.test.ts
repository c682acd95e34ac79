import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../testdata/outline.ts";
import { locationOf, routeTo } from "./location.ts";

const outline = outlineOf(40, 1);

for (const [page, id, want] of [
  ["/", "", ""],
  ["/38-lesson/", "", "38"],
  ["/38-lesson/", "example-2", "38#example-2"],
  ["/38-lesson/", "kanäle", "38#kan%C3%A4le"],
] as const) {
  test(`${page} and “${id}” are at “${want}”, and back`, () => {
    assert.equal(locationOf(outline, { page, id }), want);
    assert.deepEqual(routeTo(outline, want), want === "" ? null : { page, id });
  });
}

test("an address that finds no room leads to the lesson", () => {
  assert.equal(locationOf(outline, { page: "/7-lesson/", id: "ä".repeat(60) }), "7");
});

for (const location of ["", "41", "x", "#quiz", "-1", " "]) {
  test(`“${location}” leads nowhere`, () => assert.equal(routeTo(outline, location), null));
}

test("an address that can't be read leads to the lesson", () => {
  assert.deepEqual(routeTo(outline, "3#%"), { page: "/3-lesson/", id: "" });
});
