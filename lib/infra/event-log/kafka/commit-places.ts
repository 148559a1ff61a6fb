import type { Consumer } from 'kafkajs';

export interface PlaceCommitter {
  /** Remembers how far a partition is done; written soon. */
  mark(topic: string, partition: number, offset: string): void;
  /** Writes now what is remembered, without waiting. */
  kick(): void;
  /** What is remembered of a partition that went to another member is not ours to write. */
  forget(topic: string, partition: number): void;
  /** Writes what is remembered and waits for it; gives up after a failure, as at the stop during an outage. */
  drain(): Promise<void>;
}

const SOON_MS = 250;

/**
 * Writes a group's places, at most one request in flight: what is marked meanwhile goes with the next one. A failure
 * (an outage, a rebalance) keeps the marks for the next time; what is never written is delivered again.
 */
export function createPlaceCommitter(consumer: Consumer, onError: (error: unknown) => void): PlaceCommitter {
  const marks = new Map<string, { topic: string; partition: number; offset: string }>();
  let inFlight: Promise<void> | null = null;
  let committedAt = 0;

  function commit(): Promise<void> {
    inFlight ??= write().finally(() => {
      inFlight = null;
      committedAt = Date.now();
    });
    return inFlight;
  }

  async function write(): Promise<void> {
    const written = [...marks];
    if (written.length === 0) return;
    // Kafka keeps the offset to read next, not the last one that is done.
    await consumer.commitOffsets(
      written.map(([, mark]) => ({ ...mark, offset: (BigInt(mark.offset) + 1n).toString() })),
    );
    for (const [key, mark] of written) if (marks.get(key) === mark) marks.delete(key);
  }

  function kick(): void {
    const waited = inFlight !== null;
    commit().then(() => {
      if (waited && marks.size > 0) kick();
    }, onError);
  }

  return {
    mark(topic, partition, offset) {
      marks.set(`${topic}/${partition}`, { topic, partition, offset });
      if (!inFlight && Date.now() - committedAt >= SOON_MS) kick();
    },
    kick,
    forget: (topic, partition) => marks.delete(`${topic}/${partition}`),
    async drain() {
      await inFlight?.catch(() => undefined); // told by whoever started it
      await commit().catch(onError);
    },
  };
}
