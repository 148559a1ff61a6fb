import type { SqlTx } from '@/lib/infra/db/sql';

const CHUNK = 5_000;

/** Deletes what is older than its topic keeps, in short statements. Returns how many records went. */
export async function enforceRetention(sql: SqlTx, chunk = CHUNK): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await sql.query(DELETE_OLD, [chunk]);
    deleted += rowCount;
    if (rowCount < chunk) return deleted;
  }
}

// `now()`, not `clock_timestamp()`: only a stable function lets the index on (topic, created_at) find the old ones.
const DELETE_OLD = `
  DELETE FROM event_log_record WHERE log_offset IN (
    SELECT record.log_offset FROM event_log_topic AS topic JOIN event_log_record AS record ON record.topic = topic.name
    WHERE record.created_at < now() - make_interval(secs => topic.retention_ms / 1000.0)
    LIMIT $1
  )`;
