import { v4 as uuid } from 'uuid';
import * as z from 'zod/mini';
import { AttendanceMark, type MarksSaved } from '@/lib/contracts/http/attendance';
import { ApiProblem } from '../http/api-problem';
import type { KeptValue } from '../queue/kept-value';
import { type Attempt, isRefusal, runQueue } from '../queue/run-queue';
import { createStore, type Store } from '../realtime/create-store';
import {
  emptyQueue,
  enqueue,
  forgetRefused,
  type MarkQueue,
  noteRefused,
  noteSaved,
  noteSent,
  type QueuedPost,
  type WantedMark,
} from './mark-queue';

export interface NewMarks {
  session_id: string;
  reason?: string;
  marks: readonly WantedMark[];
  all?: QueuedPost['all'];
}

export interface MarkSender {
  queue: Pick<Store<MarkQueue>, 'get' | 'subscribe'>;
  /** Why nothing goes out just now; `null`: nothing is in the way. */
  trouble: Pick<Store<'unreachable' | null>, 'get' | 'subscribe'>;
  add: (wanted: NewMarks) => void;
  forget: (sessionId: string, studentIds: readonly string[]) => void;
  /** Tries again at once: the network may be back. */
  retry: () => void;
  stop: () => void;
}

interface Sending {
  kept: KeptValue<MarkQueue>;
  post: (post: QueuedPost) => Promise<MarksSaved>;
  /** The marks as the server has them now, told before they leave the queue: nothing flickers. */
  onMarks: (sessionId: string, marks: readonly AttendanceMark[]) => void;
  /** Runs one at a time among all tabs. */
  alone: (act: () => Promise<void>) => Promise<void>;
  /** Pause before the n-th attempt after the first, ms. */
  pause?: (attempt: number) => number;
}

/**
 * Sends what is queued, one request at a time, each with its own key until it is answered. No answer, or a failure on the
 * server's side, says nothing: it is sent again as it was.
 */
export function createMarkSender(sending: Sending): MarkSender {
  const { kept, post, onMarks, alone, pause } = sending;
  const queue = createStore<MarkQueue>(kept.read());
  const running = runQueue({ sendFirst, alone, ...(pause && { pause }) });

  /** Read anew each time: another tab may have written. */
  function change(to: (queue: MarkQueue) => MarkQueue): void {
    kept.write(to(kept.read()));
    queue.set(kept.read());
  }

  async function sendFirst(): Promise<Attempt> {
    const next = kept.read().posts[0];
    if (!next) return 'nothing';
    change((all) => noteSent(all, next.key));
    try {
      const saved = await post(next);
      if (running.isStopped()) return 'nothing';
      onMarks(next.session_id, saved.marks);
      change((all) => noteSaved(all, next.key, saved.marks));
    } catch (error) {
      if (running.isStopped()) return 'nothing';
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'auth.required') {
        // The session is over: nobody is left whose marks these would be.
        change(() => emptyQueue);
        return 'nothing';
      }
      if (!isRefusal(error)) return 'unanswered';
      const current = z.safeParse(z.array(AttendanceMark), error.current).data ?? [];
      onMarks(next.session_id, current);
      const { code, detail = '' } = error;
      change((all) => noteRefused(all, next.key, { code, detail, current }, uuid));
    }
    return 'answered';
  }

  const unsubscribe = kept.subscribe(() => {
    queue.set(kept.read());
    running.retry();
  });
  running.retry();

  return {
    queue,
    trouble: running.trouble,
    add({ reason = '', ...wanted }) {
      change((all) => enqueue(all, { key: uuid(), reason, ...wanted }));
      running.note();
    },
    forget: (sessionId, studentIds) => change((all) => forgetRefused(all, sessionId, studentIds)),
    retry: running.retry,
    stop() {
      running.stop();
      unsubscribe();
    },
  };
}
