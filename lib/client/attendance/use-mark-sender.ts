import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { aloneInBrowser } from '../queue/run-queue';
import { useMe } from '../session/me-context';
import { setMarks } from './cache-roster';
import { createKeptQueue } from './kept-queue';
import { createMarkSender, type MarkSender } from './mark-sender';
import { saveMarks } from './save-marks';

/** One for the page, whichever class is open: it goes on sending when another page of the portal is looked at. */
let sending: { of: string; queryClient: QueryClient; sender: MarkSender } | undefined;

export function senderOf(queryClient: QueryClient, userId: string, sessionId: string): MarkSender {
  const of = `${userId} ${sessionId}`;
  if (sending?.of === of && sending.queryClient === queryClient) return sending.sender;
  sending?.sender.stop();
  const sender = createMarkSender({
    kept: createKeptQueue(userId, sessionId, () => localStorage),
    post: saveMarks,
    onMarks: (id, marks) => setMarks(queryClient, id, marks),
    alone: (act) => aloneInBrowser(`nimbusu:marks:${userId}`, act),
  });
  sending = { of, queryClient, sender };
  return sender;
}

/** What is queued of this session's marks, and how to add to it. */
export function useMarkSender() {
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
