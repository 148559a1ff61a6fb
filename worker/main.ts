import { createBuildFiles } from './build-files';
import { chooseRoad } from './choose-road';
import { fillShelf } from './fill-shelf';
import { openFromNotification, showPush } from './push';
import { readMessage } from './read-message';
import { fetchToKeep, serveRequest } from './serve-request';
import { createShelf } from './shelf';

declare const self: ServiceWorkerGlobalScope;
/** Of the web build this worker belongs to; put in by scripts/start/build-worker.ts. */
declare const BUILD: {
  readonly version: string;
  readonly files: readonly string[];
  readonly others: readonly string[];
};

const { origin } = self.location;
/** Files that the page has loaded come from the browser's own cache; all else is marked as not to be stored there. */
const fetchOwn = (path: string) => fetch(path, { credentials: 'same-origin', redirect: 'manual' });
const shelf = createShelf({ caches, version: BUILD.version });
const files = createBuildFiles({ caches, fetch: fetchOwn, paths: BUILD.files });
const worker = { shelf, files, fetch: fetchOwn };
const place = {
  origin,
  clients: self.clients,
  fetch: (path: string, init: RequestInit) => fetch(path, init),
};
let filling: Promise<void> = Promise.resolve();
const kept = new Set(BUILD.files);
const all = new Set([...BUILD.files, ...BUILD.others]);

self.addEventListener('install', (event) => {
  event.waitUntil(files.fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const begin = async () => {
    // The pages of another build name files that go now.
    await Promise.all([files.tidy(), shelf.forget()]);
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(begin());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const road = chooseRoad(request, origin, kept);
  const network = async () => (await preloaded(event)) ?? fetch(request);
  const afterwards = (work: Promise<unknown>) => event.waitUntil(work.catch(giveUp));
  if (road !== 'past') event.respondWith(serveRequest(worker, road, { request, network, afterwards }));
  // The browser has asked already; left alone it would ask once more.
  else if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(network());
});

self.addEventListener('message', (event) => {
  const message = readMessage(event.data);
  if (message?.type === 'forget') event.waitUntil(shelf.forget());
  if (message?.type === 'signed-out') event.waitUntil(unsubscribe().catch(giveUp));
  if (message?.type === 'has-files')
    event.ports[0]?.postMessage(message.paths.every((path) => all.has(path)));
  if (message?.type === 'keep') {
    const keep = (road: 'page' | 'answer', path: string) => fetchToKeep(worker, road, path, origin);
    // In turn, so that the next one finds what this one has brought.
    filling = filling.then(() => fillShelf({ shelf, files, origin, keep }, message)).catch(giveUp);
    event.waitUntil(filling);
  }
});

self.addEventListener('push', (event) => {
  event.waitUntil(
    showPush(
      { ...place, show: (title, options) => self.registration.showNotification(title, options) },
      event.data?.text(),
    ),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openFromNotification(place, event.notification.data));
});

/** Whoever signs in here next is somebody else: the push service ends the address, and says so to whoever uses it. */
async function unsubscribe(): Promise<void> {
  await (await self.registration.pushManager.getSubscription())?.unsubscribe();
}

/** The network is gone, or the device full: what is kept stays as it is, and is tried again with the next page. */
function giveUp(): void {}

/** The answer to a navigation that the browser asked for while this worker was starting. */
async function preloaded(event: FetchEvent): Promise<Response | undefined> {
  const answer: unknown = await event.preloadResponse;
  return answer instanceof Response ? answer : undefined;
}
