import type { ChannelHealth } from '@/lib/contracts/http/notification-channel';
import type { DeliveryTrail, InAppTrail, NotificationTrail } from '@/lib/contracts/http/notification-trail';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/**
 * Everything that is known of one reader's notification: each way, each state with its time.
 * @throws {DomainProblem} `resource.not_found`: no such notification, not for that reader, or not for the caller to see
 */
export async function readTrail(
  sql: SqlTx,
  asked: { id: string; userId: string; by: { userId: string; role: string } },
): Promise<NotificationTrail> {
  const { id, userId, by } = asked;
  if (!isUuid(id) || (userId !== by.userId && by.role !== 'admin'))
    throw new DomainProblem('resource.not_found');
  const shown = await sql.query<InAppTrail>(IN_APP, [id, userId]);
  const ways = await sql.query<DeliveryTrail>(DELIVERIES, [id, userId]);
  const inApp = shown.rows[0] ?? null;
  if (!inApp && ways.rows.length === 0) throw new DomainProblem('resource.not_found');
  return { notification_id: id, user_id: userId, in_app: inApp, deliveries: ways.rows };
}

/** Each channel out of the browser, also one that was never used. */
export async function readChannelHealth(sql: SqlTx): Promise<ChannelHealth[]> {
  return (await sql.query<ChannelHealth>(HEALTH)).rows;
}

const IN_APP = `
  SELECT ${isoTime('recipient.created_at')} AS queued_at,
    CASE WHEN recipient.held_until < 'infinity' THEN ${isoTime("nullif(recipient.held_until, 'infinity')")} END AS held_until,
    coalesce(recipient.held_until = 'infinity', false) AS is_never_shown, recipient.decision,
    ${isoTime('recipient.delivered_at')} AS delivered_at,
    (SELECT count(*)::int FROM notification_arrival AS arrival
      WHERE arrival.user_id = recipient.user_id AND arrival.notification_id = recipient.notification_id) AS screen_count,
    ${isoTime('recipient.seen_at')} AS seen_at, ${isoTime('recipient.read_at')} AS read_at
  FROM notification_recipient AS recipient
  WHERE recipient.notification_id = $1 AND recipient.user_id = $2`;

const DELIVERIES = `
  SELECT id, channel, status, attempts AS attempt_count, ${isoTime('queued_at')} AS queued_at,
    ${isoTime('sent_at')} AS sent_at, ${isoTime('delivered_at')} AS delivered_at, ${isoTime('failed_at')} AS failed_at,
    ${isoTime('next_try_at')} AS next_try_at, last_error AS error
  FROM notification_delivery WHERE notification_id = $1 AND user_id = $2
  ORDER BY channel, id`;

const HEALTH = `
  SELECT known.channel, CASE WHEN state.open_until IS NULL THEN 'closed'
      WHEN state.open_until > now() THEN 'open' ELSE 'half_open' END AS breaker,
    ${isoTime('state.open_until')} AS open_until, waiting.count AS queued_count,
    ${isoTime('waiting.oldest')} AS oldest_queued_at, ended.sent AS sent_count, ended.failed AS failed_count,
    coalesce(state.failures, 0) AS failures_in_row, ${isoTime('state.last_success_at')} AS last_success_at,
    ${isoTime('state.last_failure_at')} AS last_failure_at, state.last_error
  FROM unnest('{email,push,sms}'::notification_channel[]) WITH ORDINALITY AS known (channel, place)
  LEFT JOIN notification_channel_state AS state ON state.channel = known.channel
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, min(queued_at) AS oldest FROM notification_delivery AS delivery
    WHERE delivery.channel = known.channel AND delivery.next_try_at IS NOT NULL
  ) AS waiting
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE status IN ('sent', 'delivered'))::int AS sent,
      count(*) FILTER (WHERE status = 'failed')::int AS failed
    FROM notification_delivery AS delivery
    WHERE delivery.channel = known.channel AND delivery.status <> 'queued'
      AND delivery.queued_at > now() - interval '24 hours'
  ) AS ended
  ORDER BY known.place`;
