import type { ApiProblem } from '../http/api-problem';
import { createStore, type Store } from '../realtime/create-store';

/** What came of one attempt: `answered` by the server, whatever it said; `unanswered`, so that it is sent again as it is. */
export type Attempt = 'answered' | 'unanswered' | 'nothing';

export interface RunningQueue {
  /** Why nothing goes out just now; `null`: nothing is in the way. */
  trouble: Pick<Store<'unreachable' | null>, 'get' | 'subscribe'>;
  /** Something was added. While the network is away it waits for its turn. */
  note: () => void;
  /** Tries at once: the network may be back. */
  retry: () => void;
  isStopped: () => boolean;
  stop: () => void;
}

interface Running {
  /** Sends what is first, where nobody else does: what there is, is read there, since another tab may have been through with it. */
  sendFirst: () => Promise<Attempt>;
  /** Runs one at a time among all tabs. */
  alone: (act: () => Promise<void>) => Promise<void>;
  /** Pause before the n-th attempt after the first, ms. */
  pause?: (attempt: number) => number;
}

const longestPause = 30_000;
const growingPause = (attempt: number) => Math.min(1_000 * 2 ** (attempt - 1), longestPause);

/** Sends what is queued, one after the other. No answer, or a failure on the server's side, says nothing: it is sent again. */
export function runQueue({ sendFirst, alone, pause = growingPause }: Running): RunningQueue {
  const trouble = createStore<'unreachable' | null>(null);
  let isRunning = false;
  /** Somebody has asked to look again since the last look. */
  let isMore = false;
  let isStopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    isMore = true;
    if (isRunning || isStopped) return;
    isRunning = true;
    clearTimeout(timer);
    try {
      while (isMore) {
        isMore = false;
        await alone(async () => {
          if (!isStopped && note(await sendFirst())) isMore = true;
        });
      }
    } finally {
      isRunning = false;
    }
  }

  function note(attempt: Attempt): boolean {
    if (isStopped || attempt === 'nothing') return false;
    if (attempt === 'answered') {
      failures = 0;
      trouble.set(null);
      return true;
    }
    failures += 1;
    clearTimeout(timer);
    trouble.set('unreachable');
    timer = setTimeout(() => void run(), pause(failures));
    return false;
  }

  return {
    trouble,
    note: () => {
      if (failures === 0) void run();
    },
    retry: () => void run(),
    isStopped: () => isStopped,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Whether the answer says that nothing was done, and nothing will be; all else may be another by and by. */
export const isRefusal = (problem: ApiProblem): boolean =>
  problem.status >= 400 && problem.status < 500 && !problem.retriable;

/** Of all tabs one at a time; where there are no locks (no secure context) the keys of the requests have to do. */
export function aloneInBrowser(name: string, act: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(name, act) : act();
}
