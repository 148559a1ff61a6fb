import {
  type NotificationCategory,
  NotificationChannel,
  type NotificationMode,
  NotificationPreset,
} from '@/lib/contracts/http/notification-category';
import { presets } from '@/lib/contracts/http/notification-presets';
import { prepared } from '@/lib/infra/db/sql';
import { inAudience } from './audience';

/** More than this many of one group that reach one reader within {@link FLOOD_MINUTES} are held back until it is over. */
export const FLOOD_LIMIT = 5;
export const FLOOD_MINUTES = 10;

/** `$25` to `$28`: what each preset says of the category, a text[] for each channel in the order of its presets. */
export const presetParameters = (category: NotificationCategory): string[][] =>
  NotificationChannel.options.map((channel) =>
    NotificationPreset.options.map((preset) => presets[preset][category][channel]),
  );

const muted = `(course.level = 'muted' AND (course.muted_until IS NULL OR course.muted_until > now()))`;

/**
 * What a reader wants on a channel: nobody's choice where it is mandatory or tells of what was held back, then the course's,
 * their own, their preset's. Nothing urgent waits for a digest, and nothing for one that never comes.
 */
const mode = (channel: NotificationChannel) => `
  CASE WHEN $24 OR rule.mandatory @> ARRAY['${channel}']::notification_channel[] THEN 'on'
    WHEN ${muted} THEN 'off'
    WHEN course.level = 'everything' AND '${channel}' <> 'sms' THEN 'on'
    ELSE COALESCE(preference.${channel}::text,
      ($${25 + NotificationChannel.options.indexOf(channel)}::text[])[
        array_position('{${NotificationPreset.options.join(',')}}'::text[], COALESCE(setting.preset, 'important'))])
  END`;
const orAtOnce = (channel: NotificationChannel) =>
  `CASE WHEN ${channel} = 'digest' AND digest IS NULL THEN 'on' ELSE ${channel} END AS ${channel}`;

const others = NotificationChannel.options.filter((channel) => channel !== 'in_app');

/** The channels, of those the sender asked for, for which the reader's mode is this one. */
const gathered = (wanted: NotificationMode, channels: readonly NotificationChannel[]) =>
  `array_remove(ARRAY[${channels
    .map(
      (channel) =>
        `CASE WHEN ${channel} = '${wanted}' AND '{${channel}}' <@ $22::text[] THEN '${channel}' END`,
    )
    .join(', ')}], NULL)::notification_channel[]`;

/**
 * One statement for any number of people. An urgent notification waits for nothing and nobody; a mandatory one waits for quiet
 * hours alone. Of all that would hold one back the last to end decides.
 */
