import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { MemoryCaches } from "../testdata/caches.ts";
import { address, type Entry, within } from "./list.ts";
import { KeepError, Versions } from "./versions.ts";

const SCOPE = "https://school.example/go/";

/** A site that is published in versions, and one browser that visits it. */
class World {
  readonly caches = new MemoryCaches();
  readonly host = new Map<string, string>();
  readonly asked: string[] = [];
  pages: string[] = [];
  online = true;
  #build = { list: "offline.json", sha256: "" };

  /// Files by path; a path that begins with engine/ is kept later unless it says ahead.
  publish(files: Record<string, string>): Versions {
    const list: Entry[] = Object.entries(files).map(([path, text]) => ({
      path,
      sha256: sha256(text),
      bytes: text.length,
      when: path.startsWith("engine/") ? (path.includes("base") ? "ahead" : "later") : "install",
    }));
    this.host.clear();
    for (const [path, text] of Object.entries(files)) this.host.set(SCOPE + address(path), text);
    const text = JSON.stringify({ files: list });
    this.host.set(`${SCOPE}offline.json`, text);
    this.#build = { list: "offline.json", sha256: sha256(text) };
    return this.worker();
  }

  /// The worker of the version that was published last, as if just started.
  worker(): Versions {
    return new Versions(this.#build, {
      scope: SCOPE,
      caches: this.caches as unknown as CacheStorage,
      fetch: async (url) => {
        if (!this.online) throw new TypeError("offline");
        this.asked.push(url.slice(SCOPE.length));
        const text = this.host.get(url);
        return new Response(text ?? "not found", { status: text === undefined ? 404 : 200 });
      },
      openPages: async () => this.pages,
    });
  }

  get versions(): number {
    return [...this.caches.kept.keys()].filter((name) => !name.endsWith(":state")).length;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function read(versions: Versions, path: string, page = "new"): Promise<string | undefined> {
  return (await versions.find(SCOPE + path, page))?.kept?.text();
}

const ONE = { "index.html": "course 1", "1-x/index.html": "lesson 1", "assets/page.js": "script", "engine/base.gz": "base", "engine/http.gz": "http" };
const TWO = { ...ONE, "index.html": "course 2", "1-x/index.html": "lesson 2" };

async function installed(world: World, files: Record<string, string>): Promise<Versions> {
  const versions = world.publish(files);
  await versions.install();
  await versions.activate();
  return versions;
}

test("what is inside the scope", () => {
  for (const [url, want] of [
    [SCOPE, ""],
    [`${SCOPE}index.html`, ""],
    [`${SCOPE}38-asyncio/?x=1#quiz`, "38-asyncio/"],
    [`${SCOPE}38-asyncio/index.html`, "38-asyncio/"],
    [`${SCOPE}1-%C3%A4/`, "1-ä/"],
    ["https://school.example/", null],
    ["https://other.example/go/", null],
  ] as const) {
    assert.equal(within(SCOPE, url), want, url);
  }
});

test("the first version is current at once and read without the network", async () => {
  const world = new World();
  await installed(world, ONE);
  world.online = false;
  const versions = world.worker();
  assert.equal(await read(versions, ""), "course 1");
  assert.equal(await read(versions, "1-x/index.html?a"), "lesson 1");
  assert.equal(await versions.find(`${SCOPE}nowhere`, "new"), null);
  assert.equal(await versions.updateReady(), false);
});

test("a second version waits for consent, fetches what changed, and then the first is deleted", async () => {
  const world = new World();
  await installed(world, ONE);
  world.asked.length = 0;
  const two = await installed(world, TWO);
  assert.deepEqual(world.asked.sort(), ["", "1-x/", "offline.json"]);
  assert.equal(await two.updateReady(), true);
  assert.equal(await read(two, "1-x/"), "lesson 1");
  assert.equal(world.versions, 2);
  await two.apply();
  assert.equal(await two.updateReady(), false);
  assert.equal(await read(two, "1-x/"), "lesson 2");
  assert.equal(world.versions, 1);
});

test("a page that is open when another applies an update goes on with its version", async () => {
  const world = new World();
  await installed(world, ONE);
  const two = await installed(world, TWO);
  world.pages = ["a", "b"];
  await two.apply();
  assert.equal(await read(two, "1-x/", "b"), "lesson 1");
  assert.equal(await read(two, "1-x/", "new"), "lesson 2");
  assert.equal(await read(world.worker(), "1-x/", "b"), "lesson 1", "after the worker was restarted, too");
  world.pages = ["new"];
  await two.tidy();
  assert.equal(world.versions, 1);
});

test("an older worker leaves the version alone that is being fetched, a newer one deletes what it overtook", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  const two = world.publish(TWO);
  await two.install();
  await one.tidy();
  assert.equal(await two.updateReady(), true);
  const three = await installed(world, { ...TWO, "index.html": "course 3" });
  assert.equal(await three.updateReady(), true);
  assert.equal(await two.whole(), false);
  assert.equal(world.versions, 2);
});

