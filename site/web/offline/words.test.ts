import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "./protocol.ts";
import { after, offer, removal, sentence } from "./words.ts";

const report: Report = { updateReady: false, missingBytes: 0, missingBytesOfAll: 0, largerBytes: 0, failure: null };

test("what the footer says, and offers", () => {
  for (const [keeping, said, offered] of [
    [{ kind: "keeping", loadedBytes: 1_234_567, totalBytes: 9_100_000 }, "Keeping this course for offline use: 1.2 of 9.1 MB", null],
    [after(report), "Works offline.", null],
    [after({ ...report, missingBytesOfAll: 5_400_000 }), "Works offline.", "Keep the larger engines too (5.4 MB)"],
    [after({ ...report, missingBytes: 3_200_000 }), "This course can be kept for reading and running offline.", "Keep it (3.2 MB)"],
    [after({ ...report, failure: "full" }), "This browser has no room to keep the course offline. It works while you are online.", "Try again"],
    [after({ ...report, failure: "network" }), "The course could not be kept for offline use this time. The next visit tries again.", "Try again"],
  ] as const) {
    assert.equal(sentence(keeping), said);
    assert.equal(offer(keeping), offered);
  }
});

test("room that the larger engines take can be had back, and it is said how much", () => {
  assert.equal(removal(after({ ...report, largerBytes: 36_600_000 })), "Remove the larger engines (36.6 MB)");
  assert.equal(removal(after(report)), null);
  assert.equal(removal({ kind: "asking", bytes: 1 }), null);
});
