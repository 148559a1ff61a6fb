import { aloneInBrowser } from '../queue/run-queue';
import { keepSender, useQueueSender } from '../queue/use-queue-sender';
import { setMarks } from './cache-roster';
import { createKeptQueue } from './kept-queue';
import { createMarkSender } from './mark-sender';
import { saveMarks } from './save-marks';

export const senderOf = keepSender((queryClient, userId, sessionId) =>
  createMarkSender({
    kept: createKeptQueue(userId, sessionId, () => localStorage),
    post: saveMarks,
    onMarks: (id, marks) => setMarks(queryClient, id, marks),
    alone: (act) => aloneInBrowser(`nimbusu:marks:${userId}`, act),
  }),
);

/** What is queued of this session's marks, and how to add to it. */
export const useMarkSender = () => useQueueSender(senderOf);
