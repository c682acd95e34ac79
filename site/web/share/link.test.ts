import assert from "node:assert/strict";
import { test } from "node:test";

import { LinkError, listingOf, makeLink, MAX_LINK, readLink, type Shared } from "./link.ts";

const PAGE = "https://course.example/38-asyncio/?x=1#quiz";
const plain: Shared = { listing: "example-1", code: null, clock: "virtual", pace: 1, seed: 1, step: null };

function fragment(link: string): string {
  return new URL(link).hash;
}

for (const [about, shared] of Object.entries({
  "a listing as the page has it": plain,
  "an edited program": { ...plain, code: "package main\n\nfunc main() { println(\"grüße, 世界 🙂\") }\n" },
  "an empty program": { ...plain, code: "" },
  "every choice": { ...plain, clock: "wall", pace: "instant", seed: 4294967295 },
  "a step of the timeline": { ...plain, step: 12 },
  "a pace of the page's own": { ...plain, pace: 0.125 },
  "a name with everything in it": { ...plain, listing: "main.go#2~3/ä %&=+" },
} satisfies Record<string, Shared>)) {
  test(`a link brings ${about} there and back`, async () => {
    const link = await makeLink(PAGE, shared);
    assert.ok(link.startsWith("https://course.example/38-asyncio/?x=1#run=1."), link);
    assert.equal(listingOf(fragment(link)), shared.listing);
    assert.deepEqual(await readLink(fragment(link)), shared);
  });
}

test("an ordinary program makes a short link", async () => {
  const code = "package main\n\nimport (\n\t\"fmt\"\n\t\"time\"\n)\n\nfunc main() {\n\ttime.Sleep(time.Second)\n\tfmt.Println(\"hi\")\n}\n";
  assert.ok((await makeLink(PAGE, { ...plain, code })).length < 300);
});

test("a program that does not fit makes no link, and the message says how much too long it is", async () => {
  let random = 1;
  const noise = Array.from({ length: 40_000 }, () => String.fromCharCode(33 + ((random = (random * 48271) % 2147483647) % 90))).join("");
  await assert.rejects(makeLink(PAGE, { ...plain, code: noise }), (error: Error) => {
    assert.ok(error instanceof LinkError);
    assert.match(error.message, /it would take 4\d kB, and links beyond 30 kB/);
    return true;
  });
});

test("a page without an address makes no link", async () => {
  await assert.rejects(makeLink("about:srcdoc", plain), LinkError);
});

test("fragments that are no links to programs are left alone", () => {
  for (const other of ["", "#", "#quiz", "#running=1", "#/run=1"]) assert.equal(listingOf(other), null);
});

const good = fragment(await makeLink(PAGE, { ...plain, code: "package main\n\nfunc main() {}\n" }));
const bomb = await pack(`{"code":"${"a".repeat(5_000_000)}","seed":1,"pace":1,"clock":"virtual"}`);

for (const [about, bad, says] of [
  ["nothing", "#run=", "damaged"],
  ["no payload", "#run=1.x.", "damaged"],
  ["a payload that was cut off", good.slice(0, -9), "damaged"],
  ["letters that are not base64", "#run=1.x.%%%", "damaged"],
  ["a name that is not percent-encoded", "#run=1.%E0%A4%A.AAAA", "damaged"],
  ["no JSON", `#run=1.x.${await pack("hello")}`, "damaged"],
  ["JSON that is no object", `#run=1.x.${await pack("null")}`, "damaged"],
  ["code that is no text", `#run=1.x.${await pack('{"code":1,"seed":1,"pace":1,"clock":"virtual"}')}`, "damaged"],
  ["a seed out of bounds", `#run=1.x.${await pack('{"seed":4294967296,"pace":1,"clock":"virtual"}')}`, "damaged"],
  ["a pace of zero", `#run=1.x.${await pack('{"seed":1,"pace":0,"clock":"virtual"}')}`, "damaged"],
  ["a step that is no count", `#run=1.x.${await pack('{"seed":1,"pace":1,"clock":"virtual","step":-1}')}`, "damaged"],
  ["another clock", `#run=1.x.${await pack('{"seed":1,"pace":1,"clock":"cuckoo"}')}`, "damaged"],
  ["what inflates to megabytes", `#run=1.x.${bomb}`, "damaged"],
  ["too much", `#run=1.x.${"A".repeat(MAX_LINK)}`, "longer"],
  ["a later version", "#run=2.x.AAAA", "newer version"],
] as const) {
  test(`a fragment that holds ${about} is refused`, async () => {
    assert.equal(typeof listingOf(bad), "string");
    await assert.rejects(readLink(bad), (error: Error) => {
      assert.ok(error instanceof LinkError, String(error));
      assert.match(error.message, new RegExp(says));
      return true;
    });
  });
}

async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(packed).arrayBuffer()).toString("base64url");
}
