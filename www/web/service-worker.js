// Keeps the whole page on the device, every version in a cache of its own: an open page goes on with the files that it began with.
// `BUILT` is written above this by the build: { version, files }.
/* global BUILT */

const CACHE = `yidi-${BUILT.version}`;
/** What the page's owner may change without a new version: asked for anew, and kept for when there is no network. */
const OWNERS = "yidi-owners";
/** Which of these there are. Everything waits for it: where it was kept before, no longer than this. */
const CONFIG = "./config.json";
const PATIENCE_MS = 1000;

async function keepBuilt() {
  const cache = await caches.open(CACHE);
  await cache.addAll(BUILT.files.map((file) => new Request(file, { cache: "no-cache" })));
}

/** The first visit has asked for these before this worker could listen. */
async function keepOwners() {
  const cache = await caches.open(OWNERS);
  await cache.add(CONFIG);
  const config = await cache.match(CONFIG);
  const { packs = [], facilities } = await config.json();
  await cache.addAll([...packs, facilities].filter(Boolean));
}

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepBuilt(), keepOwners().catch(() => {})]));
});

async function forgetOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("yidi-") && name !== CACHE && name !== OWNERS);
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

self.addEventListener("message", (event) => {
  if (event.data === "renew") self.skipWaiting();
});

async function fromOwner(request) {
  const kept = await caches.open(OWNERS);
  try {
    const response = await fetch(request);
    if (response.ok) await kept.put(request, response.clone());
    else if (response.status === 404) await kept.delete(request);
    return response;
  } catch (offline) {
    const before = await kept.match(request);
    if (before) return before;
    throw offline;
  }
}

/** A network that says neither yes nor no must not keep the reader: what comes too late counts from the next visit on. */
async function config(event) {
  const now = fromOwner(event.request);
  const before = await (await caches.open(OWNERS)).match(CONFIG);
  if (!before) return now;
  event.waitUntil(now.catch(() => {}));
  const asBefore = new Promise((resolve) => setTimeout(() => resolve(before), PATIENCE_MS));
  return Promise.race([now, asBefore]);
}

async function answer(event) {
  const { request } = event;
  if (request.url === new URL(CONFIG, self.location.href).href) return config(event);
  const cache = await caches.open(CACHE);
  const built = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
  return built ?? fromOwner(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(event));
});
