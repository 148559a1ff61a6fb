import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/** A committed event with its place in the order of all events. */
export interface StampedEvent {
  readonly seq: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly eventType: string;
  readonly value: string;
  readonly correlationId: string;
}

/**
 * Stamps the next committed events with gap-free numbers, in the order they were written, and returns them.
 * The head row's lock is held until the statement commits, so a number becomes visible after every smaller one.
 * On the way it marks what was handed to the log, up to `relayedSeq`.
 */
export async function stampBatch(
  sql: SqlTx,
  limit: number,
  relayedSeq: string | null,
): Promise<StampedEvent[]> {
  const { rows } = await sql.query<StampedEvent>(STAMP, [limit, relayedSeq]);
  return rows;
}

/** What was stamped but not known to be in the log: after a crash or an outage it is sent again, in the same order. */
export async function stampedButNotRelayed(sql: SqlTx, limit: number): Promise<StampedEvent[]> {
  const { rows } = await sql.query<StampedEvent>(
    `SELECT ${EVENT_COLUMNS} FROM outbox_event WHERE seq IS NOT NULL AND relayed_at IS NULL ORDER BY seq LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Marks every stamped event up to `seq` as handed to the log. */
export async function markRelayed(sql: SqlTx, seq: string): Promise<void> {
  await sql.query(mark('$1'), [seq]);
}

const mark = (seq: string) =>
  `UPDATE outbox_event SET relayed_at = now() WHERE relayed_at IS NULL AND seq <= ${seq}::bigint`;

const EVENT_COLUMNS = `seq::text AS seq, event_id AS "eventId", topic, partition_key AS key, event_type AS "eventType",
  value, correlation_id AS "correlationId"`;

/** Shared by both engines: the next events (`numbered`), numbered behind the head, which moves along. */
export const NUMBER_THE_NEXT = `
  picked AS MATERIALIZED (
    SELECT id, event_id, topic, partition_key, partition_hash, event_type, value, correlation_id
    FROM outbox_event WHERE seq IS NULL ORDER BY id LIMIT $1
  ), head AS (
    UPDATE sequencer_head SET last_seq = last_seq + (SELECT count(*) FROM picked)
    WHERE EXISTS (SELECT 1 FROM picked)
    RETURNING last_seq - (SELECT count(*) FROM picked) AS before
  ), numbered AS MATERIALIZED (
    SELECT picked.*, head.before + row_number() OVER (ORDER BY picked.id) AS number FROM picked, head
  )`;

const STAMP = prepared(`
  WITH marked AS (${mark('$2')}), ${NUMBER_THE_NEXT}, stamped AS (
    UPDATE outbox_event SET seq = numbered.number FROM numbered WHERE outbox_event.id = numbered.id
    RETURNING outbox_event.*
  )
  SELECT ${EVENT_COLUMNS} FROM stamped ORDER BY stamped.seq`);
