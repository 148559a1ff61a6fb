import { v4 as uuid } from 'uuid';
import * as z from 'zod/mini';
import { AttendanceMark, type MarksSaved } from '@/lib/contracts/http/attendance';
import { ApiProblem } from '../http/api-problem';
import { createStore, type Store } from '../realtime/create-store';
import type { KeptQueue } from './kept-queue';
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
  kept: KeptQueue;
  post: (post: QueuedPost) => Promise<MarksSaved>;
  /** The marks as the server has them now, told before they leave the queue: nothing flickers. */
  onMarks: (sessionId: string, marks: readonly AttendanceMark[]) => void;
  /** Runs one at a time among all tabs. */
  alone: (act: () => Promise<void>) => Promise<void>;
  /** Pause before the n-th attempt after the first, ms. */
  pause?: (attempt: number) => number;
}

const longestPause = 30_000;
const growingPause = (attempt: number) => Math.min(1_000 * 2 ** (attempt - 1), longestPause);

/**
 * Sends what is queued, one request at a time, each with its own key until it is answered. No answer, or a failure on the
 * server's side, says nothing: it is sent again as it was.
 */
export function createMarkSender(sending: Sending): MarkSender {
  const { kept, post, onMarks, alone, pause = growingPause } = sending;
  const queue = createStore<MarkQueue>(kept.read());
  const trouble = createStore<'unreachable' | null>(null);
  let isRunning = false;
  /** Somebody has asked to look again since the last look. */
  let isMore = false;
  let isStopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Read anew each time: another tab may have written. */
  function change(to: (queue: MarkQueue) => MarkQueue): void {
    kept.write(to(kept.read()));
    queue.set(kept.read());
  }

  async function run(): Promise<void> {
    isMore = true;
    if (isRunning || isStopped) return;
    isRunning = true;
    clearTimeout(timer);
    try {
      while (isMore) {
        isMore = false;
        await alone(async () => {
          // Read where nobody else sends: another tab may have been through with it.
          const next = kept.read().posts[0];
          if (next && !isStopped && (await sendOne(next))) isMore = true;
        });
      }
    } finally {
      isRunning = false;
    }
  }

  /** Whether it was answered. */
  async function sendOne(next: QueuedPost): Promise<boolean> {
    change((all) => noteSent(all, next.key));
    try {
      const saved = await post(next);
      if (isStopped) return false;
      onMarks(next.session_id, saved.marks);
      change((all) => noteSaved(all, next.key, saved.marks));
    } catch (error) {
      if (isStopped) return false;
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'auth.required') {
        // The session is over: nobody is left whose marks these would be.
        change(() => emptyQueue);
        return false;
      }
      if (!isRefusal(error)) {
        failures += 1;
        clearTimeout(timer);
        trouble.set('unreachable');
        timer = setTimeout(() => void run(), pause(failures));
        return false;
      }
      const current = z.safeParse(z.array(AttendanceMark), error.current).data ?? [];
      onMarks(next.session_id, current);
      const { code, detail = '' } = error;
      change((all) => noteRefused(all, next.key, { code, detail, current }, uuid));
    }
    failures = 0;
    trouble.set(null);
    return true;
  }

  const unsubscribe = kept.subscribe(() => {
    queue.set(kept.read());
    void run();
  });
  void run();

  return {
    queue,
    trouble,
    add({ reason = '', ...wanted }) {
      change((all) => enqueue(all, { key: uuid(), reason, ...wanted }));
      if (failures === 0) void run();
    },
    forget: (sessionId, studentIds) => change((all) => forgetRefused(all, sessionId, studentIds)),
    retry: () => void run(),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** Whether the answer says that nothing was done, and nothing will be; all else may be another by and by. */
const isRefusal = (problem: ApiProblem): boolean =>
  problem.status >= 400 && problem.status < 500 && !problem.retriable;
