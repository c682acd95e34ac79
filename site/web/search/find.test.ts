import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, find, type Index } from "./find.ts";

// Two lessons: channels (begin, closing) and waiting (begin, for all).
const index: Index = {
  pages: [
    [1, "Channels", "1-channels/"],
    [2, "Waiting", "2-waiting/"],
  ],
  sections: [
    [0, "", "", "Values go through."],
    [0, "closing", "Closing", "The sender closes."],
    [1, "", "", "A channel can wait."],
    [1, "for-all", "For all", "WaitGroup"],
  ],
  words: ["channel", "channels", "closing", "sender", "waitgroup", "waiting", "قناة"],
  found: ["1 1 1 1", "0 5", "1 3", "1 1", "3 1", "2 5", "0 1"],
};

const places = (query: string) => find(index, query).map(({ url }) => url);

for (const [query, urls] of [
  ["channels", ["1-channels/"]],
  ["chan", ["1-channels/", "1-channels/#closing", "2-waiting/"]],
  ["channel", ["1-channels/", "1-channels/#closing", "2-waiting/"]],
  ["WAIT", ["2-waiting/", "2-waiting/#for-all"]],
  ["sender clos", ["1-channels/#closing"]],
  ["sender waiting", []],
  ["s", ["1-channels/#closing"]],
  ["قَناة", ["1-channels/"]],
  ["  ", []],
  ["nothing", []],
] as const) {
  test(`"${query}" finds ${urls.join(", ") || "nothing"}`, () => assert.deepEqual(places(query), urls));
}

test("words are cut as the index cuts them", () => {
  assert.deepEqual(cut("sync.WaitGroup, a <-results: 2× Été"), ["sync", "waitgroup", "results", "2", "été"]);
});
