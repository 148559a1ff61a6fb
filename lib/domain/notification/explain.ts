import type {
  ExplainedAudience,
  NotificationDecisions,
  NotificationWhy,
} from '@/lib/contracts/http/notification-why';
import type { DecisionsQuery } from '@/lib/contracts/http/notification-why-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';

/** Of a person at most so many decisions at once. */
const MOST = 50;

/**
 * Why the user got one of their notifications, or was not shown it.
 * @throws {DomainProblem} `resource.not_found`, also for a notification of somebody else
 */
export async function explainNotification(sql: SqlTx, userId: string, id: string): Promise<NotificationWhy> {
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<NotificationWhy>(
    `SELECT ${WHY} ${FROM} WHERE recipient.user_id = $1 AND recipient.notification_id = $2`,
    [userId, id],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** What a user was not shown, or is not shown yet, newest first. */
export async function listWithheld(
  sql: SqlTx,
  userId: string,
  page: KeysetPage,
): Promise<{ items: NotificationWhy[]; next_cursor: string | null }> {
  const { rows } = await sql.query<NotificationWhy & { place: string }>(WITHHELD, [
    userId,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _place, ...why }) => why),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.id }) : null,
  };
}

/**
 * What was decided for a person: of an event, of all that one request has caused, or of late. What such an event told others
 * and not them is named too.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function explainDecisions(
  sql: SqlTx,
  personId: string,
  { event_id, correlation_id }: DecisionsQuery,
): Promise<NotificationDecisions> {
  if (!isUuid(personId)) throw new DomainProblem('resource.not_found');
  const known = await sql.query('SELECT FROM app_user WHERE id = $1', [personId]);
  if (known.rowCount === 0) throw new DomainProblem('resource.not_found');
  const asked = [personId, event_id ?? null, correlation_id || null, MOST];
  const { rows } = await sql.query<NotificationWhy>(DECISIONS, asked);
  if (event_id === undefined && !correlation_id) return { items: rows, not_for: [] };
  const others = await sql.query<{ id: string; title: string; audience: ExplainedAudience | null }>(
    NOT_FOR,
    asked,
  );
  return { items: rows, not_for: others.rows };
}

const named = (table: string, label: string, ids: string) => `COALESCE((
  SELECT jsonb_agg(${label} ORDER BY ${label}) FROM ${table}
  WHERE ${table === 'department' ? 'department' : 'course'}.id::text IN (
    SELECT jsonb_array_elements_text(notification.cause #> '{audience,${ids}}'))), '[]')`;

const AUDIENCE = `CASE WHEN notification.cause ? 'audience' THEN jsonb_build_object(
    'target_audience', notification.cause #> '{audience,target_audience}',
    'roles', notification.cause #> '{audience,role_names}',
    'departments', ${named('department', 'department.name', 'department_ids')},
    'courses', ${named('course JOIN subject ON subject.id = course.subject_id', 'subject.code', 'course_ids')},
    'users', notification.cause #> '{audience,users}') END`;

/** Of what was told with another event than its own, that one. */
const EVENT_ID = `COALESCE(notification.cause ->> 'event_id', notification.event_id::text)`;

const WHY = `notification.id, notification.kind, notification.title, notification.message, notification.category,
  about.code AS course, ${isoTime('notification.created_at')} AS created_at,
  jsonb_build_object('id', ${EVENT_ID}, 'type', notification.cause -> 'event_type',
    'service', notification.cause -> 'service', 'at', notification.cause -> 'at') AS event,
  ${AUDIENCE} AS audience,
  COALESCE(NULLIF(recipient.chosen_by, ''), 'important') AS chosen_by, recipient.decision,
  recipient.held_until IS NULL AS is_shown,
  CASE WHEN recipient.held_until < 'infinity' THEN ${isoTime('recipient.held_until')} END AS held_until,
  ARRAY(SELECT channel::text FROM notification_delivery AS way
    WHERE way.notification_id IN (notification.id, recipient.brief_id) AND way.user_id = recipient.user_id
    GROUP BY channel ORDER BY channel) AS went_by,
  ARRAY(SELECT DISTINCT channel::text FROM unnest(recipient.held_channels || recipient.digest_channels) AS channel
    WHERE channel <> 'in_app' ORDER BY 1) AS waits_for,
  CASE WHEN brief.id IS NOT NULL THEN jsonb_build_object('id', brief.id, 'title', brief.title,
    'at', ${isoTime('brief.created_at')}) END AS brief`;

const FROM = `FROM notification_recipient AS recipient
  JOIN notification ON notification.id = recipient.notification_id
  LEFT JOIN notification AS brief ON brief.id = recipient.brief_id
  LEFT JOIN course AS subject_of ON subject_of.id = notification.course_id
  LEFT JOIN subject AS about ON about.id = subject_of.subject_id`;

const WITHHELD = `
  SELECT ${WHY}, ${cursorTime('recipient.created_at')} AS place ${FROM}
  WHERE recipient.user_id = $1 AND recipient.held_until IS NOT NULL AND recipient.decision <> ''
    AND ($2::timestamptz IS NULL OR (recipient.created_at, recipient.notification_id) < ($2, $3::uuid))
  ORDER BY recipient.created_at DESC, recipient.notification_id DESC
  LIMIT $4`;

const DECISIONS = `
  SELECT ${WHY} ${FROM}
  WHERE recipient.user_id = $1 AND ($2::uuid IS NULL OR notification.event_id = $2 OR ${EVENT_ID} = $2::text)
    AND ($3::text IS NULL OR notification.correlation_id = $3)
  ORDER BY recipient.created_at DESC, recipient.notification_id DESC
  LIMIT $4`;

const NOT_FOR = `
  SELECT notification.id, notification.title, ${AUDIENCE} AS audience
  FROM notification
  WHERE ($2::uuid IS NULL OR notification.event_id = $2) AND ($3::text IS NULL OR notification.correlation_id = $3)
    AND NOT EXISTS (SELECT FROM notification_recipient AS recipient
      WHERE recipient.user_id = $1 AND recipient.notification_id = notification.id)
  ORDER BY notification.created_at DESC LIMIT $4`;
