import type { SqlTx } from '@/lib/infra/db/sql';
import { partitionHash } from '../partition-hash';
import type { ProducedRecord } from '../port';

/** The PostgreSQL channel on which every append is told, once a batch. */
export const APPENDED_CHANNEL = 'nimbusu_log';

/** Tells every process that reads the log, when the statement it is part of commits. */
export const TELL_OF_APPEND = `SELECT pg_notify('${APPENDED_CHANNEL}', '')`;

/**
 * Appends by one statement and tells every process that reads the log, when it commits. The head row's lock is held until
 * then, so offsets have no gaps and become visible in order. A topic that is not registered fails the statement.
 * Never in a business transaction: a NOTIFY holds a lock of the whole database while it commits.
 */
export async function insertRecords(tx: SqlTx, records: readonly ProducedRecord[]): Promise<void> {
  await tx.query(APPEND, [
    records.map((record) => record.topic),
    records.map((record) => (record.key === null ? randomHash() : partitionHash(record.key))),
    records.map((record) => record.key),
    records.map((record) => record.value),
    records.map((record) => JSON.stringify(record.headers ?? {})),
  ]);
}

function randomHash(): number {
  return Math.floor(Math.random() * 0x7fffffff);
}

const APPEND = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[])
      WITH ORDINALITY AS given (topic, hash, key, value, headers, place)
  ), head AS (
    UPDATE sequencer_head SET last_seq = last_seq + cardinality($1::text[])
    RETURNING last_seq - cardinality($1::text[]) AS before
  ), written AS (
    INSERT INTO event_log_record (log_offset, topic, log_partition, record_key, value, headers)
    SELECT head.before + given.place, given.topic, given.hash % event_log_topic.partitions, given.key, given.value,
      given.headers::jsonb
    FROM head, given LEFT JOIN event_log_topic ON event_log_topic.name = given.topic
    ORDER BY given.place
  )
  ${TELL_OF_APPEND}`;
