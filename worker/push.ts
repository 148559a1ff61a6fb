import type { PushMessage } from '@/lib/contracts/offline/push-message';

/** What the worker does with a push, as far as it needs the browser. */
export interface PushPlace {
  readonly origin: string;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly OpenPage[]>;
    openWindow(url: string): Promise<unknown>;
  };
  fetch(path: string, init: RequestInit): Promise<unknown>;
}

interface OpenPage {
  readonly visibilityState?: string;
  navigate?(url: string): Promise<{ focus(): Promise<unknown> } | null>;
}

/**
 * Shows what a push says, unless a page of the site is looked at: that shows it itself, live. Either way it has arrived, and
 * the server is told so; without a network nobody is, and nothing is lost but the word.
 */
export async function showPush(
  place: PushPlace & { show(title: string, options: NotificationOptions): Promise<void> },
  text: string | undefined,
): Promise<void> {
  const message = readPush(text);
  if (!message) return;
  const arrived = tellArrival(place, message.arrival);
  const pages = await place.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isLookedAt = pages.some((page) => page.visibilityState === 'visible');
  // A test is sent to be seen, by somebody who looks at the page.
  if (!isLookedAt || message.arrival === null)
    await place.show(message.title, {
      body: message.body,
      tag: message.tag,
      icon: '/icons/icon-192.png',
      badge: '/icons/icon-192.png',
      data: { url: message.url },
    });
  await arrived;
}

/** A page of the site that is open goes there; else one is opened. */
export async function openFromNotification(place: PushPlace, data: unknown): Promise<void> {
  const path = typeof data === 'object' && data !== null && 'url' in data ? data.url : '';
  const url =
    typeof path === 'string' && URL.canParse(path, place.origin) ? new URL(path, place.origin) : null;
  // It came encrypted from the server; still, nothing leads away from the site.
  const target = url?.origin === place.origin ? url.href : place.origin;
  const pages = await place.clients.matchAll({ type: 'window' });
  for (const page of pages) {
    // A page that this worker does not serve cannot be moved.
    const moved = await page.navigate?.(target).catch(() => null);
    if (moved) return void (await moved.focus());
  }
  await place.clients.openWindow(target);
}

/** A push's words, or `null`: it may be of another build. */
export function readPush(text: string | undefined): PushMessage | null {
  try {
    const data: unknown = JSON.parse(text ?? '');
    if (typeof data !== 'object' || data === null) return null;
    if (!('title' in data && 'body' in data && 'url' in data && 'tag' in data)) return null;
    const { title, body, url, tag } = data;
    if (typeof title !== 'string' || typeof body !== 'string') return null;
    if (typeof url !== 'string' || typeof tag !== 'string') return null;
    return { title, body, url, tag, arrival: 'arrival' in data ? readArrival(data.arrival) : null };
  } catch {
    return null;
  }
}

function readArrival(data: unknown): PushMessage['arrival'] {
  if (typeof data !== 'object' || data === null || !('delivery_id' in data && 'token' in data)) return null;
  const { delivery_id, token } = data;
  return typeof delivery_id === 'string' && typeof token === 'string' ? { delivery_id, token } : null;
}

async function tellArrival(place: PushPlace, arrival: PushMessage['arrival']): Promise<void> {
  if (!arrival) return;
  const path = `/api/notification-deliveries/${encodeURIComponent(arrival.delivery_id)}/arrival`;
  await place
    .fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: arrival.token }),
      keepalive: true,
    })
    .catch(() => undefined);
}
