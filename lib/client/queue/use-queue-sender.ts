import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Store } from '../realtime/create-store';
import { useMe } from '../session/me-context';
import type { RunningQueue } from './run-queue';

interface QueueSender<Q> {
  queue: Pick<Store<Q>, 'get' | 'subscribe'>;
  trouble: RunningQueue['trouble'];
  retry: () => void;
  stop: () => void;
}

type SenderOf<S> = (queryClient: QueryClient, userId: string, sessionId: string) => S;

/** One sender for the page, whatever of it is open: it goes on sending when another page of the portal is looked at. */
export function keepSender<S extends { stop: () => void }>(create: SenderOf<S>): SenderOf<S> {
  let sending: { of: string; queryClient: QueryClient; sender: S } | undefined;
  return (queryClient, userId, sessionId) => {
    const of = `${userId} ${sessionId}`;
    if (sending?.of === of && sending.queryClient === queryClient) return sending.sender;
    sending?.sender.stop();
    const sender = create(queryClient, userId, sessionId);
    sending = { of, queryClient, sender };
    return sender;
  };
}

/** What this session has queued, and how to add to it; tried again at once when the network is back. */
export function useQueueSender<Q, S extends QueueSender<Q>>(senderOf: SenderOf<S & QueueSender<Q>>) {
  const queryClient = useQueryClient();
  const me = useMe();
  const sender = senderOf(queryClient, me.id, me.session_id);
  const queue = useSyncExternalStore(sender.queue.subscribe, sender.queue.get, sender.queue.get);
  const trouble = useSyncExternalStore(sender.trouble.subscribe, sender.trouble.get, () => null);
  useEffect(() => {
    const retry = () => sender.retry();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [sender]);
  return { sender, queue, trouble };
}
