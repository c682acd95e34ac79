/// The course launched by a learning system that gets statements: against an endpoint
/// of another origin, which is as strict as cmi5 is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";

import type { AwaitGo } from "../web/element/element.ts";
import { FakeRecordStore } from "../web/testdata/xapi.ts";
import { launchChromium } from "./browser.ts";
import { DIST, LESSONS } from "./fixture.ts";
import { StaticServer } from "./server.ts";
import { readZip, unpack } from "./zip.ts";

const SOLUTION = readFileSync(join(LESSONS, "38-asyncio/exercise-1-together/main.go"), "utf8");

let folder: string;
let browser: Browser;
let endpoint: Endpoint;
/** The package that may reach the endpoint, and one that may reach another site. */
let course: StaticServer;
let elsewhere: StaticServer;

async function packed(name: string, connect: string): Promise<StaticServer> {
  const zip = join(folder, `${name}.zip`);
  execFileSync(join(DIST, "../bin/awaitgo"), ["pack", "--cmi5", "--connect", connect, "-o", zip]);
  unpack(readZip(readFileSync(zip)), join(folder, name));
  return StaticServer.serve(join(folder, name));
}

/** A learning system and its store, on an origin of their own. */
class Endpoint {
  store = new FakeRecordStore();
  readonly #server: Server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("access-control-allow-headers", "authorization, content-type, x-experience-api-version");
    response.setHeader("access-control-allow-methods", "GET, PUT, POST");
    if (request.url === "/back") return void response.end("the learning system");
    if (request.url === "/favicon.ico") return void response.writeHead(404).end();
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (this.store.away) return void request.socket.destroy();
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const answer = this.store.answer({
        method: request.method ?? "GET",
        path: url.pathname.replace(/^\/(xapi\/)?/, ""),
        query: url.searchParams,
        headers: new Headers(request.headers as Record<string, string>),
        body,
      });
      response.writeHead(answer.status).end(answer.status === 204 ? undefined : answer.body);
    });
  });

  static async open(): Promise<Endpoint> {
    const endpoint = new Endpoint();
    await new Promise<void>((resolve) => endpoint.#server.listen(0, "127.0.0.1", resolve));
    return endpoint;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "awaitgo-cmi5-"));
  endpoint = await Endpoint.open();
  browser = await launchChromium();
  course = await packed("course", endpoint.origin);
  elsewhere = await packed("elsewhere", "https://lrs.example.org");
});

after(async () => {
  await browser?.close();
  for (const server of [course, elsewhere, endpoint]) server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function launch(server: StaticServer = course, context?: BrowserContext): Promise<Page> {
  context ??= await browser.newContext();
  const page = await context.newPage();
  const query = new URLSearchParams({
    endpoint: `${endpoint.origin}/xapi/`,
    fetch: `${endpoint.origin}/token?session=${Math.random()}`,
    actor: JSON.stringify({ objectType: "Agent", account: { homePage: "https://lms.example/", name: "7" } }),
    registration: "11111111-2222-4333-8444-555555555555",
    activityId: "https://example.org/course",
  });
  await page.goto(`${server.origin}/index.html?${query}`);
  await page.locator(".record").waitFor();
  return page;
}

async function settled(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never: ${holds}; ${endpoint.store.verbs}; ${endpoint.store.refusals}`);
}

async function answer(page: Page, id: string): Promise<void> {
  const question = page.locator(`#${id}`);
  for (const letter of (await question.getAttribute("data-answer"))!.split(" ")) await question.locator(`input[value=${letter}]`).check();
  await question.getByRole("button", { name: "Check" }).click();
}

test("a whole attempt: initialized, passed, completed, terminated, and nothing is refused", async () => {
  endpoint.store = new FakeRecordStore();
  const page = await launch();
  await page.locator(".record", { hasText: "Recorded in the learning system" }).waitFor();
  await settled(() => endpoint.store.verbs.join() === "initialized");
  await page.getByRole("link", { name: /Lesson 38/ }).click();
  const ids = await page.locator("fieldset.question").evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids) await answer(page, id);
  await settled(() => endpoint.store.verbs.includes("passed"));
  await page.locator("#exercise-1").scrollIntoViewIfNeeded();
  await page.locator("#exercise-1 await-go").evaluate((element, code) => void ((element as AwaitGo).code = code), SOLUTION);
  await page.getByRole("button", { name: "Check your solution" }).click();
  await page.locator("#exercise-1 .feedback", { hasText: "Solved." }).waitFor({ timeout: 90_000 });
  await settled(() => endpoint.store.verbs.includes("completed"));
  const passed = endpoint.store.statements.find(({ verb }) => verb.id.endsWith("/passed"))!;
  assert.ok(passed.result!.score!.scaled >= 0.6 && passed.result!.score!.scaled <= 1);
  assert.equal(passed.result!.success, true);
  await page.goto("about:blank");
  await settled(() => endpoint.store.verbs.includes("terminated"));
  assert.deepEqual(endpoint.store.verbs, ["initialized", "passed", "completed", "terminated"]);
  assert.deepEqual(endpoint.store.refusals, []);
  await page.context().close();
});

test("another session, in another browser, goes on where the first one stopped", async () => {
  endpoint.store = new FakeRecordStore({ returnURL: `${endpoint.origin}/back` });
  const first = await launch();
  await first.getByRole("link", { name: /Lesson 38/ }).click();
  await answer(first, "quiz-1");
  await settled(() => /"score":[1-9]/.test(endpoint.store.documents["awaitgo.attempt"] ?? ""));
  await first.getByRole("button", { name: "Save and leave" }).click();
  await first.waitForURL(/\/back$/);
  await settled(() => endpoint.store.verbs.includes("terminated"));
  await first.context().close();

  endpoint.store.nextSession();
  const second = await launch();
  await second.locator("#quiz-1").scrollIntoViewIfNeeded();
  await second.locator("#quiz-1 .feedback", { hasText: "Right" }).waitFor();
  assert.match(second.url(), /#\/38-asyncio\//);
  assert.deepEqual(endpoint.store.refusals, []);
  await second.context().close();
});

test("a store that goes away loses nothing, and the page says so", async () => {
  endpoint.store = new FakeRecordStore();
  const page = await launch();
  await page.getByRole("link", { name: /Lesson 38/ }).click();
  endpoint.store.away = true;
  await answer(page, "quiz-1");
  await page.locator(".record.trouble", { hasText: "safe in this browser" }).waitFor();
  endpoint.store.away = false;
  await page.locator(".record:not(.trouble)", { hasText: "Recorded" }).waitFor();
  await settled(() => /"score":[1-9]/.test(endpoint.store.documents["awaitgo.attempt"] ?? ""));
  await page.context().close();
});

test("a package reaches the sites that it was packed for, and no other", async () => {
  endpoint.store = new FakeRecordStore();
  const page = await launch(elsewhere);
  await page.locator(".record", { hasText: "Not connected to a learning system" }).waitFor();
  assert.equal(endpoint.store.permissions, 0);
  await page.context().close();
});
