import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, IMemberAssignment } from 'kafkajs';
import { type PartitionBatch, PartitionLost, type SubscriptionSpec } from '../port';
import type { PlaceCommitter } from './commit-places';
import { decodeRecord } from './decode-record';

/** A batch that takes longer goes on beside the fetch loop, its partition paused: the others and the heartbeats go on. */
const DETACH_AFTER_MS = 500;
const MOST_AT_ONCE = 8;
const FAULT_PAUSE_MS = 500;

interface Place {
  readonly topic: string;
  readonly partition: number;
  /** The last offset done here; null before the first. */
  done: string | null;
  lost: boolean;
}

export interface BatchWork {
  eachBatch(payload: EachBatchPayload): Promise<void>;
  /** After each (re)join: what is no longer assigned is given up. */
  assigned(assignment: IMemberAssignment): void;
  /** How far each partition is done that this member knows of. */
  places(): readonly { topic: string; partition: number; done: string | null }[];
  /** The consumer starts anew and reads from what is committed. */
  forgetAll(): void;
  /** Lets each record under way finish. */
  stop(): Promise<void>;
}

/** Gives batches to the handler: one at a time a partition, each in order, nothing a second time that is known to be done. */
export function createBatchWork(options: {
  consumer: Consumer;
  committer: PlaceCommitter | null;
  onBatch: SubscriptionSpec['onBatch'];
  onError: (error: unknown) => void;
}): BatchWork {
  const { consumer, committer, onError } = options;
  const places = new Map<string, Place>();
  const running = new Map<string, Promise<void>>();
  const paused = new Set<string>();
  const stopped = new AbortController();

  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const key = `${topic}/${partition}`;
    if (stopped.signal.aborted) return;
    if (running.has(key) || running.size >= MOST_AT_ONCE) return hold(topic, partition);
    const place = places.get(key) ?? { topic, partition, done: null, lost: false };
    places.set(key, place);
    const work = handle(place, payload).finally(() => {
      running.delete(key);
      release();
    });
    running.set(key, work);
    const detach = new AbortController();
    await Promise.race([
      work,
      pause(DETACH_AFTER_MS, undefined, { signal: detach.signal }).catch(() => undefined), // the work ended first
    ]);
    detach.abort();
    if (running.get(key) === work) hold(topic, partition);
  }

  async function handle(place: Place, payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const before = place.done;
    const fresh =
      before === null ? messages : messages.filter(({ offset }) => BigInt(offset) > BigInt(before));
    if (fresh.length === 0) return payload.resolveOffset(payload.batch.lastOffset());
    const active = () => !stopped.signal.aborted && !place.lost && payload.isRunning();
    const batch: PartitionBatch = {
      topic,
      partition,
      records: fresh.map((message) => decodeRecord(topic, partition, message)),
      active,
      heartbeat: async () => undefined, // the fetch loop goes on beside a long batch and beats by itself
      markDoneWithin: async () => undefined,
      async markDone(offset) {
        if (place.lost || (place.done !== null && BigInt(offset) <= BigInt(place.done))) return;
        place.done = offset;
        payload.resolveOffset(offset);
        committer?.mark(topic, partition, offset);
      },
    };
    try {
      await options.onBatch(batch);
    } catch (error) {
      if (!(error instanceof PartitionLost)) onError(error);
    }
    committer?.kick();
    // What was not marked is fetched again: not at once, so that a failing handler cannot spin.
    const finished = place.done !== null && BigInt(place.done) >= BigInt(fresh.at(-1)?.offset ?? 0);
    if (!finished && active()) {
      await pause(FAULT_PAUSE_MS, undefined, { signal: stopped.signal }).catch(() => undefined); // stopped: go on
    }
  }

  function hold(topic: string, partition: number): void {
    paused.add(`${topic}/${partition}`);
    consumer.pause([{ topic, partitions: [partition] }]);
  }

  /** Something has ended: whatever waited is fetched again, unless it is still under way. */
  function release(): void {
    for (const key of paused) {
      if (running.has(key)) continue;
      paused.delete(key);
      const cut = key.lastIndexOf('/');
      try {
        consumer.resume([{ topic: key.slice(0, cut), partitions: [Number(key.slice(cut + 1))] }]);
      } catch (error) {
        onError(error); // between two starts of the consumer there is nothing to resume: a start has nothing paused
      }
    }
  }

  return {
    eachBatch,
    assigned(assignment) {
      for (const [key, place] of places) {
        if (assignment[place.topic]?.includes(place.partition)) continue;
        place.lost = true;
        places.delete(key);
        committer?.forget(place.topic, place.partition);
      }
    },
    places: () => [...places.values()],
    forgetAll() {
      for (const place of places.values()) committer?.forget(place.topic, place.partition);
      places.clear();
    },
    async stop() {
      stopped.abort();
      await Promise.all(running.values());
    },
  };
}
