import { SHELF_NAME } from '@/lib/contracts/offline/kept';

/** The paths that the service worker keeps on this device. */
export async function listKeptPages(): Promise<ReadonlySet<string>> {
  // Browsers have no caches outside a secure context, and deny them in some private modes.
  if (!('caches' in window)) return new Set();
  const shelf = (await caches.keys()).find((name) => name.startsWith(SHELF_NAME));
  if (shelf === undefined) return new Set();
  const kept = await (await caches.open(shelf)).keys();
  return new Set(kept.map(({ url }) => new URL(url).pathname));
}
