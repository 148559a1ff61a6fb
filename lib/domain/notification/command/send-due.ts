import * as z from 'zod';
import { eventDefinition } from '@/lib/contracts/events/catalogue';
import { Priority } from '@/lib/contracts/http/announcement';
import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { answerFailed } from './answer-failed';
import { type CommandRow, endCommand, lockDue } from './command-row';

/**
 * Publishes one scheduled command whose time has come, and says whether there was one. From here on it cannot be cancelled. The
 * schedule is a row, since the log keeps commands for a day.
 */
export async function sendDue(tx: EventfulTx): Promise<boolean> {
  const row = await lockDue(tx);
  if (!row) return false;
  const { expires_at } = readPayload(row);
  if (expires_at !== null && Date.parse(expires_at) <= Date.now()) {
    const reason = 'It expired before it could be sent';
    await endCommand(tx, row.id, { status: 'expired', reason });
    answerFailed(tx, { id: row.id, channel: 'in_app', reason });
    return true;
  }
  await tx.query(`UPDATE notification_command SET status = 'queued' WHERE id = $1`, [row.id]);
  publishCommand(tx, row.type, row.payload);
  return true;
}

const readPayload = ({ type, payload }: CommandRow) =>
  eventDefinition(type === 'SEND_BULK' ? 'SEND_BULK' : 'SCHEDULE_NOTIFICATION').payload.parse(payload);

/**
 * The command of a row, as its name says: one for a single recipient is called by its channel, or `SEND_IN_APP` where there
 * are several.
 */
function publishCommand(tx: EventfulTx, type: string, given: unknown): void {
  if (type === 'SEND_BULK') {
    const payload = eventDefinition('SEND_BULK').payload.parse(given);
    const recipient_type = RecipientType.parse(payload.recipient_type);
    tx.publish('SEND_BULK', { ...payload, recipient_type, priority: priorityOf(payload) });
    return;
  }
  const payload = eventDefinition('SEND_IN_APP').payload.parse(given);
  tx.publish(singleTypeOf(payload.channels), { ...payload, priority: priorityOf(payload) });
}

const RecipientType = z.enum(['all', 'role', 'department', 'course', 'users']);
const priorityOf = ({ priority }: { priority: string }) => Priority.safeParse(priority).data ?? 'normal';

const namedAfter = {
  email: 'SEND_EMAIL',
  sms: 'SEND_SMS',
  push: 'SEND_PUSH',
  in_app: 'SEND_IN_APP',
} as const;

export function singleTypeOf(channels: readonly string[]): (typeof namedAfter)[NotificationChannel] {
  const only = NotificationChannel.safeParse(channels.length === 1 ? channels[0] : 'in_app');
  return namedAfter[only.data ?? 'in_app'];
}
