import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { HELD_COLUMNS, HELD_FROM, type HeldRow, readHeldReader, WAITS_TO_BE_SHOWN } from './release-row';
import { releaseRows } from './release-rows';
import { showAgain } from './show-again';

/**
 * Releases all that has waited long enough for one reader; what meanwhile waits for another stretch of quiet goes on
 * waiting. False when there is nobody.
 */
export async function releaseHeld(tx: EventfulTx): Promise<boolean> {
  const userId = await claimReader(tx);
  if (userId === null) return false;
  const { locale, hold } = await readHeldReader(tx, userId);
  if (hold) {
    await tx.query(HOLD_ON, [userId, hold.until, hold.decision]);
    return true;
  }
  const { rows } = await tx.query<HeldRow>(DUE, [userId]);
  await tx.query(RELEASE, [userId, rows.map((row) => row.id)]);
  const isFlood = rows.every((row) => row.decision === 'throttled');
  const groups = isFlood ? [...new Set(rows.map((row) => row.group_key))] : [null];
  for (const group of groups) {
    const together = group === null ? rows : rows.filter((row) => row.group_key === group);
    await releaseRows(tx, { userId, locale }, together, isFlood ? 'flood' : 'quiet');
  }
  return true;
}

/** Shows again what its reader has put off until now, one. False when there is none. */
export async function wakeSnoozed(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<{ notification_id: string; user_id: string }>(SNOOZED);
  const row = rows[0];
  if (!row) return false;
  await showAgain(tx, row.user_id, row.notification_id);
  return true;
}

/** One reader for whom something is due, and whom nobody else releases at this moment. */
async function claimReader(tx: SqlTx): Promise<string | null> {
  const { rows } = await tx.query<{ user_id: string }>(CANDIDATES);
  for (const { user_id } of rows) {
    const claimed = await tx.query<{ is_ours: boolean }>(CLAIM, [user_id]);
    if (claimed.rows[0]?.is_ours) return user_id;
  }
  return null;
}

const CANDIDATES = `
  SELECT user_id FROM notification_recipient WHERE waits_until <= now() AND decision <> 'snoozed'
  GROUP BY user_id ORDER BY min(waits_until) LIMIT 20`;

const CLAIM = `SELECT pg_try_advisory_xact_lock(hashtextextended('release ' || $1::text, 0)) AS is_ours`;

const HOLD_ON = `
  UPDATE notification_recipient AS recipient
  SET waits_until = $2, held_until = CASE WHEN ${WAITS_TO_BE_SHOWN} THEN $2 ELSE held_until END,
    decision = CASE WHEN decision IN ('quiet', 'paused', 'throttled') THEN $3 ELSE decision END
  WHERE user_id = $1 AND waits_until <= now() AND decision <> 'snoozed'`;

const DUE = `
  SELECT ${HELD_COLUMNS}, COALESCE(${WAITS_TO_BE_SHOWN}, false) AS is_shown,
    recipient.held_channels::text[] AS channels
  ${HELD_FROM}
  WHERE recipient.user_id = $1 AND recipient.waits_until <= now() AND recipient.decision <> 'snoozed'
  ORDER BY notification.created_at DESC, notification.id
  FOR UPDATE OF recipient`;

const RELEASE = `
  UPDATE notification_recipient AS recipient
  SET held_until = CASE WHEN ${WAITS_TO_BE_SHOWN} THEN NULL ELSE held_until END, waits_until = NULL, held_channels = '{}'
  WHERE user_id = $1 AND notification_id = ANY ($2::uuid[])`;

const SNOOZED = `
  SELECT notification_id, user_id FROM notification_recipient
  WHERE waits_until <= now() AND decision = 'snoozed'
  ORDER BY waits_until LIMIT 1 FOR UPDATE SKIP LOCKED`;
