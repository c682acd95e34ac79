import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "./axis.ts";
import type { LogEvent } from "./log.ts";
import { crowd } from "./testdata/programs.ts";
import { MS, SECOND } from "./testdata/simulate.ts";

function at(...times: number[]): LogEvent[] {
  return times.map((t, i) => ({ seq: i + 1, t, g: 1, kind: "output", stream: "stdout", text: "" }));
}

test("events of one moment stand in their order, each as wide as the others", () => {
  const axis = new Axis([at(0, 0, 0, SECOND)]);
  assert.deepEqual([0, 1, 2].map((i) => axis.middle(0, i)), [0.5, 1.5, 2.5]);
  assert.equal(axis.right(0, 0), axis.left(0, 1));
});

test("waits are as long as the time that passes, beside each other", () => {
  const axis = new Axis([at(0, SECOND, 3 * SECOND, 6 * SECOND)]);
  const gaps = [0, 1, 2].map((i) => axis.left(0, i + 1) - axis.right(0, i));
  assert.ok(Math.abs(gaps[1]! / gaps[0]! - 2) < 1e-6 && Math.abs(gaps[2]! / gaps[0]! - 3) < 1e-6, gaps.join());
});

test("a short wait is seen beside a very long one, and what is no wait is not", () => {
  const axis = new Axis([at(0, MS, MS + 24 * 3600 * SECOND, MS + 24 * 3600 * SECOND + 1000)]);
  assert.ok(axis.left(0, 1) - axis.right(0, 0) >= 1.5);
  assert.ok(axis.left(0, 3) - axis.right(0, 2) < 0.01);
});

test("two logs share their moments: the same time is at the same place", () => {
  const axis = new Axis([at(0, 0, 0, SECOND, 2 * SECOND), at(0, SECOND, SECOND, SECOND)]);
  assert.equal(axis.moments.length, 3);
  assert.equal(axis.left(0, 3), axis.left(1, 1));
  assert.equal(axis.left(0, 0), axis.left(1, 0));
  assert.equal(axis.right(0, 2), axis.right(1, 0));
});

test("a place is told as a time, and a time has a place", () => {
  const axis = new Axis([at(0, 0, 2 * SECOND, 2 * SECOND)]);
  assert.equal(axis.time(axis.middle(0, 1)), 0);
  assert.equal(axis.time((axis.right(0, 1) + axis.left(0, 2)) / 2), SECOND);
  assert.equal(axis.time(axis.place(SECOND / 2)), SECOND / 2);
  assert.equal(axis.place(2 * SECOND), axis.left(0, 2));
});

test("the nearest event is found, also in a long log", () => {
  const { events } = crowd(300, 5);
  const axis = new Axis([events]);
  for (let i = 0; i < events.length; i += 97) {
    assert.equal(axis.nearest(0, axis.middle(0, i)), i);
    assert.equal(axis.nearest(0, axis.middle(0, i) + 0.4), i);
  }
  assert.equal(axis.nearest(0, -5), 0);
  assert.equal(axis.nearest(0, 1e9), events.length - 1);
});

test("an empty log has no place and no harm", () => {
  const axis = new Axis([[]]);
  assert.equal(axis.width, 0);
  assert.equal(axis.nearest(0, 3), -1);
  assert.equal(axis.time(3), 0);
});
