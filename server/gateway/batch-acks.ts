import type { Arrival } from '@/lib/domain/notification/mark-delivered';

export interface AckBatcher {
  /** Resolves once these arrivals are committed; rejects when that failed. */
  add(arrivals: readonly Arrival[]): Promise<void>;
  /** Resolves when nothing is waiting. */
  drain(): Promise<void>;
}

/**
 * A thousand browsers answer a broadcast within a moment; each batch of answers is one transaction.
 * While a batch is being written the next one gathers, so a burst makes few large batches and a lone answer waits little.
 */
export function createAckBatcher(options: {
  write: (arrivals: readonly Arrival[]) => Promise<unknown>;
  gatherMs: number;
  mostPerBatch: number;
}): AckBatcher {
  interface Waiting {
    arrivals: readonly Arrival[];
    resolve: () => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, options.gatherMs));
      const batch = takeBatch();
      try {
        await options.write(batch.flatMap((entry) => entry.arrivals));
        for (const entry of batch) entry.resolve();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    running = null;
  }

  function takeBatch(): Waiting[] {
    let size = 0;
    const cut = waiting.findIndex((entry, index) => {
      size += entry.arrivals.length;
      return index > 0 && size > options.mostPerBatch;
    });
    const batch = cut < 0 ? waiting : waiting.slice(0, cut);
    waiting = waiting.slice(batch.length);
    return batch;
  }

  return {
    add(arrivals) {
      const written = new Promise<void>((resolve, reject) => waiting.push({ arrivals, resolve, reject }));
      running ??= run();
      return written;
    },
    async drain() {
      while (running !== null) await running;
    },
  };
}
