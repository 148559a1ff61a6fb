import { KEPT_AT } from '@/lib/contracts/offline/kept';
import { createStore } from '../realtime/create-store';

/**
 * Since when what is on screen may be old: the time of the oldest answer that came from the device instead of the server,
 * ms since the epoch. `null` once the server answers again.
 */
export const keptSince = createStore<number | null>(null);

/** Takes notice of where an answer came from. The count in the header is not what somebody reads a page for. */
export function noteAge(path: string, headers: Headers): void {
  if (path.endsWith('/unread-count')) return;
  const keptAt = headers.get(KEPT_AT);
  if (keptAt === null) keptSince.set(null);
  else keptSince.set(Math.min(Date.parse(keptAt), keptSince.get() ?? Number.POSITIVE_INFINITY));
}