test("a fetch that breaks off installs nothing, and the next one goes on from there", async () => {
  const world = new World();
  await installed(world, ONE);
  const two = world.publish({ ...TWO, "2-y/index.html": "new lesson" });
  const lesson = world.host.get(`${SCOPE}2-y/`)!;
  world.host.delete(`${SCOPE}2-y/`);
  await assert.rejects(two.install(), (error: KeepError) => error.failure === "network");
  assert.equal(await two.updateReady(), false);
  await two.apply();
  assert.equal(await read(two, "1-x/"), "lesson 1");

  world.host.set(`${SCOPE}2-y/`, lesson);
  world.asked.length = 0;
  await two.install();
  assert.ok(!world.asked.includes("1-x/"), "what arrived is not fetched again");
  assert.equal(await two.updateReady(), true);
});

test("files of two versions on the host install nothing", async () => {
  const world = new World();
  const one = world.publish(ONE);
  world.host.set(`${SCOPE}assets/page.js`, "script of another version");
  await assert.rejects(one.install(), KeepError);
  await one.activate();
  assert.equal(await one.find(SCOPE, "new"), null);
});

test("a list that is not the worker's installs nothing", async () => {
  const world = new World();
  const one = world.publish(ONE);
  world.publish(TWO);
  await assert.rejects(one.install(), KeepError);
});

test("a host's cache that lags behind is passed by", async () => {
  const world = new World();
  const one = world.publish(ONE);
  let stale = true;
  world.host.set(`${SCOPE}assets/page.js`, "old");
  const get = world.host.get.bind(world.host);
  world.host.get = (url) => {
    if (!url.endsWith("page.js")) return get(url);
    const text = stale ? "old" : "script";
    stale = false;
    return text;
  };
  let counted = 0;
  await one.install((bytes) => (counted += bytes));
  await one.activate();
  assert.equal(await read(one, "assets/page.js"), "script");
});

test("engines are kept after the pages, larger ones when asked for", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  const paths = async (what: "engines" | "everything") => (await one.missing(what)).map(({ path }) => path);
  assert.deepEqual(await paths("engines"), ["engine/base.gz"]);
  let bytes = 0;
  await one.keep("engines", (n) => (bytes += n));
  assert.equal(bytes, 4);
  assert.deepEqual(await paths("engines"), []);
  assert.deepEqual(await paths("everything"), ["engine/http.gz"]);
  await one.keep("everything");
  assert.deepEqual(await paths("everything"), []);
});

test("the room of the larger engines can be had back", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  await one.keep("everything");
  const paths = async () => (await one.larger()).map(({ path }) => path);
  assert.deepEqual(await paths(), ["engine/http.gz"]);
  await one.free();
  assert.deepEqual(await paths(), []);
  assert.deepEqual((await one.missing("everything")).map(({ path }) => path), ["engine/http.gz"]);
  assert.deepEqual(await one.missing("engines"), []);
});

test("an engine that a page uses is passed on as it comes, and kept", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  const found = await one.find(`${SCOPE}engine/http.gz`, "new");
  assert.equal(found?.kept, undefined);
  const { response, kept } = await one.fetchAndKeep(found!.entry, found!.version);
  assert.equal(await response.text(), "http");
  await kept;
  assert.equal(await read(one, "engine/http.gz"), "http");
});

test("an engine of another version is refused and not kept", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  world.host.set(`${SCOPE}engine/http.gz`, "http, newer");
  const found = await one.find(`${SCOPE}engine/http.gz`, "new");
  const { response, kept } = await one.fetchAndKeep(found!.entry, found!.version);
  await assert.rejects(response.text());
  await kept;
  assert.equal(await read(one, "engine/http.gz"), undefined);
});

test("an update carries engines over that did not change", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  await one.keep("everything");
  const two = await installed(world, TWO);
  world.asked.length = 0;
  await two.apply();
  assert.deepEqual(await two.missing("everything"), []);
  assert.deepEqual(world.asked, []);
});

test("a full storage keeps nothing, and says so", async () => {
  const world = new World();
  const one = world.publish(ONE);
  world.caches.room = 20;
  await assert.rejects(one.install(), (error: KeepError) => error.failure === "full");
  assert.equal(world.versions, 0);
  assert.equal(await one.find(SCOPE, "new"), null);
});

test("an update without room leaves the current version as it is", async () => {
  const world = new World();
  await installed(world, ONE);
  const two = world.publish(TWO);
  world.caches.room = world.caches.bytes + 5;
  await assert.rejects(two.install(), (error: KeepError) => error.failure === "full");
  assert.equal(await read(two, "1-x/"), "lesson 1");
});

test("a storage that throws leaves everything to the network", async () => {
  const world = new World();
  const one = world.publish(ONE);
  world.caches.denied = true;
  await assert.rejects(one.install());
  assert.equal(await one.find(SCOPE, "new"), null);
  assert.equal(await one.updateReady(), false);
});

test("caches of other courses on the same origin are left alone", async () => {
  const world = new World();
  await world.caches.open("awaitgo:/:0123");
  await world.caches.open("awaitgo:/go/more/:0123");
  await installed(world, ONE);
  await (await installed(world, TWO)).apply();
  assert.ok(world.caches.kept.has("awaitgo:/:0123"));
  assert.ok(world.caches.kept.has("awaitgo:/go/more/:0123"));
});

test("a version whose files were lost is given up, and installed anew", async () => {
  const world = new World();
  const one = await installed(world, ONE);
  await one.abandon(one.own);
  assert.equal(await one.find(SCOPE, "new"), null);
  await one.install();
  await one.activate();
  assert.equal(await read(one, "1-x/"), "lesson 1");
});
