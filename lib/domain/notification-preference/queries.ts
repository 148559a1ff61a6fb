import * as z from 'zod';
import { NotificationPreset } from '@/lib/contracts/http/notification-category';
import {
  type CourseNotificationSetting,
  DigestTime,
  type MandatoryChannels,
  type NotificationRules,
  type NotificationSettings,
  type OwnModes,
  QuietWindow,
} from '@/lib/contracts/http/notification-preference';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { coursesWith } from '../course/queries';
import type { SignedIn } from '../session/authenticate';
import { nextDigest } from './plan-quiet';

/** How a user wants to be told; without a choice of their own the ordinary way, with version 0. */
export async function readNotificationSettings(
  sql: SqlTx,
  userId: string,
  universityTimeZone: string,
): Promise<NotificationSettings> {
  const { quiet_since, quiet_until, ...setting } = await readOwnSetting(sql, userId, universityTimeZone);
  const { rules } = await readNotificationRules(sql);
  const own = await sql.query<OwnModes>(OWN, [userId]);
  const courses = await sql.query<CourseNotificationSetting>(COURSES, [userId]);
  return {
    ...setting,
    quiet: quiet_since && quiet_until ? { since: quiet_since, until: quiet_until } : null,
    own: own.rows,
    mandatory: rules,
    courses: courses.rows,
  };
}

/** What a user has said of all their notifications alike, and the clock that they live by. */
export async function readOwnSetting(sql: SqlTx, userId: string, universityTimeZone: string) {
  const { rows } = await sql.query<{ time_zone: string | null; has_phone: boolean }>(SETTING, [userId]);
  const { time_zone = null, has_phone = false, ...row } = rows[0] ?? {};
  return { ...StoredSetting.parse(row), time_zone: time_zone ?? universityTimeZone, has_phone };
}

export async function readNotificationRules(sql: SqlTx): Promise<NotificationRules> {
  const { rows } = await sql.query<MandatoryChannels>(
    `SELECT category, mandatory::text[] AS channels FROM notification_rule
     WHERE cardinality(mandatory) > 0 ORDER BY category`,
  );
  const stored = await sql.query<Pick<NotificationRules, 'version' | 'changed'>>(CHANGED, [RULES_SETTING]);
  return { rules: rows, changed: null, version: 0, ...stored.rows[0] };
}

/** The rules as a user may see them: who made them is for administrators. */
export async function showNotificationRules(
  sql: SqlTx,
  actor: Pick<SignedIn, 'role'>,
): Promise<NotificationRules> {
  const rules = await readNotificationRules(sql);
  return actor.role === 'admin' ? rules : { ...rules, changed: null };
}

/** The row of `setting` that counts how often the rules were changed. */
export const RULES_SETTING = 'notification.rules';

/** When the next digest of a user is due, on their clock. */
export async function nextDigestOf(sql: SqlTx, userId: string, universityTimeZone: string): Promise<Date> {
  const { digest, time_zone } = await readOwnSetting(sql, userId, universityTimeZone);
  return new Date(nextDigest(digest, time_zone, Date.now()));
}

const StoredDigest = z.preprocess(
  (stored) => stored ?? { frequency: 'daily', weekday: 1, time: '18:00' },
  DigestTime,
);

/** What is missing is the default; a null stands for a user without a row. */
const StoredSetting = z.object({
  version: z
    .int()
    .nullish()
    .transform((version) => version ?? 0),
  preset: z.preprocess((preset) => preset ?? 'important', NotificationPreset),
  quiet_hours: z.preprocess((hours) => hours ?? [], z.array(QuietWindow)),
  quiet_since: z.string().nullable().default(null),
  quiet_until: z.string().nullable().default(null),
  paused_until: z.string().nullable().default(null),
  digest: StoredDigest,
  digest_at: z.string().nullable().default(null),
});

const DIGEST = `jsonb_build_object('frequency', setting.digest_frequency, 'weekday', setting.digest_weekday,
  'time', setting.digest_time)`;

const SETTING = `
  SELECT app_user.time_zone, app_user.phone <> '' AS has_phone, setting.version, setting.preset, setting.quiet_hours,
    ${isoTime('setting.quiet_since')} AS quiet_since, ${isoTime('setting.quiet_until')} AS quiet_until,
    CASE WHEN setting.paused_until > now() THEN ${isoTime('setting.paused_until')} END AS paused_until,
    CASE WHEN setting.user_id IS NOT NULL THEN ${DIGEST} END AS digest,
    ${isoTime('setting.digest_at')} AS digest_at
  FROM app_user LEFT JOIN notification_setting AS setting ON setting.user_id = app_user.id
  WHERE app_user.id = $1`;

const OWN = `
  SELECT category, in_app, email, sms, push FROM notification_preference WHERE user_id = $1 ORDER BY category`;

const COURSES = `
  SELECT course.id AS course_id, subject.code || ' ' || subject.name AS name, level.level,
    ${isoTime('level.muted_until')} AS muted_until
  FROM course
  JOIN subject ON subject.id = course.subject_id
  LEFT JOIN notification_course_setting AS level ON level.course_id = course.id AND level.user_id = $1
    AND (level.muted_until IS NULL OR level.muted_until > now())
  WHERE course.id = ANY (${coursesWith(1)})
  ORDER BY subject.code, course.section`;

const CHANGED = `
  SELECT (setting.value ->> 'version')::int AS version, jsonb_build_object('at', ${isoTime('setting.updated_at')}, 'by',
    CASE WHEN app_user.id IS NOT NULL THEN jsonb_build_object('id', app_user.id, 'name', app_user.name) END) AS changed
  FROM setting LEFT JOIN app_user ON app_user.id = setting.updated_by
  WHERE setting.name = $1`;
