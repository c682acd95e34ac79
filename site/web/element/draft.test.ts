import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../store/store.ts";
import { memoryStorage } from "../testdata/storage.ts";
import { Draft, type Place } from "./draft.ts";

const listing: Place = { path: "/38-asyncio/", name: null, lesson: "38", example: "1", original: "package main\n" };

function store(): Store {
  const storage = memoryStorage();
  return new Store(() => storage);
}

test("a draft is there after a reload", () => {
  const kept = store();
  new Draft(listing, kept, new Set()).save("edited");
  assert.equal(new Draft(listing, kept, new Set()).load(), "edited");
});

test("saving null forgets the draft", () => {
  const draft = new Draft(listing, store(), new Set());
  draft.save("edited");
  draft.save(null);
  assert.equal(draft.load(), null);
});

test("two listings that say the same of themselves never clash", () => {
  const kept = store();
  const claims = new Set<string>();
  const first = new Draft(listing, kept, claims);
  const second = new Draft(listing, kept, claims);
  first.save("one");
  second.save("two");
  assert.equal(first.load(), "one");
  assert.equal(second.load(), "two");
});

test("a listing that comes back gets its own draft", () => {
  const kept = store();
  const claims = new Set<string>();
  const first = new Draft(listing, kept, claims);
  first.save("one");
  first.release();
  assert.equal(new Draft(listing, kept, claims).load(), "one");
});

test("names, examples, texts and pages tell listings apart", () => {
  const kept = store();
  new Draft(listing, kept, new Set()).save("edited");
  for (const other of [
    { ...listing, name: "greetings" },
    { ...listing, example: "2" },
    { ...listing, lesson: null, example: null },
    { ...listing, path: "/39/" },
  ]) {
    assert.equal(new Draft(other, kept, new Set()).load(), null);
  }
});

test("a nameless listing keeps its draft when the page is reordered", () => {
  const kept = store();
  const nameless = { ...listing, lesson: null, example: null };
  new Draft({ ...nameless, original: "b" }, kept, new Set()).save("edited b");
  const claims = new Set<string>();
  new Draft({ ...nameless, original: "a" }, kept, claims);
  assert.equal(new Draft({ ...nameless, original: "b" }, kept, claims).load(), "edited b");
});
