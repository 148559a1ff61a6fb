import type { SqlTx } from '@/lib/infra/db/sql';

/** These sessions have a screen open now. Rows another process is writing are left to it: it says the same. */
export async function touchSessions(sql: SqlTx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0) await sql.query(TOUCH, [sessionIds]);
}

const TOUCH = `
  UPDATE session SET last_seen_at = now()
  WHERE id IN (
    SELECT id FROM session
    WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL
      AND (last_seen_at IS NULL OR last_seen_at < now() - interval '50 seconds')
    FOR UPDATE SKIP LOCKED)`;
