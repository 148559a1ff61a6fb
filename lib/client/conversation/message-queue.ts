import * as z from 'zod/mini';
import { MessageFileView } from '@/lib/contracts/http/conversation';

/** A message that is on its way, or came back. */
export const QueuedMessage = z.object({
  /** The same each time it is sent, so that it is sent once. */
  client_id: z.string(),
  conversation_id: z.string(),
  text: z.string(),
  reply_to_id: z.nullable(z.string()),
  mentioned_ids: z.array(z.string()),
  file: z.nullable(MessageFileView),
  queued_at: z.string(),
  /** The code of the problem that it came back with; it waits for its writer. */
  refused: z.nullable(z.string()),
});
export type QueuedMessage = z.infer<typeof QueuedMessage>;

/** What a browser keeps of one signed-in session, in the order in which it was written. */
export const MessageQueue = z.array(QueuedMessage);
export type MessageQueue = readonly QueuedMessage[];

export const nextToSend = (queue: MessageQueue): QueuedMessage | undefined =>
  queue.find(({ refused }) => refused === null);

export const without = (queue: MessageQueue, clientId: string): QueuedMessage[] =>
  queue.filter(({ client_id }) => client_id !== clientId);

export const noteRefused = (queue: MessageQueue, clientId: string, code: string | null): QueuedMessage[] =>
  queue.map((message) => (message.client_id === clientId ? { ...message, refused: code } : message));
