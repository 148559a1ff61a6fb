import {
  MOST_UNREAD_COUNTED,
  type NotificationList,
  type NotificationListQuery,
  type NotificationView,
} from '@/lib/contracts/http/notification';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { type Audience, audienceParameters, inAudience } from './audience';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A user's own notifications, newest first. */
export async function listNotifications(
  sql: SqlTx,
  userId: string,
  page: KeysetPage & Omit<NotificationListQuery, 'cursor' | 'limit'>,
): Promise<NotificationList> {
  const words = page.query ? `%${page.query.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql.query<NotificationView & { place: string }>(LIST, [
    userId,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.unread,
    page.limit + 1,
    page.archived,
    page.kind ?? null,
    page.priority ?? null,
    words,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _place, ...view }) => view),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.id }) : null,
  };
}

/** One of a user's own; `null` when there is none, or not for this user. */
export async function findNotification(
  sql: SqlTx,
  userId: string,
  id: string,
): Promise<NotificationView | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql.query<NotificationView>(
    `SELECT ${COLUMNS} ${FROM} WHERE recipient.user_id = $1 AND recipient.notification_id = $2`,
    [userId, id],
  );
  return rows[0] ?? null;
}

/** Unread and not archived, counted up to {@link MOST_UNREAD_COUNTED}: nobody needs to know more, and counting costs. */
export async function countUnread(sql: SqlTx, userId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(COUNT_UNREAD, [userId, MOST_UNREAD_COUNTED]);
  return rows[0]?.count ?? 0;
}

const isoTime = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = `notification.id, notification.kind, notification.title, notification.message, notification.priority,
  notification.action_url, notification.correlation_id, ${isoTime('recipient.created_at')} AS created_at,
  ${isoTime('recipient.seen_at')} AS seen_at, ${isoTime('recipient.read_at')} AS read_at,
  ${isoTime('recipient.archived_at')} AS archived_at`;

const FROM = `FROM notification_recipient AS recipient
  JOIN notification ON notification.id = recipient.notification_id`;

const COUNT_UNREAD = prepared(`
  SELECT count(*)::int AS count FROM (
    SELECT 1 FROM notification_recipient WHERE user_id = $1 AND read_at IS NULL AND archived_at IS NULL LIMIT $2
  ) AS unread`);

const LIST = `
  SELECT ${COLUMNS}, ${cursorTime('recipient.created_at')} AS place ${FROM}
  WHERE recipient.user_id = $1 AND ($4 = false OR recipient.read_at IS NULL)
    AND (recipient.archived_at IS NOT NULL) = $6
    AND ($7::text IS NULL OR notification.kind = $7)
    AND ($8::announcement_priority IS NULL OR notification.priority = $8)
    AND ($9::text IS NULL OR notification.title ILIKE $9 OR notification.message ILIKE $9)
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
