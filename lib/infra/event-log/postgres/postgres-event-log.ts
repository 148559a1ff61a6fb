import type { Database } from '@/lib/infra/db/database';
import { EventLogUnavailable, type EventLog } from '../port';
import { insertRecords, notifyAppended } from './append-records';
import { listenForAppends } from './listen-for-appends';
import { enforceRetention } from './enforce-retention';
import { runPrivateReader, runSharedReader } from './run-reader';

const RETENTION_EVERY_MS = 10 * 60_000;

/** The embedded event log: topics, groups, offsets and retention in the product's own PostgreSQL. */
export function createPostgresEventLog(options: {
  database: Database;
  onError: (error: unknown) => void;
}): EventLog {
  const { database, onError } = options;
  const readers = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of readers) wake();
  };
  let listener: ReturnType<typeof listenForAppends> | null = null;
  const retention = setInterval(
    () => void enforceRetention(database.sql).catch(onError),
    RETENTION_EVERY_MS,
  ).unref();

  return {
    kind: 'postgres',
    async ensureTopics(topics) {
      await database.sql.query(ENSURE_TOPICS, [
        topics.map((topic) => topic.name),
        topics.map((topic) => topic.partitions),
        topics.map((topic) => topic.retentionMs),
      ]);
    },
    async append(records) {
      if (records.length === 0) return;
      try {
        await insertRecords(database.sql, records);
        await notifyAppended(database.sql);
      } catch (error) {
        throw new EventLogUnavailable('the embedded log could not be written', { cause: error });
      }
      wakeAll();
    },
    async subscribe(subscription) {
      listener ??= listenForAppends(database.url, wakeAll, onError);
      const run = subscription.ephemeral ? runPrivateReader : runSharedReader;
      const reader = run({ database, subscription, onError });
      readers.add(reader.wake);
      return {
        ready: reader.ready,
        lastTurnMs: reader.lastTurnMs,
        async stop() {
          readers.delete(reader.wake);
          await reader.stop();
        },
      };
    },
    async lag(groupId) {
      const { rows } = await database.sql.query<{ topic: string; partition: number; lag: number }>(LAG, [groupId]);
      return rows;
    },
    async ping(timeoutMs) {
      let refuse: (error: Error) => void = () => undefined;
      const limit = new Promise<never>((_resolve, reject) => {
        refuse = reject;
      });
      const timer = setTimeout(() => refuse(new EventLogUnavailable('no answer in time')), timeoutMs);
      try {
        await Promise.race([database.sql.query('SELECT 1 FROM sequencer_head'), limit]);
      } catch (error) {
        throw new EventLogUnavailable('the embedded log does not answer', { cause: error });
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      clearInterval(retention);
      await listener?.close();
    },
  };
}

const ENSURE_TOPICS = `
  INSERT INTO event_log_topic (name, partitions, retention_ms)
  SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])
  ON CONFLICT (name) DO UPDATE SET retention_ms = EXCLUDED.retention_ms,
    partitions = GREATEST(event_log_topic.partitions, EXCLUDED.partitions)`;

const LAG = `
  SELECT place.topic, place.log_partition AS partition, (
    SELECT count(*)::int FROM event_log_record AS record
    WHERE record.topic = place.topic AND record.log_partition = place.log_partition
      AND record.log_offset > place.committed
  ) AS lag
  FROM event_log_offset AS place WHERE place.group_id = $1 ORDER BY 1, 2`;
