import { MOST_UNREAD_COUNTED } from '@/lib/contracts/http/most-unread';
import type { NotificationList, NotificationView } from '@/lib/contracts/http/notification';
import type { NotificationListQuery } from '@/lib/contracts/http/notification-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { type Audience, audienceParameters, inAudience } from './audience';

/** A user's own notifications, newest first: those after a place of the list, or those right before it. */
export async function listNotifications(
  sql: SqlTx,
  userId: string,
  page: KeysetPage & Omit<NotificationListQuery, 'cursor' | 'before' | 'limit'> & { isBefore?: boolean },
): Promise<NotificationList> {
  const words = containsPattern(page.query);
  const { isBefore = false } = page;
  const { rows } = await sql.query<NotificationView & { place: string }>(isBefore ? LIST_BEFORE : LIST, [
    userId,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.unread,
    page.limit + 1,
    page.archived,
    page.kind ?? null,
    page.priority ?? null,
    words,
    page.category ?? null,
    page.snoozed,
    page.group_key || null,
  ]);
  const isMore = rows.length > page.limit;
  const shown = isBefore ? rows.slice(0, page.limit).reverse() : rows.slice(0, page.limit);
  const cursorOf = (row: { place: string; id: string } | undefined) =>
    row ? page.cursorAt({ at: row.place, id: row.id }) : null;
  // Of nothing before a place the next page begins with what stands there.
  const at = isBefore && page.after ? page.cursorAt({ ...page.after, id: LAST_ID }) : null;
  return {
    items: shown.map(({ place: _place, ...view }) => view),
    next_cursor: isBefore ? (cursorOf(shown.at(-1)) ?? at) : isMore ? cursorOf(shown.at(-1)) : null,
    previous_cursor: (isBefore ? isMore : page.after !== null) ? cursorOf(shown[0]) : null,
  };
}

/** Sorts behind every other. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** One of a user's own; `null` when there is none, or not for this user. */
export async function findNotification(
  sql: SqlTx,
  userId: string,
  id: string,
): Promise<NotificationView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql.query<NotificationView>(
    `SELECT ${COLUMNS} ${FROM} WHERE recipient.user_id = $1 AND recipient.notification_id = $2
       AND (recipient.held_until IS NULL OR recipient.decision = 'snoozed')`,
    [userId, id],
  );
  return rows[0] ?? null;
}

/** Unread and not archived, counted up to {@link MOST_UNREAD_COUNTED}: nobody needs to know more, and counting costs. */
export async function countUnread(sql: SqlTx, userId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(COUNT_UNREAD, [userId, MOST_UNREAD_COUNTED]);
  return rows[0]?.count ?? 0;
}

const COLUMNS = `notification.id, notification.kind, notification.title, notification.message, notification.priority,
  notification.action_url, notification.correlation_id, ${isoTime('recipient.created_at')} AS created_at,
  ${isoTime('recipient.seen_at')} AS seen_at, ${isoTime('recipient.read_at')} AS read_at,
  ${isoTime('recipient.archived_at')} AS archived_at, ${isoTime('notification.withdrawn_at')} AS withdrawn_at,
  notification.category, notification.group_key,
  CASE WHEN recipient.decision = 'snoozed' AND recipient.held_until IS NOT NULL
    THEN ${isoTime('recipient.held_until')} END AS snoozed_until`;

const FROM = `FROM notification_recipient AS recipient
  JOIN notification ON notification.id = recipient.notification_id`;

const COUNT_UNREAD = prepared(`
  SELECT count(*)::int AS count FROM (
    SELECT 1 FROM notification_recipient WHERE user_id = $1 AND read_at IS NULL AND archived_at IS NULL AND held_until IS NULL LIMIT $2
  ) AS unread`);

const order = { '<': 'DESC', '>': 'ASC' } as const;
const list = (towards: '<' | '>') => `
  SELECT ${COLUMNS}, ${cursorTime('recipient.created_at')} AS place ${FROM}
  WHERE recipient.user_id = $1
    AND CASE WHEN $11 THEN recipient.held_until IS NOT NULL AND recipient.decision = 'snoozed'
      ELSE recipient.held_until IS NULL END
    AND ($4 = false OR recipient.read_at IS NULL)
    AND (recipient.archived_at IS NOT NULL) = $6
    AND ($7::text IS NULL OR notification.kind = $7)
    AND ($10::text IS NULL OR notification.category = $10)
    AND ($12::text IS NULL OR notification.group_key = $12)
    AND ($8::announcement_priority IS NULL OR notification.priority = $8)
    AND ($9::text IS NULL OR notification.title ILIKE $9 OR notification.message ILIKE $9)
    AND ($2::timestamptz IS NULL OR (recipient.created_at, recipient.notification_id) ${towards} ($2, $3::uuid))
  ORDER BY recipient.created_at ${order[towards]}, recipient.notification_id ${order[towards]}
  LIMIT $5`;
