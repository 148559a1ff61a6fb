import { MOST_UNREAD_COUNTED } from '@/lib/contracts/http/most-unread';
import type { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import type { NotificationGroups } from '@/lib/contracts/http/notification-group';
import { isoTime } from '@/lib/infra/db/iso-time';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/** The groups of a user's newest {@link MOST_UNREAD_COUNTED} unread notifications, each with its number. */
export async function listGroups(sql: SqlTx, userId: string): Promise<NotificationGroups> {
  const { rows } = await sql.query<NotificationGroups>(GROUPS, [userId, MOST_UNREAD_COUNTED]);
  return rows[0] ?? { items: [], since: null };
}

/** Those of a group that its reader has been shown as one. */
export async function membersOf(
  sql: SqlTx,
  userId: string,
  { group_key, category, up_to }: NonNullable<ChangeNotifications['group']>,
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(MEMBERS, [
    userId,
    MOST_UNREAD_COUNTED,
    group_key,
    category,
    up_to,
  ]);
  return rows.map(({ id }) => id);
}

/** An urgent one never stands behind another. */
const MEMBER = `
  WITH unread AS MATERIALIZED (
    SELECT notification_id, created_at FROM notification_recipient
    WHERE user_id = $1 AND read_at IS NULL AND archived_at IS NULL AND held_until IS NULL
    ORDER BY created_at DESC, notification_id DESC LIMIT $2
  ), member AS (
    SELECT notification.id, notification.group_key, notification.category, notification.course_id, unread.created_at
    FROM unread JOIN notification ON notification.id = unread.notification_id
    WHERE notification.group_key <> '' AND notification.priority <> 'urgent'
  )`;

const MEMBERS = prepared(`${MEMBER}
  SELECT id FROM member WHERE group_key = $3 AND category = $4 AND created_at <= $5::timestamptz`);

const GROUPS = prepared(`${MEMBER}, together AS (
    SELECT group_key, category, max(course_id::text)::uuid AS course_id, count(*)::int AS unread_count,
      (array_agg(id ORDER BY created_at DESC, id DESC))[1] AS newest_id, max(created_at) AS newest, min(created_at) AS oldest
    FROM member GROUP BY group_key, category HAVING count(*) > 1
  )
  SELECT (SELECT CASE WHEN count(*) >= $2 THEN ${isoTime('min(created_at)')} END FROM unread) AS since,
    COALESCE((
      SELECT jsonb_agg(jsonb_build_object('group_key', group_key, 'category', category, 'course', subject.code,
        'unread_count', unread_count, 'newest_id', newest_id, 'newest_at', ${isoTime('newest')},
        'oldest_at', ${isoTime('oldest')}) ORDER BY newest DESC, newest_id DESC)
      FROM together
      LEFT JOIN course ON course.id = together.course_id
      LEFT JOIN subject ON subject.id = course.subject_id
    ), '[]') AS items`);