export const FAN_OUT = prepared(`
  WITH content AS (
    INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority, action_url, correlation_id,
      announcement_id, announced_revision, category, course_id, group_key, command_id, expires_at, cause)
    VALUES ($1, $2, $3, $4, $5, $6, $7::announcement_priority, $8, $9, $15::uuid, $16::int, $17, $18::uuid, $19, $20,
      $21::timestamptz, $23::jsonb)
    ON CONFLICT DO NOTHING
    RETURNING id, created_at
  ), flood AS (
    SELECT count(*) >= ${FLOOD_LIMIT} AS is_possible
    FROM notification
    WHERE $19 <> '' AND group_key = $19 AND created_at > now() - interval '${FLOOD_MINUTES} minutes'
  ), reader AS MATERIALIZED (
    SELECT app_user.id, app_user.email AS email_address, app_user.phone AS sms_address, '' AS push_address,
      ${NotificationChannel.options.map((channel) => `${mode(channel)} AS ${channel}`).join(',\n      ')},
      CASE WHEN $7 <> 'urgent' AND setting.quiet_since <= now() THEN setting.quiet_until END AS quiet,
      CASE WHEN $7 <> 'urgent' THEN setting.paused_until END AS paused,
      CASE WHEN $7 <> 'urgent' THEN setting.digest_at END AS digest,
      CASE WHEN $7 <> 'urgent' AND flood.is_possible THEN (
        SELECT CASE WHEN count(*) >= ${FLOOD_LIMIT}
          THEN min(earlier.created_at) + interval '${FLOOD_MINUTES} minutes' END
        FROM notification_recipient AS had
        JOIN notification AS earlier ON earlier.id = had.notification_id
        WHERE had.user_id = app_user.id AND had.created_at > now() - interval '${FLOOD_MINUTES} minutes'
          AND earlier.group_key = $19 AND earlier.created_at > now() - interval '${FLOOD_MINUTES} minutes'
      ) END AS throttled,
      ${muted} IS TRUE AS is_muted,
      CASE WHEN $24 THEN ''
        WHEN rule.mandatory @> '{in_app}' THEN 'mandatory'
        WHEN ${muted} OR course.level = 'everything' THEN 'course'
        WHEN preference.in_app IS NOT NULL THEN 'own'
        WHEN setting.preset <> 'important' THEN setting.preset
        ELSE '' END AS chosen_by
    FROM app_user
    CROSS JOIN flood
    LEFT JOIN notification_rule AS rule ON rule.category = $17
    LEFT JOIN notification_setting AS setting ON setting.user_id = app_user.id
    LEFT JOIN notification_preference AS preference ON preference.user_id = app_user.id AND preference.category = $17
    LEFT JOIN notification_course_setting AS course
      ON course.user_id = app_user.id AND course.course_id = $18::uuid
    WHERE ${inAudience(10)} AND EXISTS (SELECT 1 FROM content)
  ), decided AS (
    SELECT reader.id, email_address, sms_address, push_address, digest, is_muted, chosen_by,
      ${NotificationChannel.options.map(orAtOnce).join(', ')},
      CASE WHEN wait.until > now() THEN wait.until END AS waits_until,
      CASE WHEN wait.until > now() THEN
        CASE wait.until WHEN throttled THEN 'throttled' WHEN paused THEN 'paused' ELSE 'quiet' END
      END AS decision
    FROM reader
    CROSS JOIN LATERAL (SELECT GREATEST(throttled, paused, quiet) AS until) AS wait
  ), recipient AS (
    INSERT INTO notification_recipient (notification_id, user_id, created_at, held_until, decision, chosen_by, waits_until,
      held_channels, digest_channels)
    SELECT content.id, decided.id, content.created_at,
      CASE WHEN in_app = 'off' OR NOT '{in_app}' <@ $22::text[] THEN 'infinity'
        WHEN in_app = 'digest' THEN digest
        ELSE waits_until END,
      CASE WHEN NOT '{in_app}' <@ $22::text[] THEN COALESCE(decision, '')
        WHEN in_app = 'off' THEN CASE WHEN is_muted THEN 'course_muted' ELSE 'off' END
        WHEN in_app = 'digest' THEN 'digest'
        ELSE COALESCE(decision, '') END,
      chosen_by, waits_until,
      CASE WHEN waits_until IS NULL THEN '{}' ELSE ${gathered('on', others)} END,
      CASE WHEN digest IS NULL THEN '{}' ELSE ${gathered('digest', NotificationChannel.options)} END
    FROM content, decided
    RETURNING user_id, held_until
  ), delivery AS (
    INSERT INTO notification_delivery (id, notification_id, user_id, channel, address)
    SELECT gen_random_uuid(), content.id, way.user_id, way.channel::notification_channel, way.address
    FROM content, (
      ${others.map((channel) => `SELECT id AS user_id, '${channel}' AS channel, ${channel}_address AS address FROM decided WHERE ${channel} = 'on' AND waits_until IS NULL`).join('\n      UNION ALL\n      ')}
    ) AS way
    WHERE ARRAY[way.channel] <@ $22::text[]
      AND (way.channel <> 'push' OR EXISTS (SELECT 1 FROM push_subscription WHERE push_subscription.user_id = way.user_id))
  )
  SELECT content.created_at, (SELECT count(*)::int FROM recipient) AS recipients,
    COALESCE((SELECT array_agg(user_id) FROM recipient WHERE held_until IS NOT NULL), '{}') AS held
  FROM content`);
