import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "./store.ts";
import { memoryStorage } from "../testdata/storage.ts";

test("what was set is got back, and not after delete", () => {
  const storage = memoryStorage();
  const store = new Store(() => storage);
  store.set("theme", "dark");
  assert.equal(store.get("theme"), "dark");
  assert.equal(storage.getItem("awaitgo:theme"), "dark");
  store.delete("theme");
  assert.equal(store.get("theme"), null);
});

test("storage that throws reads as nothing kept", () => {
  const store = new Store(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  store.set("theme", "dark");
  store.delete("theme");
  assert.equal(store.get("theme"), null);
});

test("a full storage loses the text and nothing else", () => {
  const storage = memoryStorage();
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const store = new Store(() => storage);
  store.set("draft", "package main");
  assert.equal(store.get("draft"), null);
});
