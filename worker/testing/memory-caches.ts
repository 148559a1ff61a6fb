import type { DeviceCache, DeviceCaches } from '../device-caches';

/** Caches in memory: entries by address, in the order in which they were put last. */
export function memoryCaches(origin: string): DeviceCaches {
  const shelves = new Map<string, Map<string, Response>>();
  const hrefOf = (request: string) => new URL(request, origin).href;

  function cacheOf(entries: Map<string, Response>): DeviceCache {
    return {
      async put(request, response) {
        entries.delete(hrefOf(request));
        entries.set(hrefOf(request), response);
      },
      match: async (request) => entries.get(hrefOf(request))?.clone(),
      keys: async () => [...entries.keys()].map((href) => new Request(href)),
      delete: async (request) => entries.delete(request.url),
    };
  }

  return {
    async open(name) {
      const entries = shelves.get(name) ?? new Map<string, Response>();
      shelves.set(name, entries);
      return cacheOf(entries);
    },
    keys: async () => [...shelves.keys()],
    delete: async (name) => shelves.delete(name),
  };
}
