import type { Priority } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellAlike } from '../notification/tell-people';
import { listOutstanding } from '../reach/queries';

/** A reminder that was never answered is not sent for ever. */
const MOST_ROUNDS = 14;

interface Reminder {
  announcement_id: string;
  every_seconds: number | null;
  rounds: number;
  title: string;
  content: string;
  priority: Priority;
  status: string;
  deleted: boolean;
  announced_revision: number;
}

/** Sends the next round of one reminder that is due and that nobody else is working on; says whether there was one. */
export async function remindDue(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM announcement_reminder WHERE next_at <= now() ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (!rows[0]) return false;
  await sendRound(tx, rows[0].id);
  return true;
}

/**
 * One round: those who have not answered at this moment are named in commands to the notification service. The reminder
 * ends by itself when nobody is left, when the announcement is not public any more, or after the last round. Returns how
 * many people were reminded.
 */
export async function sendRound(tx: EventfulTx, reminderId: string): Promise<number> {
  const { rows } = await tx.query<Reminder>(TAKE, [reminderId]);
  const reminder = rows[0];
  if (!reminder) return 0;
  const userIds =
    reminder.status === 'published' && !reminder.deleted
      ? await listOutstanding(tx, reminder.announcement_id)
      : [];
  tellAlike(tx, {
    userIds,
    kind: 'reminder',
    title: reminder.title,
    message: reminder.content,
    priority: reminder.priority,
    actionUrl: `/announcements/${reminder.announcement_id}`,
    announcement: { id: reminder.announcement_id, revision: reminder.announced_revision },
  });
  const rounds = reminder.rounds + (userIds.length > 0 ? 1 : 0);
  await tx.query(NOTE, [reminderId, rounds, endReason(reminder, rounds, userIds.length)]);
  return userIds.length;
}

function endReason(reminder: Reminder, rounds: number, outstanding: number): string | null {
  if (reminder.deleted) return 'deleted';
  if (reminder.status !== 'published') return reminder.status;
  if (outstanding === 0) return 'everybody_answered';
  if (reminder.every_seconds === null) return 'once';
  return rounds >= MOST_ROUNDS ? 'most_rounds' : null;
}

const TAKE = `
  SELECT reminder.announcement_id, reminder.every_seconds, reminder.rounds, announcement.title, announcement.content,
    announcement.priority, announcement.status, announcement.deleted_at IS NOT NULL AS deleted,
    announcement.announced_revision
  FROM announcement_reminder AS reminder JOIN announcement ON announcement.id = reminder.announcement_id
  WHERE reminder.id = $1 AND reminder.ended_at IS NULL FOR UPDATE OF reminder`;

// A round that was late does not make the next one early.
const NOTE = `
  UPDATE announcement_reminder SET rounds = $2, end_reason = $3,
    ended_at = CASE WHEN $3::text IS NULL THEN NULL ELSE now() END,
    next_at = CASE WHEN $3::text IS NULL THEN now() + make_interval(secs => every_seconds) END
  WHERE id = $1`;
