import type { SqlTx } from '@/lib/infra/db/sql';

/** As long as the topics keep events; a browser that was away for longer loads its lists anew. */
const KEEP_DAYS = 7;
const CHUNK = 5_000;

/** Deletes events that were handed to the log long ago, oldest first, in short statements. Returns how many. */
export async function pruneOutbox(sql: SqlTx, keepDays = KEEP_DAYS): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await sql.query(PRUNE, [keepDays, CHUNK]);
    deleted += rowCount;
    if (rowCount < CHUNK) return deleted;
  }
}

const PRUNE = `
  DELETE FROM outbox_event WHERE id IN (
    SELECT id FROM outbox_event
    WHERE relayed_at < now() - make_interval(days => $1)
    ORDER BY seq LIMIT $2
  )`;
