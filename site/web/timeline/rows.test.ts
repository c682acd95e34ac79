import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "./rows.ts";
import { contextTree, fan, pool } from "./testdata/programs.ts";
import { type Goroutine, type SavedLog, simulate } from "./testdata/simulate.ts";
import { Tracks } from "./tracks.ts";

/** The rows as they are seen: `  worker × 100`. */
function seen({ events }: SavedLog, unfolded: string[] = []): string[] {
  const tracks = new Tracks();
  tracks.append(events);
  return rowsOf(tracks.tracks, new Set(unfolded)).map((row) => {
    const indent = "  ".repeat(row.depth);
    return row.kind === "lane" ? indent + tracks.names.of(row.g) : `${indent}${tracks.names.base(row.members[0]!)} × ${row.members.length}`;
  });
}

test("each goroutine has a lane below the one that started it", () => {
  assert.deepEqual(seen(fan()), ["main", "  worker 1", "  worker 2", "  worker 3", "  func:28", "  func:32"]);
  assert.deepEqual(seen(contextTree()), ["main", "  search", "    fetch 1", "    fetch 2", "  prices", "    fetch 3", "    fetch 4"]);
});

test("many of a kind fold into a row, and unfold where they were", () => {
  assert.deepEqual(seen(pool(100, 10)), ["main", "  worker × 100", "  func:26"]);
  const open = seen(pool(100, 10), ["/main:0/worker:23"]);
  assert.equal(open.length, 102);
  assert.deepEqual(open.slice(0, 3), ["main", "  worker 1", "  worker 2"]);
});

test("what folded goroutines start folds below them", () => {
  const log = simulate(function* (main) {
    for (let i = 0; i < 10; i++) {
      main.go("serve", function* (g) {
        g.go("log", function* () {}, 3);
        if (g.id === 2) g.go("audit", function* () {}, 4);
      }, 8);
    }
    yield* main.sleep(1, 9);
  });
  assert.deepEqual(seen(log), ["main", "  serve × 10", "    log × 10", "    audit"]);
});

test("a chain of 10,000 that each start the next folds into one", () => {
  const log = simulate(function* (main) {
    const next = (g: Goroutine, left: number): void => void g.go("filter", function* (own) { if (left > 1) next(own, left - 1); }, 7);
    next(main, 10_000);
    yield* main.sleep(1, 9);
  });
  assert.deepEqual(seen(log), ["main", "  filter × 10000"]);
});
