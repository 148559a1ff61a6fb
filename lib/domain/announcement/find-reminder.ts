import type { ReminderView } from '@/lib/contracts/http/reach';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';

/** The reminder started last, running or not. */
export async function findReminder(sql: SqlTx, announcementId: string): Promise<ReminderView | null> {
  const { rows } = await sql.query<ReminderView>(
    `SELECT id, every_seconds, rounds, end_reason, ${isoTime('created_at')} AS started_at,
       ${isoTime('next_at')} AS next_at, ${isoTime('ended_at')} AS ended_at
     FROM announcement_reminder WHERE announcement_id = $1 ORDER BY announcement_reminder.created_at DESC, id DESC LIMIT 1`,
    [announcementId],
  );
  return rows[0] ?? null;
}
