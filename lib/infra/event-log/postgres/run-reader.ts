import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/infra/db/database';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type LogRecord, type PartitionBatch, PartitionLost, type SubscriptionSpec } from '../port';
import { fetchRecords } from './fetch-records';
import { leaveGroup, type OwnedPartition, sharePartitions } from './share-partitions';
import { createSleeper } from './sleeper';

interface ReaderOptions {
  readonly database: Database;
  readonly subscription: SubscriptionSpec;
  readonly onError: (error: unknown) => void;
}

interface Reader {
  readonly ready: Promise<void>;
  wake(): void;
  lastTurnMs(): number;
  stop(): Promise<void>;
}

/** How a kind of group keeps its place: in the database with others, or in memory alone. */
interface Placekeeper {
  /** What to read now; called on each turn with the partitions that are being worked on. */
  owned(busy: readonly OwnedPartition[]): Promise<OwnedPartition[]>;
  commit(sql: SqlTx, place: OwnedPartition, offset: string): Promise<void>;
  leave(): Promise<void>;
}

const SAFETY_POLL_MS = 1_000;
const OUTAGE_PAUSE_MS = 500;

/** A member of a group that shares its partitions with other processes. */
export function runSharedReader({ database, subscription, onError }: ReaderOptions): Reader {
  const { groupId, topics, startFrom } = subscription;
  const member = { groupId, memberId: randomUUID(), topics, startAtEnd: startFrom === 'latest' };
  let owned: OwnedPartition[] = [];
  let sharedAt = 0;
  return runReader({ database, subscription, onError }, {
    async owned(busy) {
      if (Date.now() - sharedAt >= SAFETY_POLL_MS) {
        owned = await sharePartitions(database.sql, member, busy);
        sharedAt = Date.now();
      }
      return owned;
    },
    async commit(sql, place, offset) {
      const { rowCount } = await sql.query(COMMIT, [groupId, place.topic, place.partition, offset, member.memberId]);
      if (rowCount === 0) throw new PartitionLost(`${place.topic}-${place.partition} belongs to another member`);
    },
    leave: () => leaveGroup(database.sql, groupId, member.memberId),
  });
}

/** A group of one process: it reads everything and keeps its place in memory. */
export function runPrivateReader(options: ReaderOptions): Reader {
  const { database, subscription } = options;
  let places: OwnedPartition[] | null = null;
  return runReader(options, {
    async owned() {
      places ??= (
        await database.sql.query<OwnedPartition>(ALL_PARTITIONS, [
          subscription.topics,
          subscription.startFrom === 'latest',
        ])
      ).rows;
      return places;
    },
    commit: async () => undefined,
    leave: async () => undefined,
  });
}

function runReader({ database, subscription, onError }: ReaderOptions, keeper: Placekeeper): Reader {
  const sleeper = createSleeper();
  const positions = new Map<string, string>();
  const busy = new Map<string, OwnedPartition>();
  const working = new Set<Promise<void>>();
  let mine = new Set<string>();
  let stopping = false;
  let lastTurn = Date.now();
  let announceReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });

  async function turn(): Promise<boolean> {
    const owned = await keeper.owned([...busy.values()]);
    const keys = new Set(owned.map(keyOf));
    for (const key of positions.keys()) if (!keys.has(key)) positions.delete(key);
    mine = keys;
    announceReady();
    const idle = owned.filter((place) => !busy.has(keyOf(place)));
    for (const place of idle) {
      if (!positions.has(keyOf(place))) positions.set(keyOf(place), place.committed);
    }
    if (idle.length === 0) return false;
    const records = await fetchRecords(
      database.sql,
      idle.map((place) => ({ ...place, after: positions.get(keyOf(place)) ?? place.committed })),
    );
    const byPlace = groupByPlace(records);
    for (const place of idle) {
      const batch = byPlace.get(keyOf(place));
      if (batch) start(place, batch);
    }
    return records.length > 0;
  }

  function start(place: OwnedPartition, records: LogRecord[]): void {
    const key = keyOf(place);
    busy.set(key, place);
    const work = handle(place, records)
      .catch(onError)
      .finally(() => {
        busy.delete(key);
        working.delete(work);
        sleeper.wake();
      });
    working.add(work);
  }

  async function handle(place: OwnedPartition, records: LogRecord[]): Promise<void> {
    const key = keyOf(place);
    let done: string | null = null;
    let written: string | null = null;
    const flush = async () => {
      if (done === null || done === written) return;
      await keeper.commit(database.sql, place, done);
      written = done;
    };
    const batch: PartitionBatch = {
      topic: place.topic,
      partition: place.partition,
      records,
      active: () => !stopping && mine.has(key),
      heartbeat: async () => undefined, // the loop goes on beside the handlers and beats by itself
      async markDoneWithin(tx, offset) {
        await keeper.commit(tx, place, offset);
        written = offset;
      },
      async markDone(offset) {
        done = offset;
        positions.set(key, offset);
      },
    };
    try {
      await subscription.onBatch(batch);
      await flush();
    } catch (error) {
      // Read again from what is marked; if the partition went to another member, its place there is what counts.
      if (error instanceof PartitionLost) positions.delete(key);
      else onError(error);
      await flush().catch((failure: unknown) => {
        if (!(failure instanceof PartitionLost)) throw failure;
      });
      if (!(error instanceof PartitionLost)) await sleeper.pause(OUTAGE_PAUSE_MS);
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        const found = await turn();
        lastTurn = Date.now();
        if (!found) await sleeper.sleep(SAFETY_POLL_MS);
      } catch (error) {
        onError(error);
        await sleeper.pause(OUTAGE_PAUSE_MS);
      }
    }
    await Promise.all(working);
    await keeper.leave().catch(onError);
  }

  const running = run();
  return {
    ready,
    wake: sleeper.wake,
    lastTurnMs: () => lastTurn,
    async stop() {
      stopping = true;
      sleeper.wake();
      await running;
    },
  };
}

function groupByPlace(records: readonly LogRecord[]): Map<string, LogRecord[]> {
  const groups = new Map<string, LogRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

const keyOf = (place: { topic: string; partition: number }) => `${place.topic}/${place.partition}`;

const COMMIT = `
  UPDATE event_log_offset SET committed = $4::bigint, updated_at = now()
  WHERE group_id = $1 AND topic = $2 AND log_partition = $3 AND owner = $5`;

const ALL_PARTITIONS = `
  SELECT topic.name AS topic, number AS partition,
    CASE WHEN $2 THEN (SELECT last_seq FROM sequencer_head)::text ELSE '0' END AS committed
  FROM event_log_topic AS topic, generate_series(0, topic.partitions - 1) AS number
  WHERE topic.name = ANY ($1::text[])`;
