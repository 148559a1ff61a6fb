import type { SqlTx } from '@/lib/infra/db/sql';
import { nextDigest, nextQuiet } from './plan-quiet';
import { readOwnSetting } from './queries';

/**
 * Writes down, in absolute time, the stretch of quiet of a user that is on or comes next, and their next digest; to be called
 * whenever the hours or the zone are others, or the stretch is over. A digest that is due already stays due.
 */
export async function planSettings(sql: SqlTx, userId: string, universityTimeZone: string): Promise<void> {
  const { quiet_hours, digest, digest_at, time_zone } = await readOwnSetting(sql, userId, universityTimeZone);
  const now = Date.now();
  const quiet = nextQuiet(quiet_hours, time_zone, now);
  const isDue = digest_at !== null && Date.parse(digest_at) <= now;
  const digestAt = isDue ? new Date(digest_at) : new Date(nextDigest(digest, time_zone, now));
  await sql.query(PLAN, [userId, quiet && new Date(quiet.since), quiet && new Date(quiet.until), digestAt]);
  await sql.query(HOLD_ANEW, [userId, digestAt]);
}

/** Plans anew for one user whose stretch of quiet is over. False when there is none. */
export async function planNextQuiet(sql: SqlTx, universityTimeZone: string): Promise<boolean> {
  const { rows } = await sql.query<{ user_id: string }>(OVER);
  const userId = rows[0]?.user_id;
  if (userId === undefined) return false;
  await planSettings(sql, userId, universityTimeZone);
  return true;
}

const OVER = `
  SELECT user_id FROM notification_setting WHERE quiet_until <= now() ORDER BY quiet_until LIMIT 1
  FOR UPDATE SKIP LOCKED`;

const PLAN = `
  UPDATE notification_setting SET quiet_since = $2, quiet_until = $3, digest_at = $4 WHERE user_id = $1`;

/** What waits, waits for what is planned now: no longer than before where nothing holds it any more. */
const HOLD_ANEW = `
  UPDATE notification_recipient AS recipient
  SET held_until = CASE
      WHEN held_until = 'infinity' OR held_until IS NULL THEN held_until
      WHEN digest_channels @> '{in_app}' THEN $2
      WHEN waits_until IS NOT NULL THEN hold.until
      ELSE held_until END,
    waits_until = CASE WHEN waits_until IS NOT NULL THEN hold.until END,
    decision = CASE WHEN recipient.decision IN ('quiet', 'paused') THEN COALESCE(hold.decision, recipient.decision)
      ELSE recipient.decision END
  FROM (
    SELECT COALESCE(GREATEST(paused, quiet), now()) AS until,
      CASE WHEN paused > COALESCE(quiet, '-infinity') THEN 'paused' WHEN quiet IS NOT NULL THEN 'quiet' END AS decision
    FROM (
      SELECT CASE WHEN paused_until > now() THEN paused_until END AS paused,
        CASE WHEN quiet_since <= now() AND quiet_until > now() THEN quiet_until END AS quiet
      FROM notification_setting WHERE user_id = $1
    ) AS on_now
  ) AS hold
  WHERE recipient.user_id = $1 AND (recipient.waits_until IS NOT NULL OR recipient.digest_channels <> '{}')
    AND recipient.decision NOT IN ('snoozed', 'throttled')`;
