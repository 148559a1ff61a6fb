import { createKeptValue } from '../queue/kept-value';
import { aloneInBrowser } from '../queue/run-queue';
import { keepSender, useQueueSender } from '../queue/use-queue-sender';
import { placeMessage } from './cache-conversations';
import { MessageQueue } from './message-queue';
import { createMessageSender } from './message-sender';
import { sendMessage } from './send-message';

export const senderOf = keepSender((queryClient, userId, sessionId) =>
  createMessageSender({
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
  }),
);

/** What this session has written and what has not arrived yet, and how to add to it. */
export const useMessageSender = () => useQueueSender(senderOf);
