import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { answerFailed } from './answer-failed';
import { answerTaken } from './answer-taken';
import { type Command, CommandRefused } from './command';
import { type CommandRow, endCommand, insertCommand, lockCommand } from './command-row';
import { channelsOf, judgeCommand } from './judge-command';
import { sendCommand } from './send-command';

export type Taken = 'sent' | 'scheduled' | 'refused' | 'answered again';

/**
 * Does what a command asks for, once: whoever asks again by its name is answered again and sends nothing. What is refused is
 * told to its sender. `isOwnBulk`: one that another part of this product has published; it is known by its notification
 * alone and has no row of its own, since there are many in a second.
 */
export async function takeCommand(
  tx: EventfulTx,
  given: Command,
  { isOwnBulk }: { isOwnBulk: boolean },
): Promise<Taken> {
  const isNew = isOwnBulk
    ? false
    : await insertCommand(tx, given, { status: 'queued', requestedBy: null, title: given.payload.title });
  const row = isNew ? undefined : await lockCommand(tx, given.id);
  if (row && (row.endedAt || row.status !== 'queued')) return answerAgain(tx, given, row);
  const command = row ? { ...given, correlationId: row.correlationId } : given;
  const isKept = isNew || row !== undefined;
  try {
    const ready = await judgeCommand(tx, command, !isKept);
    if (!row && (command.type === 'SCHEDULE_NOTIFICATION' || isToCome(ready.scheduledAt))) {
      requireToCome(ready.scheduledAt);
      await tx.query(`UPDATE notification_command SET status = 'scheduled' WHERE id = $1`, [command.id]);
      answerTaken(tx, { id: command.id, channel: ready.channels[0] ?? 'in_app', reason: '' });
      return 'scheduled';
    }
    const recipients = await sendCommand(tx, command, ready);
    if (isKept) await endCommand(tx, command.id, { status: 'queued', recipients: recipients ?? 0 });
    if (recipients !== null) return 'sent';
    answerTaken(tx, { id: command.id, channel: ready.channels[0] ?? 'in_app', reason: '' });
    return 'answered again';
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    const status = error.field === 'expires_at' && error.code === 'past' ? 'expired' : 'refused';
    if (isKept) await endCommand(tx, command.id, { status, reason: error.message });
    answerFailed(tx, { id: command.id, channel: channelOf(command), reason: error.message });
    return 'refused';
  }
}

const isToCome = (at: string | null): boolean => at !== null && Date.parse(at) > Date.now();

function requireToCome(at: string | null): void {
  if (at === null) throw new CommandRefused('scheduled_at', 'missing', 'A schedule needs its time');
  if (!isToCome(at)) throw new CommandRefused('scheduled_at', 'past', 'The time of the schedule has passed');
}

/** A command that is over, or waits, says once more how it stands. */
function answerAgain(tx: EventfulTx, command: Pick<Command, 'id'>, row: CommandRow): Taken {
  const answer = { id: command.id, channel: 'in_app', reason: row.reason } as const;
  if (row.status === 'scheduled' || row.status === 'queued') answerTaken(tx, answer);
  else answerFailed(tx, answer);
  return 'answered again';
}

function channelOf(command: Command) {
  try {
    return channelsOf(command)[0] ?? 'in_app';
  } catch {
    return 'in_app';
  }
}
