import type { SessionList } from '@/lib/contracts/http/session';
import type { SqlTx } from '@/lib/infra/db/sql';
import { describeDevice } from '@/lib/infra/http/describe-device';

const LIMIT = 100;

/** The user's sessions that are alive, last seen first. */
export async function listSessions(
  sql: SqlTx,
  user: { userId: string; sessionId: string },
): Promise<SessionList> {
  const { rows } = await sql.query<SessionRow>(LIST, [user.userId, LIMIT]);
  return {
    items: rows.map(({ id, user_agent, ip_address, created_at, last_seen_at }) => ({
      id,
      ...describeDevice(user_agent),
      ip_address,
      created_at: created_at.toISOString(),
      last_seen_at: (last_seen_at ?? created_at).toISOString(),
      is_current: id === user.sessionId,
    })),
  };
}

interface SessionRow {
  id: string;
  user_agent: string;
  ip_address: string;
  created_at: Date;
  last_seen_at: Date | null;
}

const LIST = `
  SELECT id, user_agent, ip_address, created_at, last_seen_at
  FROM session
  WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
  ORDER BY COALESCE(last_seen_at, created_at) DESC, id
  LIMIT $2`;
