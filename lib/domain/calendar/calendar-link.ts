import { createHash, randomBytes } from 'node:crypto';
import type { CalendarLink, NewCalendarLink } from '@/lib/contracts/http/calendar';
import type { SqlTx } from '@/lib/infra/db/sql';

/** Whether somebody has an address for calendar programs, and since when. The address itself cannot be shown again. */
export async function describeCalendarLink(sql: SqlTx, userId: string): Promise<CalendarLink> {
  const { rows } = await sql.query<{ created_at: Date }>(
    'SELECT created_at FROM calendar_link WHERE user_id = $1',
    [userId],
  );
  return { created_at: rows[0]?.created_at.toISOString() ?? null };
}

/** Makes a secret address (256 random bits); an earlier one is worth nothing from then on. */
export async function renewCalendarLink(
  tx: SqlTx,
  { userId, publicOrigin }: { userId: string; publicOrigin: string },
): Promise<NewCalendarLink> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await tx.query<{ created_at: Date }>(
    `INSERT INTO calendar_link (user_id, token_hash) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = now() RETURNING created_at`,
    [userId, digestOf(token)],
  );
  const created = rows[0]?.created_at ?? new Date();
  return { url: `${publicOrigin}/api/calendar/${token}.ics`, created_at: created.toISOString() };
}

/** A second time changes nothing. */
export async function revokeCalendarLink(tx: SqlTx, userId: string): Promise<void> {
  await tx.query('DELETE FROM calendar_link WHERE user_id = $1', [userId]);
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
