import type { SqlTx } from '@/lib/infra/db/sql';

/** Longer than any topic keeps records (the dead letter queue: 30 days), so nothing can come back unknown. */
const KEEP_DAYS = 35;
const CHUNK = 5_000;

/** Forgets events that can no longer be delivered again. Returns how many. */
export async function pruneInbox(sql: SqlTx, keepDays = KEEP_DAYS): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await sql.query(PRUNE, [keepDays, CHUNK]);
    deleted += rowCount;
    if (rowCount < CHUNK) return deleted;
  }
}

const PRUNE = `
  DELETE FROM inbox_event WHERE (consumer_group, event_id) IN (
    SELECT consumer_group, event_id FROM inbox_event
    WHERE processed_at < now() - make_interval(days => $1) LIMIT $2
  )`;
