import type { NotificationList, NotificationView } from '@/lib/contracts/http/notification';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { type Audience, audienceParameters, inAudience } from './audience';

/** A user's own notifications, newest first. */
export async function listNotifications(
  sql: SqlTx,
  userId: string,
  page: KeysetPage & { readonly unread: boolean },
): Promise<NotificationList> {
  const { rows } = await sql.query<NotificationView & { place: string }>(LIST, [
    userId,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.unread,
    page.limit + 1,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _place, ...view }) => view),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.id }) : null,
  };
}

export async function countUnread(sql: SqlTx, userId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM notification_recipient WHERE user_id = $1 AND read_at IS NULL',
    [userId],
  );
  return rows[0]?.count ?? 0;
}

const isoTime = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const LIST = `
  SELECT notification.id, notification.kind, notification.title, notification.message, notification.priority,
    notification.action_url, notification.correlation_id, ${isoTime('recipient.created_at')} AS created_at,
    ${isoTime('recipient.read_at')} AS read_at, ${cursorTime('recipient.created_at')} AS place
  FROM notification_recipient AS recipient
  JOIN notification ON notification.id = recipient.notification_id
  WHERE recipient.user_id = $1 AND ($4 = false OR recipient.read_at IS NULL)
    AND ($2::timestamptz IS NULL OR (recipient.created_at, recipient.notification_id) < ($2, $3::uuid))
  ORDER BY recipient.created_at DESC, recipient.notification_id DESC
  LIMIT $5`;

/** How many people an audience has now. */
export async function countRecipients(sql: SqlTx, audience: Audience): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM app_user WHERE ${inAudience(1)}`,
    audienceParameters(audience),
  );
  return rows[0]?.count ?? 0;
}
