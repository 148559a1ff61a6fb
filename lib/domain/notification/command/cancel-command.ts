import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { answerFailed } from './answer-failed';
import { answerTaken } from './answer-taken';
import { cancelledFor, endCommand, lockCommand } from './command-row';

export interface Cancellation {
  readonly id: string;
  readonly reason: string;
}

/**
 * Takes back what is scheduled. Against the clock, in the second it is due, one of the two has the row first: then the command
 * is cancelled and its sender told that it failed for that reason; or it is on its way and the sender told that it is queued,
 * and too late to be cancelled.
 */
export async function cancelCommand(tx: EventfulTx, { id, reason }: Cancellation): Promise<void> {
  const row = await lockCommand(tx, id);
  const answer = (said: string) => ({ id, channel: 'in_app' as const, reason: said });
  if (!row) {
    answerFailed(tx, answer('There is nothing of this name to cancel'));
    return;
  }
  if (row.status === 'scheduled') {
    const said = cancelledFor(reason);
    await endCommand(tx, id, { status: 'cancelled', reason: said });
    answerFailed(tx, answer(said));
  } else if (row.status === 'queued') {
    answerTaken(tx, answer('Too late to cancel: it is sent'));
  } else {
    answerFailed(tx, answer(row.reason));
  }
}
