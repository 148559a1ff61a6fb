import { setTimeout as pause } from 'node:timers/promises';
import { type LogRecord, type PartitionBatch, PartitionLost, type SubscriptionSpec } from '../port';
import type { Placekeeper, TopicPartition } from './keep-places';

/** A partition this member reads, and how far it has come. */
export interface Place extends TopicPartition {
  /** The last offset that is done here; the next fetch goes on behind it. */
  position: string;
  /** The last offset the group's place is known to be written at; behind `position` while a mark waits. */
  written: string;
  leaving: boolean;
  lost: boolean;
}

const FLUSH_EVERY_MS = 250;
const FAULT_PAUSE_MS = 500;

/** Gives one batch to the handler and keeps its marks. Never rejects; what goes wrong is told and delivered again. */
export async function runBatch(options: {
  place: Place;
  records: readonly LogRecord[];
  keeper: Placekeeper;
  onBatch: SubscriptionSpec['onBatch'];
  onError: (error: unknown) => void;
  stopped: AbortSignal;
}): Promise<void> {
  const { place, keeper, onError, stopped } = options;
  const start = place.position;
  let flushing: Promise<void> | null = null;
  let flushedAt = Date.now();

  function flushSoon(): void {
    if (flushing || Date.now() - flushedAt < FLUSH_EVERY_MS) return;
    flushing = flushPlace(place, keeper)
      .catch(onError) // the mark is kept; the batch's end or the next turn writes it
      .finally(() => {
        flushedAt = Date.now();
        flushing = null;
      });
  }

  const batch: PartitionBatch = {
    topic: place.topic,
    partition: place.partition,
    records: options.records,
    active: () => !stopped.aborted && !place.leaving && !place.lost,
    heartbeat: async () => undefined, // the fetch loop goes on beside the handlers and beats by itself
    markDoneWithin: (tx, offset) => keeper.markWithin(tx, place, offset),
    async markDone(offset) {
      if (place.lost || BigInt(offset) <= BigInt(place.position)) return;
      place.position = offset;
      flushSoon();
    },
  };
  try {
    await options.onBatch(batch);
    await flushing;
    await flushPlace(place, keeper);
    // A handler that marked nothing gets the same records again: not at once, so that it cannot spin.
    if (place.position === start && batch.active()) await rest();
  } catch (error) {
    if (error instanceof PartitionLost) place.lost = true;
    else onError(error);
    await flushing;
    await flushPlace(place, keeper).catch(onError);
    await rest();
  }

  async function rest(): Promise<void> {
    if (!place.lost) await pause(FAULT_PAUSE_MS, undefined, { signal: stopped }).catch(() => undefined); // stopped: go on
  }
}

/** Writes the group's place if it has moved. A partition that went to another member is noticed here. */
export async function flushPlace(place: Place, keeper: Placekeeper): Promise<void> {
  const offset = place.position;
  if (place.lost || offset === place.written) return;
  try {
    await keeper.flush(place, offset);
    place.written = offset;
  } catch (error) {
    if (!(error instanceof PartitionLost)) throw error;
    place.lost = true;
  }
}
