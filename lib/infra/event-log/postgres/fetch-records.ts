import type { SqlTx } from '@/lib/infra/db/sql';
import type { LogRecord } from '../port';
import type { TopicPartition } from './share-partitions';

const PER_PARTITION = 1_000;

/** The next records behind each position, in order within each partition, by one statement. */
export async function fetchRecords(
  sql: SqlTx,
  positions: readonly (TopicPartition & { readonly after: string })[],
): Promise<LogRecord[]> {
  const { rows } = await sql.query<FetchedRow>(FETCH, [
    positions.map((each) => each.topic),
    positions.map((each) => each.partition),
    positions.map((each) => each.after),
    PER_PARTITION,
  ]);
  return rows.map((row) => ({
    topic: row.topic,
    partition: row.partition,
    offset: row.offset,
    key: row.key,
    value: row.value === null ? null : Buffer.from(row.value),
    headers: row.headers,
    timestampMs: row.created_at.getTime(),
  }));
}

interface FetchedRow {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  value: string | null;
  headers: Record<string, string>;
  created_at: Date;
}

const FETCH = `
  SELECT record.topic, record.log_partition AS partition, record.log_offset::text AS offset,
    record.record_key AS key, record.value, record.headers, record.created_at
  FROM unnest($1::text[], $2::int[], $3::bigint[]) AS place (topic, log_partition, after)
  CROSS JOIN LATERAL (
    SELECT * FROM event_log_record AS record
    WHERE record.topic = place.topic AND record.log_partition = place.log_partition AND record.log_offset > place.after
    ORDER BY record.log_offset LIMIT $4
  ) AS record
  ORDER BY record.log_offset`;
