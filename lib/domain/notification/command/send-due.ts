import { eventDefinition } from '@/lib/contracts/events/catalogue';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { answerFailed } from './answer-failed';
import { type CommandRow, endCommand, lockDue } from './command-row';
import { publishBulk, publishSingle } from './publish-command';

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
  if (row.type === 'SEND_BULK') publishBulk(tx, eventDefinition('SEND_BULK').payload.parse(row.payload));
  else publishSingle(tx, eventDefinition('SEND_IN_APP').payload.parse(row.payload));
  return true;
}

const readPayload = ({ type, payload }: CommandRow) =>
  eventDefinition(type === 'SEND_BULK' ? 'SEND_BULK' : 'SCHEDULE_NOTIFICATION').payload.parse(payload);
