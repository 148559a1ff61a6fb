import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { announcementPayload } from './announcement-payload';
import { makePublic } from './publish-announcement';
import { lockAnnouncement } from './take-authored';

/**
 * Publishes one announcement whose time has come and that nobody else is working on, and says whether there was one. The
 * schedule is a row of the database, so it outlives restarts and every retention of the log.
 */
export async function publishDue(tx: EventfulTx): Promise<boolean> {
  const id = await nextDue(tx, `status = 'scheduled' AND scheduled_for <= now()`, 'scheduled_for');
  const announcement = id && (await lockAnnouncement(tx, id, null));
  if (!announcement) return false;
  await makePublic(tx, announcement, null);
  return true;
}

/** Ends one announcement whose time is over, and says whether there was one. */
export async function expireDue(tx: EventfulTx): Promise<boolean> {
  const id = await nextDue(tx, `status = 'published' AND expires_at <= now()`, 'expires_at');
  const announcement = id && (await lockAnnouncement(tx, id, null));
  if (!announcement) return false;
  await tx.query(
    `UPDATE announcement SET status = 'expired', version = version + 1, changed_by = NULL, changed_at = now()
     WHERE id = $1`,
    [id],
  );
  const expired: AnnouncementView = {
    ...announcement,
    status: 'expired',
    version: announcement.version + 1,
  };
  tx.publish('ANNOUNCEMENT_EXPIRED', {
    ...announcementPayload(expired),
    expired_at: new Date().toISOString(),
  });
  return true;
}

/** Several processes keep the time: what one has locked the others pass over. */
async function nextDue(tx: EventfulTx, condition: string, order: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM announcement WHERE ${condition} AND deleted_at IS NULL
     ORDER BY ${order} LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return rows[0]?.id;
}
