import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { nextDigestOf } from '../notification-preference/queries';
import { HELD_COLUMNS, HELD_FROM, type HeldRow, readHeldReader } from './release-row';
import { releaseRows } from './release-rows';

/**
 * Sends one reader's digest that is due, and says when the next one is; in a stretch of quiet it comes when that is over.
 * False when there is none.
 */
export async function releaseDigest(tx: EventfulTx, universityTimeZone: string): Promise<boolean> {
  const { rows } = await tx.query<{ user_id: string }>(NEXT);
  const userId = rows[0]?.user_id;
  if (userId === undefined) return false;
  const { locale, hold } = await readHeldReader(tx, userId);
  if (hold) {
    await tx.query(PUT_OFF, [userId, hold.until]);
    return true;
  }
  const next = await nextDigestOf(tx, userId, universityTimeZone);
  await tx.query('UPDATE notification_setting SET digest_at = $2 WHERE user_id = $1', [userId, next]);
  const gathered = await tx.query<HeldRow>(GATHERED, [userId]);
  await tx.query(RELEASE, [userId, gathered.rows.map((row) => row.id)]);
  await releaseRows(tx, { userId, locale }, gathered.rows, 'digest');
  return true;
}

const NEXT = `
  SELECT user_id FROM notification_setting WHERE digest_at <= now() ORDER BY digest_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

const PUT_OFF = `
  WITH later AS (UPDATE notification_setting SET digest_at = $2 WHERE user_id = $1)
  UPDATE notification_recipient SET held_until = $2
  WHERE user_id = $1 AND digest_channels <> '{}' AND digest_channels @> '{in_app}' AND held_until < 'infinity'
    AND decision <> 'snoozed'`;

const GATHERED = `
  SELECT ${HELD_COLUMNS}, (recipient.digest_channels @> '{in_app}' AND recipient.held_until IS NOT NULL) AS is_shown,
    array_remove(recipient.digest_channels, 'in_app')::text[] AS channels
  ${HELD_FROM}
  WHERE recipient.user_id = $1 AND recipient.digest_channels <> '{}'
  ORDER BY notification.created_at DESC, notification.id
  FOR UPDATE OF recipient`;

const RELEASE = `
  UPDATE notification_recipient
  SET held_until = CASE WHEN digest_channels @> '{in_app}' AND decision <> 'snoozed' THEN NULL ELSE held_until END,
    digest_channels = '{}'
  WHERE user_id = $1 AND notification_id = ANY ($2::uuid[])`;
