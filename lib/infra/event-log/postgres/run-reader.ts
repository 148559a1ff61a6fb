import { setTimeout as pause } from 'node:timers/promises';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createSignal } from '@/lib/infra/signal';
import type { LogRecord, Subscription, SubscriptionSpec } from '../port';
import { fetchRecords } from './fetch-records';
import type { HeldPartition, Placekeeper, TopicPartition } from './keep-places';
import { flushPlace, type Place, runBatch } from './run-batch';

export interface Reader extends Subscription {
  /** Something was appended. */
  wake(): void;
  /** Members of the group have come or gone. */
  shareAnew(): void;
}

/** As with Kafka's consumers: as many partitions are worked on at once. */
const PARTITIONS_AT_ONCE = 4;
const SAFETY_POLL_MS = 1_000;
const OUTAGE_PAUSE_MS = 500;

/**
 * The loop of one subscription: see what is its own, fetch behind each position, give each partition's batch to the
 * handler, sleep until woken. An outage only delays it.
 */
export function runReader(options: {
  sql: SqlTx;
  subscription: SubscriptionSpec;
  keeper: Placekeeper;
  onError: (error: unknown) => void;
}): Reader {
  const { sql, subscription, keeper, onError } = options;
  const work = createSignal();
  const stopped = new AbortController();
  const places = new Map<string, Place>();
  const queue: { place: Place; records: LogRecord[] }[] = [];
  const running = new Set<Promise<void>>();
  /** Partitions with a batch queued or under way, by key: it may outlive the place it was read for. */
  const busy = new Set<string>();
  let announceReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  let heldAt = Number.NEGATIVE_INFINITY;
  let lastTurn = Date.now();

  async function hold(): Promise<void> {
    const askedAt = Date.now();
    const held = await keeper.hold([...places.values()].filter((place) => busy.has(keyOf(place))));
    const keys = new Set(held.map(keyOf));
    for (const [key, place] of places) if (!keys.has(key)) forget(key, place);
    for (const partition of held) learn(partition);
    heldAt = askedAt;
    announceReady();
  }

  function learn(partition: HeldPartition): void {
    const key = keyOf(partition);
    const known = places.get(key);
    if (known && !known.lost && !partition.taken) {
      known.leaving = partition.leaving;
      return;
    }
    if (known) forget(key, known);
    const { topic, partition: number, committed, leaving } = partition;
    places.set(key, {
      topic,
      partition: number,
      position: committed,
      written: committed,
      leaving,
      lost: false,
    });
  }

  function forget(key: string, place: Place): void {
    place.lost = true;
    places.delete(key);
  }

  async function turn(): Promise<void> {
    if (Date.now() - heldAt >= keeper.everyMs) await hold();
    const idle = [...places.values()].filter(
      (place) => !busy.has(keyOf(place)) && !place.leaving && !place.lost,
    );
    for (const place of idle) await flushPlace(place, keeper);
    if (queue.length > 0 || running.size >= PARTITIONS_AT_ONCE || idle.length === 0) return;
    const batches = byPlace(await fetchRecords(sql, idle));
    for (const place of idle) {
      const records = batches.get(keyOf(place));
      if (!records) continue;
      busy.add(keyOf(place));
      queue.push({ place, records });
    }
    startQueued();
  }

  function startQueued(): void {
    while (running.size < PARTITIONS_AT_ONCE) {
      const next = queue.shift();
      if (!next) return;
      const handled = runBatch({
        ...next,
        keeper,
        onBatch: subscription.onBatch,
        onError,
        stopped: stopped.signal,
      });
      const ended = handled.finally(() => {
        running.delete(ended);
        busy.delete(keyOf(next.place));
        if (next.place.leaving || next.place.lost) heldAt = Number.NEGATIVE_INFINITY; // somebody may wait for it
        if (!stopped.signal.aborted) startQueued();
        work.raise();
      });
      running.add(ended);
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await turn();
        lastTurn = Date.now();
        await work.wait(SAFETY_POLL_MS); // an append, a batch's end and a change of members end it
      } catch (error) {
        onError(error);
        await pause(OUTAGE_PAUSE_MS, undefined, { signal: stopped.signal }).catch(() => undefined); // stopped: go on
      }
    }
    await Promise.all(running);
    await keeper.leave().catch(onError);
  }

  const loop = run();
  return {
    ready,
    wake: work.raise,
    shareAnew() {
      heldAt = Number.NEGATIVE_INFINITY;
      work.raise();
    },
    lastTurnMs: () => lastTurn,
    async stop() {
      stopped.abort();
      work.raise();
      await loop;
    },
  };
}

function byPlace(records: readonly LogRecord[]): Map<string, LogRecord[]> {
  const groups = new Map<string, LogRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

const keyOf = (place: TopicPartition) => `${place.topic}/${place.partition}`;
