import { KEPT_AT, SHELF_NAME } from '@/lib/contracts/offline/kept';
import type { DeviceCache, DeviceCaches } from './device-caches';
import { isOpened } from './kept-places';

/** What is kept for the one session of this device. */
export interface Shelf {
  /** Asked when a request goes out: what comes back after the shelf was emptied is not put on it. */
  now: () => Moment;
  /** The session whose answers come: whatever is of another one goes. */
  belongsTo: (mark: string, asked: Moment) => Promise<void>;
  keep: (mark: string, asked: Moment, url: URL, answer: Response) => Promise<void>;
  /** With the time at which it was kept; what has become too old is not shown. */
  find: (url: URL) => Promise<Response | null>;
  forget: () => Promise<void>;
}
export interface Moment {
  readonly emptied: number;
}

const day = 24 * 60 * 60 * 1_000;
/** Nobody could tell the device that the session is over: so long it is believed to go on. */
const believedFor = 7 * day;
const mostOpened = 60;

/** One cache a session and build, named by both; there is never more than one. */
export function createShelf(options: { caches: DeviceCaches; version: string; clock?: () => number }): Shelf {
  const { caches, version, clock = Date.now } = options;
  const nameOf = (mark: string) => `${SHELF_NAME}${version}-${mark}`;
  let emptied = 0;
  let owner: string | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: what is put while the shelf is being emptied would stay. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run);
    last = turn.catch(() => undefined); // whoever asked is told; the next one has its own turn
    return turn;
  }

  const shelves = async () => (await caches.keys()).filter((name) => name.startsWith(SHELF_NAME));

  async function removeAllBut(name: string | null): Promise<void> {
    const others = (await shelves()).filter((each) => each !== name);
    if (others.length > 0) emptied += 1;
    await Promise.all(others.map((each) => caches.delete(each)));
  }

  async function settle(mark: string, asked: Moment): Promise<boolean> {
    if (owner === mark) return true;
    if (asked.emptied !== emptied) return false;
    // Another one, or the first one since this worker began.
    await removeAllBut(nameOf(mark));
    owner = mark;
    return true;
  }

  return {
    now: () => ({ emptied }),
    belongsTo: (mark, asked) => inTurn(async () => void (await settle(mark, asked))),
    keep: (mark, asked, url, answer) =>
      inTurn(async () => {
        if (!(await settle(mark, asked))) return;
        const cache = await caches.open(nameOf(mark));
        await cache.put(url.href, dated(answer, clock()));
        if (isOpened(url)) await dropOldest(cache);
      }),
    find: (url) =>
      inTurn(async () => {
        const [name, ...others] = await shelves();
        if (name === undefined || others.length > 0) return null;
        const kept = (await (await caches.open(name)).match(url.href)) ?? null;
        return kept && clock() - Date.parse(kept.headers.get(KEPT_AT) ?? '') < believedFor ? kept : null;
      }),
    forget: () => {
      // At once, before its turn: what is on its way already is too late.
      emptied += 1;
      owner = null;
      return inTurn(() => removeAllBut(null));
    },
  };
}

function dated(answer: Response, at: number): Response {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date(at).toISOString());
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

/** A cache lists its entries in the order in which they were put last. */
async function dropOldest(cache: DeviceCache): Promise<void> {
  const opened = (await cache.keys()).filter(({ url }) => isOpened(new URL(url)));
  const tooMany = opened.slice(0, Math.max(0, opened.length - mostOpened));
  await Promise.all(tooMany.map((request) => cache.delete(request)));
}
