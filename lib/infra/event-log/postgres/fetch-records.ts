import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { LogRecord } from '../port';
import type { TopicPartition } from './keep-places';

/** How much one fetch may bring at most: records of one partition, of all together (about), and bytes of values. */
const LIMITS = { most: 1_000, least: 250, together: 4_000, bytes: 8_000_000 };

/** The next records behind each position, in the order of the log, by one statement. */
export async function fetchRecords(
  sql: SqlTx,
  positions: readonly (TopicPartition & { readonly position: string })[],
): Promise<LogRecord[]> {
  const share = Math.ceil(LIMITS.together / positions.length);
  const { rows } = await sql.query<FetchedRow>(FETCH, [
    positions.map((each) => each.topic),
    positions.map((each) => each.partition),
    positions.map((each) => each.position),
    Math.max(LIMITS.least, Math.min(LIMITS.most, share)),
    LIMITS.bytes,
  ]);
  return rows.map(recordOf);
}

/** A row of the table, in the port's words. */
export function recordOf(row: FetchedRow): LogRecord {
  const { created_at, value, ...record } = row;
  return {
    ...record,
    value: value === null ? null : Buffer.from(value),
    timestampMs: created_at.getTime(),
  };
}

export interface FetchedRow {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  value: string | null;
  headers: Record<string, string>;
  created_at: Date;
}

// `before` is the size of what comes before a record in this fetch: the first is always taken, however large.
const FETCH = prepared(`
  SELECT topic, log_partition AS partition, log_offset::text AS offset, record_key AS key, value, headers, created_at
  FROM (
    SELECT record.*, coalesce(sum(octet_length(record.value)) OVER (
      ORDER BY record.log_offset ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0) AS before
    FROM unnest($1::text[], $2::int[], $3::bigint[]) AS place (topic, log_partition, position)
    CROSS JOIN LATERAL (
      SELECT * FROM event_log_record AS record
      WHERE record.topic = place.topic AND record.log_partition = place.log_partition
        AND record.log_offset > place.position
      ORDER BY record.log_offset LIMIT $4
    ) AS record
  ) AS record
  WHERE before < $5
  ORDER BY log_offset`);
