import type { DeviceCaches } from './device-caches';

/** What belongs to nobody: the files of the build, and the page that is shown in place of one that is not kept. */
export interface BuildFiles {
  /** Fetches what is not there yet, a few at a time: people are using the line. What has no name of its build last, and anew. */
  fill: () => Promise<void>;
  /** What no other build than this has goes. */
  tidy: () => Promise<void>;
  find: (pathname: string) => Promise<Response | null>;
  /** Anew, in the language spoken now. */
  renewOfflinePage: () => Promise<void>;
}

export const OFFLINE_PAGE = '/offline';
/** Every page asks for it. */
export const ICON = '/icon.svg';
/** What has no name that changes with its content. */
const unnamed = [OFFLINE_PAGE, ICON];

const name = 'nimbusu-files';
const atOnce = 4;

export function createBuildFiles(options: {
  caches: DeviceCaches;
  fetch: (path: string) => Promise<Response>;
  paths: readonly string[];
}): BuildFiles {
  const { caches, paths } = options;
  const open = () => caches.open(name);

  async function get(path: string): Promise<void> {
    const answer = await options.fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    await (await open()).put(path, answer);
  }

  return {
    async fill() {
      const cache = await open();
      const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      const missing = paths.filter((path) => !there.has(path));
      for (let first = 0; first < missing.length; first += atOnce)
        await Promise.all(missing.slice(first, first + atOnce).map(get));
      // The page names files of its build, so it comes when they are there.
      await Promise.all(unnamed.map(get));
    },
    async tidy() {
      const cache = await open();
      const known = new Set([...paths, ...unnamed]);
      const old = (await cache.keys()).filter(({ url }) => !known.has(new URL(url).pathname));
      await Promise.all(old.map((request) => cache.delete(request)));
    },
    find: async (pathname) => (await (await open()).match(pathname)) ?? null,
    renewOfflinePage: () => get(OFFLINE_PAGE),
  };
}
