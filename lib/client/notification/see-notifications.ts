import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../http/api-problem';
import { requestJson } from '../http/request-json';
import { type AckOutcome, createAckQueue } from '../realtime/ack-queue';
import { browserNetwork } from '../realtime/browser-network';
import type { Network } from '../realtime/connection-store';
import { applyNotificationChange } from './cache-notifications';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationsSeen);

export type SeeNotifications = (ids: readonly string[]) => void;

const queues = new WeakMap<QueryClient, SeeNotifications>();

/**
 * Tells the server which rows were on screen (`POST /api/notifications/seen`): those of a moment in one request, each
 * once, and later if there is no connection now. One a cache, so that what waits outlives the page that showed it.
 */
export function seeNotifications(
  queryClient: QueryClient,
  network: Network = browserNetwork,
): SeeNotifications {
  const existing = queues.get(queryClient);
  if (existing) return existing;
  const told = new Set<string>();
  const queue = createAckQueue({
    send: (ids) => send(queryClient, ids),
    isConnected: network.isOnline,
    retryAfter: 5_000,
  });
  network.subscribe(() => {
    if (network.isOnline()) queue.flush();
  });
  const see: SeeNotifications = (ids) => {
    for (const id of ids) {
      if (told.has(id)) continue;
      told.add(id);
      queue.add(id);
    }
  };
  queues.set(queryClient, see);
  return see;
}

async function send(queryClient: QueryClient, ids: string[]): Promise<AckOutcome> {
  try {
    const { seen_at } = await requestJson(fetchShape, '/api/notifications/seen', {
      method: 'POST',
      body: { ids },
    });
    applyNotificationChange(queryClient, ids, 'seen', seen_at);
    return 'answered';
  } catch (error) {
    // Nobody waits for it: what may succeed later is sent again, what is refused is let go.
    return error instanceof ApiProblem && !error.retriable ? 'refused' : 'unanswered';
  }
}
