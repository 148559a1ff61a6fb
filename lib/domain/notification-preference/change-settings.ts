import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import type {
  ChangeNotificationSettings,
  SetCourseNotifications,
} from '@/lib/contracts/http/notification-preference-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { coursesWith } from '../course/queries';
import { DomainProblem } from '../problem';
import { planSettings } from './plan-settings';
import { readNotificationSettings } from './queries';

interface OwnRequest {
  readonly userId: string;
  readonly correlationId: string;
  readonly universityTimeZone: string;
}

/**
 * Changes how a user is told; what is left out stays. What waits by settings that are not so any more is released within a
 * second.
 * @throws {DomainProblem} `precondition.failed` with what another tab has saved
 */
export async function changeSettings(
  unitOfWork: UnitOfWork,
  request: OwnRequest & { ifMatch: number; change: ChangeNotificationSettings },
): Promise<NotificationSettings> {
  const { userId, ifMatch, change } = request;
  return changed(unitOfWork, request, async (tx, before) => {
    if (before.version !== ifMatch) throw new DomainProblem('precondition.failed', { current: before });
    const digest = change.digest ?? before.digest;
    await tx.query(WRITE, [
      userId,
      change.preset ?? before.preset,
      JSON.stringify(change.quiet_hours ?? before.quiet_hours),
      change.paused_until === undefined ? before.paused_until : change.paused_until,
      digest.frequency,
      digest.weekday,
      digest.time,
    ]);
    if (change.digest)
      await tx.query('UPDATE notification_setting SET digest_at = NULL WHERE user_id = $1', [userId]);
    if (change.preset) await tx.query('DELETE FROM notification_preference WHERE user_id = $1', [userId]);
    for (const own of change.own ?? []) await preferMode(tx, userId, own);
    if (change.own) await tx.query(TIDY, [userId]);
    return 'done';
  });
}

/** Channels left out stay. */
export async function preferMode(
  tx: SqlTx,
  userId: string,
  { category, ...modes }: NonNullable<ChangeNotificationSettings['own']>[number],
): Promise<void> {
  const given = NotificationChannel.options.map((channel) => modes[channel] !== undefined);
  const values = NotificationChannel.options.map((channel) => modes[channel] ?? null);
  await tx.query(PREFER, [userId, category, given, values]);
}

/**
 * Mutes a course for a user, or lets everything of it through; `null` takes that back.
 * @throws {DomainProblem} `resource.not_found` for a course that the user is not in
 */
export async function setCourse(
  unitOfWork: UnitOfWork,
  request: OwnRequest & { courseId: string; set: SetCourseNotifications | null },
): Promise<NotificationSettings> {
  const { userId, courseId, set } = request;
  if (!isUuid(courseId)) throw new DomainProblem('resource.not_found');
  return changed(unitOfWork, request, async (tx) => {
    const { rows } = await tx.query<{ is_in: boolean }>(
      `SELECT $2::uuid = ANY (${coursesWith(1)}) AS is_in`,
      [userId, courseId],
    );
    if (!rows[0]?.is_in) throw new DomainProblem('resource.not_found');
    if (set) await tx.query(SET_COURSE, [userId, courseId, set.level, set.muted_until]);
    else
      await tx.query('DELETE FROM notification_course_setting WHERE user_id = $1 AND course_id = $2', [
        userId,
        courseId,
      ]);
    return 'done';
  });
}

/**
 * Every change makes a new version, is planned, and is told to the user's other tabs.
 * @throws {DomainProblem} `resource.not_found` for an account that is not in use
 */
export async function changed(
  unitOfWork: UnitOfWork,
  { userId, correlationId, universityTimeZone }: OwnRequest,
  work: (tx: SqlTx, before: NotificationSettings) => Promise<'done' | 'nothing'>,
): Promise<NotificationSettings> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    await tx.query(HAVE_ROW, [userId]);
    const { rowCount } = await tx.query('SELECT FROM notification_setting WHERE user_id = $1 FOR UPDATE', [
      userId,
    ]);
    if (rowCount === 0) throw new DomainProblem('resource.not_found');
    const before = await readNotificationSettings(tx, userId, universityTimeZone);
    if ((await work(tx, before)) === 'nothing') return before;
    await tx.query('UPDATE notification_setting SET version = version + 1 WHERE user_id = $1', [userId]);
    await planSettings(tx, userId, universityTimeZone);
    const after = await readNotificationSettings(tx, userId, universityTimeZone);
    tellTabs(tx, userId, before.version, after.version);
    return after;
  });
}

/** The contract has no event for preferences; they are part of the profile. */
function tellTabs(tx: EventfulTx, userId: string, before: number, after: number): void {
  tx.publish('PROFILE_UPDATED', {
    user_id: userId,
    changes: { notification_settings: { old_value: before, new_value: after } },
    updated_by: userId,
    updated_at: new Date().toISOString(),
  });
}

const HAVE_ROW = `
  INSERT INTO notification_setting (user_id, version)
  SELECT id, 0 FROM app_user WHERE id = $1 AND status = 'active'
  ON CONFLICT DO NOTHING`;

const WRITE = `
  UPDATE notification_setting SET preset = $2, quiet_hours = $3::jsonb, paused_until = $4, digest_frequency = $5,
    digest_weekday = $6, digest_time = $7
  WHERE user_id = $1`;

const PREFER = `
  INSERT INTO notification_preference AS own (user_id, category, in_app, email, sms, push)
  VALUES ($1, $2, ($4::notification_mode[])[1], ($4::notification_mode[])[2], ($4::notification_mode[])[3],
    ($4::notification_mode[])[4])
  ON CONFLICT (user_id, category) DO UPDATE SET
    in_app = CASE WHEN ($3::boolean[])[1] THEN excluded.in_app ELSE own.in_app END,
    email = CASE WHEN ($3::boolean[])[2] THEN excluded.email ELSE own.email END,
    sms = CASE WHEN ($3::boolean[])[3] THEN excluded.sms ELSE own.sms END,
    push = CASE WHEN ($3::boolean[])[4] THEN excluded.push ELSE own.push END`;

const TIDY = `
  DELETE FROM notification_preference
  WHERE user_id = $1 AND in_app IS NULL AND email IS NULL AND sms IS NULL AND push IS NULL`;

const SET_COURSE = `
  INSERT INTO notification_course_setting (user_id, course_id, level, muted_until) VALUES ($1, $2, $3, $4)
  ON CONFLICT (user_id, course_id) DO UPDATE SET level = excluded.level, muted_until = excluded.muted_until`;
