import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { createKeptValue } from '../queue/kept-value';
import { aloneInBrowser } from '../queue/run-queue';
import { useMe } from '../session/me-context';
import { placeMessage } from './cache-conversations';
import { MessageQueue } from './message-queue';
import { createMessageSender, type MessageSender } from './message-sender';
import { sendMessage } from './send-message';

/** One for the page, whichever conversation is open: it goes on sending when another page of the portal is looked at. */
let sending: { of: string; queryClient: QueryClient; sender: MessageSender } | undefined;

function senderOf(queryClient: QueryClient, userId: string, sessionId: string): MessageSender {
  const of = `${userId} ${sessionId}`;
  if (sending?.of === of && sending.queryClient === queryClient) return sending.sender;
  sending?.sender.stop();
  const sender = createMessageSender({
    kept: createKeptValue({
      name: 'messages',
      userId,
      sessionId,
      shape: MessageQueue,
      empty: [],
      isEmpty: (messages) => messages.length === 0,
      storage: () => localStorage,
    }),
    post: sendMessage,
    onSent: (message) => placeMessage(queryClient, message),
    alone: (act) => aloneInBrowser(`nimbusu:messages:${userId}`, act),
  });
  sending = { of, queryClient, sender };
  return sender;
}

/** What this session has written and what has not arrived yet, and how to add to it. */
export function useMessageSender() {
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
