/// The service worker of a site that wants none any more. Published as sw.js it
/// takes the place of whatever worker a browser has for the site, deletes what that
/// one kept, and removes itself. Learners' programs and answers are elsewhere, and
/// stay.

interface WorkerScope {
  registration: { scope: string; unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const prefix = `awaitgo:${new URL(scope.registration.scope).pathname}:`;
  await scope.registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
}
