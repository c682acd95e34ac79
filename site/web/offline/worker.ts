/// The service worker: events in, `Versions` decides. The build puts a line before
/// this script that says which version it is for (site/offline.go).
///
/// A request that anything here fails at goes to the network as if there were no
/// worker.
import type { Build } from "./list.ts";
import { totalBytes } from "./list.ts";
import type { Failure, News, Report, Request as PageRequest } from "./protocol.ts";
import { failureOf, Versions } from "./versions.ts";

/** The part of a service worker's global object that is used here; the page's types don't describe it. */
interface WorkerScope {
  AWAITGO: Build;
  registration: { scope: string };
  clients: {
    matchAll(options: { includeUncontrolled: boolean; type: "window" }): Promise<{ id: string; postMessage(message: News): void }[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: never) => void): void;
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends Extendable {
  request: Request;
  clientId: string;
  respondWith(response: Promise<Response>): void;
}

interface MessageEventOfPage extends Extendable {
  data: PageRequest;
  ports: readonly MessagePort[];
}

const scope = globalThis as unknown as WorkerScope;

const versions = new Versions(scope.AWAITGO, {
  scope: scope.registration.scope,
  caches,
  fetch: (url, init) => fetch(url, init),
  openPages: async () => (await pages()).map(({ id }) => id),
});

let failure: Failure | null = null;

function pages() {
  return scope.clients.matchAll({ includeUncontrolled: true, type: "window" });
}

async function tell(news: News): Promise<void> {
  for (const page of await pages()) page.postMessage(news);
}

/// Counts bytes, and tells pages of them a few times a second.
function progress(total: number): (bytes: number) => void {
  let loaded = 0;
  let told = 0;
  return (bytes) => {
    loaded += bytes;
    if (Date.now() - told < 150 && loaded < total) return;
    told = Date.now();
    void tell({ kind: "progress", loadedBytes: Math.min(loaded, total), totalBytes: total });
  };
}

async function install(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  // An update can wait until data is no matter.
  if (connection?.saveData && (await versions.state())) throw new Error("the reader saves data");
  const { files } = await versions.ownList();
  await versions.install(progress(totalBytes(files.filter(({ when }) => when === "install"))));
}

// Two pages that ask at once are served by one download.
let keeping: Promise<void> = Promise.resolve();

function keep(what: "engines" | "everything"): Promise<void> {
  keeping = keeping.then(async () => {
    try {
      const missing = await versions.missing(what);
      if (missing.length > 0) await versions.keep(what, progress(totalBytes(missing)));
      failure = null;
    } catch (cause) {
      failure = failureOf(cause);
    }
  });
  return keeping;
}

async function answer(request: PageRequest): Promise<Report> {
  try {
    if (request.kind === "apply") {
      await versions.apply();
      await scope.skipWaiting();
    }
    if (request.kind === "free") await versions.free();
    if (request.kind === "status" && !(await versions.whole())) await install();
    if (request.kind === "keep") {
      // The caches can be lost while the worker stays.
      if (!(await versions.state())) {
        await install();
        await versions.activate();
      }
      if (request.what !== "pages") await keep(request.what);
      await versions.tidy();
    }
    return {
      updateReady: await versions.updateReady(),
      missingBytes: totalBytes(await versions.missing("engines")),
      missingBytesOfAll: totalBytes(await versions.missing("everything")),
      largerBytes: totalBytes(await versions.larger()),
      failure,
    };
  } catch (cause) {
    return { updateReady: false, missingBytes: 0, missingBytesOfAll: 0, largerBytes: 0, failure: failureOf(cause) };
  }
}

async function serve(event: FetchEvent): Promise<Response> {
  const { request } = event;
  let found: Awaited<ReturnType<Versions["find"]>> = null;
  try {
    found = await versions.find(request.url, request.mode === "navigate" ? "" : event.clientId);
    if (found?.kept) return found.kept;
    if (found && found.entry.when !== "install") return await fetchLater(event, found);
    if (found) await versions.abandon(found.version);
  } catch {
    // The network answers.
  }
  return fetch(request);
}

async function fetchLater(event: FetchEvent, { entry, version }: NonNullable<Awaited<ReturnType<Versions["find"]>>>): Promise<Response> {
  const { response, kept } = await versions.fetchAndKeep(entry, version);
  event.waitUntil(kept.then(() => tell({ kind: "kept" })));
  if (response.status === 404) void tell({ kind: "outdated" });
  return response;
}

scope.addEventListener("install", (event: Extendable) => event.waitUntil(install()));

scope.addEventListener("activate", (event: Extendable) =>
  event.waitUntil(versions.activate().then(() => scope.clients.claim())),
);

scope.addEventListener("message", (event: MessageEventOfPage) =>
  event.waitUntil(answer(event.data).then((report) => event.ports[0]?.postMessage(report))),
);

scope.addEventListener("fetch", (event: FetchEvent) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || new URL(request.url).origin !== location.origin) return;
  event.respondWith(serve(event));
});
