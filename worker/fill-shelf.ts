import { KEPT_AT } from '@/lib/contracts/offline/kept';
import type { WorkerMessage } from '@/lib/contracts/offline/worker-message';
import { type BuildFiles, OFFLINE_PAGE } from './build-files';
import { isKeptAnswer, isKeptPage } from './kept-places';
import type { Shelf } from './shelf';

interface Filling {
  readonly shelf: Shelf;
  readonly files: BuildFiles;
  readonly origin: string;
  readonly keep: (road: 'page' | 'answer', path: string) => Promise<void>;
  readonly clock?: () => number;
}

/** Brings what a page wants to have without the network, one after the other: nobody waits for it. */
export async function fillShelf(
  { shelf, files, origin, keep, clock = Date.now }: Filling,
  wanted: Extract<WorkerMessage, { type: 'keep' }>,
): Promise<void> {
  const age = (kept: Response | null) =>
    kept ? clock() - Date.parse(kept.headers.get(KEPT_AT) ?? kept.headers.get('date') ?? '') : Infinity;
  const isOld = (kept: Response | null) => !(age(kept) < wanted.olderThan);
  for (const road of ['answer', 'page'] as const) {
    for (const path of road === 'page' ? wanted.pages : wanted.answers) {
      const url = new URL(path, origin);
      const isKept = road === 'page' ? isKeptPage(url.pathname) : isKeptAnswer(url);
      if (url.origin === origin && isKept && isOld(await shelf.find(url))) await keep(road, path);
    }
  }
  if (isOld(await files.find(OFFLINE_PAGE))) await files.renewOfflinePage();
}
