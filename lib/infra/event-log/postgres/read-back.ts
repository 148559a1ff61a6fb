import type { SqlTx } from '@/lib/infra/db/sql';
import type { LogRecord, ReadBack, RecordPlace } from '../port';
import { type FetchedRow, recordOf } from './fetch-records';

/** The newest records of the topics and the head they reach to, from one snapshot. */
export async function readNewest(
  sql: SqlTx,
  request: { topics: readonly string[]; limit: number },
): Promise<ReadBack> {
  const { rows } = await sql.query<NewestRow>(NEWEST, [request.topics, request.limit]);
  const records = new Map<string, LogRecord>();
  const through = new Map<string, RecordPlace>();
  for (const { head, offset, ...row } of rows) {
    const { topic, partition } = row;
    through.set(`${topic}/${partition}`, { topic, partition, offset: head });
    if (offset !== null) records.set(offset, recordOf({ ...row, offset }));
  }
  const inOrder = [...records.values()].sort((a, b) => (BigInt(a.offset) < BigInt(b.offset) ? -1 : 1));
  return { records: inOrder.slice(-request.limit), through: [...through.values()] };
}

/** A partition with one of its records, or with none. */
interface NewestRow extends Omit<FetchedRow, 'offset'> {
  offset: string | null;
  head: string;
}

export async function readRecord(sql: SqlTx, place: RecordPlace): Promise<LogRecord | null> {
  const { rows } = await sql.query<FetchedRow>(ONE, [place.topic, place.partition, place.offset]);
  return rows[0] ? recordOf(rows[0]) : null;
}

const COLUMNS = `record.log_offset::text AS offset, record.record_key AS key, record.value, record.headers, record.created_at`;

// The head's lock is held until an append commits: whatever has a number up to the head is in the snapshot.
const NEWEST = `
  SELECT topic.name AS topic, number AS partition, head.last_seq::text AS head, ${COLUMNS}
  FROM sequencer_head AS head, event_log_topic AS topic
  CROSS JOIN LATERAL generate_series(0, topic.partitions - 1) AS number
  LEFT JOIN LATERAL (
    SELECT * FROM event_log_record AS record
    WHERE record.topic = topic.name AND record.log_partition = number
    ORDER BY record.log_offset DESC LIMIT $2
  ) AS record ON true
  WHERE topic.name = ANY ($1::text[])`;

const ONE = `
  SELECT record.topic, record.log_partition AS partition, ${COLUMNS}
  FROM event_log_record AS record
  WHERE record.topic = $1 AND record.log_partition = $2 AND record.log_offset = $3::bigint`;