const LIST = list('<');
const LIST_BEFORE = list('>');

/** How many people an audience has now. */
export async function countRecipients(sql: SqlTx, audience: Audience): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM app_user WHERE ${inAudience(1)}`,
    audienceParameters(audience),
  );
  return rows[0]?.count ?? 0;
}

/** A notification of a traced request, and what has become of it so far. */
export interface TracedNotification {
  readonly id: string;
  readonly kind: string;
  readonly sourceEventId: string;
  readonly queuedEventId: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly recipients: number;
  readonly delivered: number;
  readonly seen: number;
  readonly read: number;
  readonly screens: number;
  readonly firstMs: number | null;
  readonly medianMs: number | null;
  readonly lastMs: number | null;
}

export async function notificationsOfCorrelation(
  sql: SqlTx,
  correlationId: string,
): Promise<TracedNotification[]> {
  if (correlationId === '') return [];
  const { rows } = await sql.query<TracedNotification>(OF_CORRELATION, [correlationId]);
  return rows;
}

/** One screen's acknowledgement; without a session where only the user's first arrival is known. */
export interface TracedScreen {
  readonly notificationId: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly userAgent: string;
  readonly arrivedAt: Date;
  /** The user's first screen. */
  readonly isFirst: boolean;
  readonly seenAt: Date | null;
  readonly readAt: Date | null;
}

/** Of each notification at most `limit` screens, the user `first` before the others, then in the order they answered. */
export async function screensOfNotifications(
  sql: SqlTx,
  request: { notificationIds: readonly string[]; first: string | null; limit: number },
): Promise<TracedScreen[]> {
  const { rows } = await sql.query<TracedScreen>(SCREENS, [
    request.notificationIds,
    request.first,
    request.limit,
  ]);
  return rows;
}

/** Every screen that acknowledged. A recipient delivered without one counts as a screen that is not known. */
const SCREENS_OF_RECIPIENTS = `
  SELECT recipient.notification_id, recipient.user_id, arrival.session_id,
    coalesce(arrival.arrived_at, recipient.delivered_at) AS arrived_at, recipient.seen_at, recipient.read_at
  FROM notification_recipient AS recipient
  LEFT JOIN notification_arrival AS arrival
    ON arrival.notification_id = recipient.notification_id AND arrival.user_id = recipient.user_id
  WHERE recipient.delivered_at IS NOT NULL`;

const OF_CORRELATION = `
  SELECT notification.id, notification.kind, notification.event_id AS "sourceEventId",
    notification.queued_event_id AS "queuedEventId", notification.created_at AS "createdAt",
    notification.withdrawn_at AS "withdrawnAt",
    counted.recipients, counted.delivered, counted.seen, counted.read,
    arrived.screens, arrived.first_ms AS "firstMs", arrived.median_ms AS "medianMs", arrived.last_ms AS "lastMs"
  FROM notification
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS recipients, count(delivered_at)::int AS delivered, count(seen_at)::int AS seen,
      count(read_at) FILTER (WHERE read_at IS DISTINCT FROM notification.withdrawn_at)::int AS read
    FROM notification_recipient AS recipient WHERE recipient.notification_id = notification.id
  ) AS counted
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS screens, round(min(took))::int AS first_ms, round(max(took))::int AS last_ms,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY took))::int AS median_ms
    FROM (
      SELECT extract(epoch FROM screen.arrived_at - notification.created_at)::float8 * 1000 AS took
      FROM (${SCREENS_OF_RECIPIENTS} AND recipient.notification_id = notification.id) AS screen
    ) AS taken
  ) AS arrived
  WHERE notification.correlation_id = $1
  ORDER BY notification.created_at, notification.id`;

const SCREENS = `
  SELECT ranked.notification_id AS "notificationId", ranked.user_id AS "userId", ranked.session_id AS "sessionId",
    coalesce(session.user_agent, '') AS "userAgent", ranked.arrived_at AS "arrivedAt", ranked.nth = 1 AS "isFirst",
    ranked.seen_at AS "seenAt", ranked.read_at AS "readAt"
  FROM (
    SELECT screen.*,
      row_number() OVER (PARTITION BY notification_id, user_id ORDER BY arrived_at, session_id) AS nth,
      row_number() OVER (
        PARTITION BY notification_id ORDER BY (user_id = $2::uuid) DESC NULLS LAST, arrived_at, user_id, session_id
      ) AS place
    FROM (${SCREENS_OF_RECIPIENTS} AND recipient.notification_id = ANY ($1::uuid[])) AS screen
  ) AS ranked
  LEFT JOIN session ON session.id = ranked.session_id
  WHERE ranked.place <= $3
  ORDER BY ranked.notification_id, ranked.place`;
