import { createKeptValue, type KeptValue } from '../queue/kept-value';
import { emptyQueue, MarkQueue } from './mark-queue';

/** The marks of one session that wait to be saved, and what came back unsaved. */
export const createKeptQueue = (
  userId: string,
  sessionId: string,
  storage: () => Storage,
): KeptValue<MarkQueue> =>
  createKeptValue({
    name: 'marks',
    userId,
    sessionId,
    shape: MarkQueue,
    empty: emptyQueue,
    isEmpty: ({ posts, refused }) => posts.length === 0 && refused.length === 0,
    storage,
  });
