import assert from "node:assert/strict";
import { test } from "node:test";
import { Playhead } from "./playhead.ts";

const wait = { at: 1000, until: 3000, pace: 1, paused: false } as const;

test("at pace 1 the clock goes with the wall", () => {
  const head = new Playhead(wait, 50_000);
  assert.equal(head.at(50_000), 1000);
  assert.equal(head.at(50_500), 1500);
  assert.equal(head.fraction(51_000), 0.5);
});

test("it stops where the wait ends", () => {
  const head = new Playhead(wait, 0);
  assert.equal(head.at(9000), 3000);
  assert.equal(head.fraction(9000), 1);
});

test("another pace counts from when it was chosen", () => {
  const head = new Playhead(wait, 0);
  head.setPace(4, 1000);
  assert.equal(head.at(1000), 2000);
  assert.equal(head.at(1100), 2400);
  head.setPace("instant", 1100);
  assert.equal(head.at(1100), 3000);
});

test("a pause holds it still, whatever the pace", () => {
  const head = new Playhead(wait, 0);
  head.setPaused(true, 500);
  head.setPace(16, 700);
  assert.equal(head.at(5000), 1500);
  head.setPaused(false, 5000);
  assert.equal(head.at(5010), 1660);
});

test("a wait of no length is over", () => {
  assert.equal(new Playhead({ ...wait, until: 1000 }, 0).fraction(0), 1);
});
