/** How a request to acknowledge ended: settled either way, or to be sent again. */
export type AckOutcome = 'answered' | 'refused' | 'unanswered';

export interface AckQueue {
  add: (id: string) => void;
  /** After a (re)connection: what was not answered goes out again. */
  flush: () => void;
  stop: () => void;
}

const largestBatch = 500;

/**
 * Tells the server what has arrived: one request for all of a tick, one under way at a time, and each id again until it
 * is answered.
 */
export function createAckQueue(options: {
  send: (ids: string[]) => Promise<AckOutcome>;
  isConnected: () => boolean;
  /** Pause before the same ids are sent again while connected, ms. */
  retryAfter?: number;
}): AckQueue {
  const { send, isConnected, retryAfter = 2_000 } = options;
  const waiting = new Set<string>();
  let isSending = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flushIn(delay: number): void {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  }

  async function flush(): Promise<void> {
    if (isSending || isStopped || waiting.size === 0 || !isConnected()) return;
    isSending = true;
    const batch = [...waiting].slice(0, largestBatch);
    const outcome = await send(batch);
    isSending = false;
    if (outcome !== 'unanswered') for (const id of batch) waiting.delete(id);
    if (waiting.size > 0) flushIn(outcome === 'unanswered' ? retryAfter : 0);
  }

  return {
    add: (id) => {
      if (waiting.has(id)) return;
      waiting.add(id);
      if (!isSending) flushIn(0);
    },
    flush: () => flushIn(0),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
