import type { Priority } from '@/lib/contracts/http/announcement';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { OuterChannel } from './outer-channel';
import { undeliverable } from './undeliverable-address';

/** How long whoever has taken one may try, s: longer than any attempt lasts. */
const LEASE_SECONDS = 120;

export interface DueDelivery {
  /** Of each attempt the same. */
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string | null;
  readonly address: string;
  /** With this one. */
  readonly attempts: number;
  readonly queued_at: Date;
  readonly title: string;
  readonly message: string;
  readonly action_url: string;
  readonly priority: Priority;
  readonly category: string;
  readonly correlation_id: string;
  /** Of the recipient. */
  readonly locale: string | null;
  readonly expires_at: Date | null;
  /** Whether its reader may say that mail of this sort is enough: not where it is mandatory, nor of what tells of others. */
  readonly may_unsubscribe: boolean;
  /** Why it is not to be tried at all. */
  readonly obstacle: string | null;
}

/**
 * Takes deliveries of a channel that are due, longest due first, and that nobody else has taken. They are put off before
 * they are tried: whoever dies in between has them tried again. None while the breaker is open; one, by one process, to
 * see whether it can be closed.
 */
export async function takeDeliveries(
  sql: SqlTx,
  channel: OuterChannel,
  most: number,
): Promise<readonly DueDelivery[]> {
  return (await sql.query<DueDelivery>(TAKE, [channel, most])).rows;
}

const TAKE = prepared(`
  WITH probe AS (
    UPDATE notification_channel_state SET open_until = now() + interval '${LEASE_SECONDS} seconds'
    WHERE channel = $1::notification_channel AND open_until <= now() AND EXISTS (
      SELECT 1 FROM notification_delivery WHERE channel = $1::notification_channel AND next_try_at <= now())
    RETURNING 1
  ), due AS (
    SELECT id FROM notification_delivery
    WHERE channel = $1::notification_channel AND next_try_at <= now()
    ORDER BY next_try_at
    LIMIT (SELECT CASE WHEN EXISTS (SELECT 1 FROM probe) THEN 1
      WHEN EXISTS (
        SELECT 1 FROM notification_channel_state
        WHERE channel = $1::notification_channel AND open_until IS NOT NULL) THEN 0
      ELSE $2::int END)
    FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE notification_delivery AS delivery
    SET attempts = delivery.attempts + 1, next_try_at = now() + interval '${LEASE_SECONDS} seconds'
    FROM due WHERE delivery.id = due.id
    RETURNING delivery.id, delivery.notification_id, delivery.user_id, delivery.channel, delivery.address,
      delivery.attempts, delivery.queued_at
  )
  SELECT taken.id, taken.notification_id, taken.user_id, taken.address, taken.attempts, taken.queued_at,
    notification.title, notification.message, notification.action_url, notification.priority, notification.category,
    notification.correlation_id, notification.expires_at, app_user.locale,
    taken.channel = 'email' AND app_user.id IS NOT NULL AND notification.kind NOT IN ('brief', 'digest')
      AND NOT EXISTS (SELECT 1 FROM notification_rule AS rule
        WHERE rule.category = notification.category AND rule.mandatory @> '{email}')
      AND NOT EXISTS (SELECT 1 FROM notification_course_setting AS course
        WHERE course.user_id = taken.user_id AND course.course_id = notification.course_id
          AND course.level = 'everything') AS may_unsubscribe,
    CASE WHEN notification.withdrawn_at IS NOT NULL THEN 'withdrawn'
      WHEN notification.expires_at <= now() THEN 'expired'
      WHEN app_user.status <> 'active' THEN 'account not active'
      WHEN taken.address = '' AND taken.channel <> 'push' THEN 'no address'
      WHEN taken.channel = 'email' AND ${undeliverable('taken.address')} THEN 'mail to this address comes back' END AS obstacle
  FROM taken
  JOIN notification ON notification.id = taken.notification_id
  LEFT JOIN app_user ON app_user.id = taken.user_id`);
