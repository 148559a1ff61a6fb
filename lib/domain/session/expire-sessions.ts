import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** Says of sessions whose time is over that they are, once each; and whether there were some. */
export async function expireSessions(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<Expired>(TAKE);
  for (const { id, user_id, created_at, last_seen_at, expires_at } of rows) {
    tx.publish('SESSION_EXPIRED', {
      user_id,
      session_id: id,
      created_at: created_at.toISOString(),
      last_seen_at: (last_seen_at ?? created_at).toISOString(),
      expired_at: expires_at.toISOString(),
    });
  }
  return rows.length > 0;
}

interface Expired {
  id: string;
  user_id: string;
  created_at: Date;
  last_seen_at: Date | null;
  expires_at: Date;
}

const TAKE = `
  UPDATE session SET expiry_told_at = now()
  WHERE id IN (
    SELECT id FROM session
    WHERE expiry_told_at IS NULL AND revoked_at IS NULL AND expires_at <= now() AND NOT is_pending
    ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING id, user_id, created_at, last_seen_at, expires_at`;
