import type { Database } from '@/lib/infra/db/database';
import { isOutage } from '@/lib/infra/db/is-outage';
import { type EventLog, EventLogUnavailable } from '../port';
import { insertRecords } from './append-records';
import { enforceRetention } from './enforce-retention';
import { keepPrivatePlaces, keepSharedPlaces } from './keep-places';
import { type AppendListener, listenForAppends } from './listen-for-appends';
import { readNewest, readRecord } from './read-back';
import { type Reader, runReader } from './run-reader';
import { MEMBER_DEAD_SECONDS } from './share-statements';

const RETENTION_EVERY_MS = 10 * 60_000;

/** The embedded event log: topics, groups, offsets and retention in the product's own PostgreSQL. */
export function createPostgresEventLog(options: {
  database: Database;
  /** What was overcome: an outage of the loop, a throwing handler. */
  onError: (error: unknown) => void;
}): EventLog {
  const { database, onError } = options;
  const readers = new Map<Reader, string>();
  let listener: AppendListener | null = null;
  const retention = setInterval(() => void enforceRetention(database.sql).catch(onError), RETENTION_EVERY_MS);
  retention.unref();

  const wakeAll = () => {
    for (const reader of readers.keys()) reader.wake();
  };
  const listen = () =>
    listenForAppends(database.url, {
      onAppend: wakeAll,
      onMembers: (groupId) => {
        for (const [reader, group] of readers) if (group === groupId) reader.shareAnew();
      },
      onError,
    });

  return {
    kind: 'postgres',
    async ensureTopics(topics) {
      await unlessDown(() =>
        database.sql.query(ENSURE_TOPICS, [
          topics.map((topic) => topic.name),
          topics.map((topic) => topic.partitions),
          topics.map((topic) => topic.retentionMs),
        ]),
      );
    },
    async append(records) {
      if (records.length === 0) return;
      await unlessDown(() => insertRecords(database.sql, records));
      wakeAll();
    },
    async subscribe(subscription) {
      listener ??= listen();
      const keep = subscription.ephemeral ? keepPrivatePlaces : keepSharedPlaces;
      const keeper = keep(database.sql, subscription);
      const reader = runReader({ sql: database.sql, subscription, keeper, onError });
      readers.set(reader, subscription.groupId);
      return {
        ready: reader.ready,
        lastTurnMs: reader.lastTurnMs,
        async stop() {
          await reader.stop();
          readers.delete(reader);
        },
      };
    },
    readBack: (request) => unlessDown(() => readNewest(database.sql, request)),
    readOne: (place) => unlessDown(() => readRecord(database.sql, place)),
    async groups() {
      const { rows } = await unlessDown(() =>
        database.sql.query<{ groupId: string; members: number }>(GROUPS),
      );
      return rows;
    },
    async lag(groupId) {
      const { rows } = await unlessDown(() =>
        database.sql.query<{ topic: string; partition: number; lag: number }>(LAG, [groupId]),
      );
      return rows;
    },
    async ping(timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      });
      try {
        await Promise.race([database.sql.query('SELECT FROM sequencer_head'), limit]);
      } catch (error) {
        throw new EventLogUnavailable('the embedded log does not answer', { cause: error });
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      clearInterval(retention);
      await Promise.all([...readers.keys()].map((reader) => reader.stop()));
      readers.clear();
      await listener?.close();
    },
  };
}

/** An outage is said in the port's words; any other error is the caller's, such as a topic that does not exist. */
async function unlessDown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new EventLogUnavailable('the embedded log cannot be reached', { cause: error });
  }
}

const ENSURE_TOPICS = `
  INSERT INTO event_log_topic (name, partitions, retention_ms)
  SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])
  ON CONFLICT (name) DO UPDATE SET retention_ms = EXCLUDED.retention_ms,
    partitions = GREATEST(event_log_topic.partitions, EXCLUDED.partitions)`;

const GROUPS = `
  SELECT place.group_id AS "groupId", (
    SELECT count(*)::int FROM event_log_member AS member WHERE member.group_id = place.group_id
      AND member.heartbeat_at > clock_timestamp() - interval '${MEMBER_DEAD_SECONDS} seconds'
  ) AS members
  FROM event_log_offset AS place GROUP BY place.group_id ORDER BY place.group_id`;

const LAG = `
  SELECT place.topic, place.log_partition AS partition, (
    SELECT count(*)::int FROM event_log_record AS record
    WHERE record.topic = place.topic AND record.log_partition = place.log_partition
      AND record.log_offset > place.committed
  ) AS lag
  FROM event_log_offset AS place WHERE place.group_id = $1 ORDER BY 1, 2`;
