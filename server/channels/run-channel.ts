import { notAsked, noteAnswer, noteFailure } from '@/lib/domain/notification-channel/note-channel';
import { markFailed, markSent, putOff } from '@/lib/domain/notification-channel/settle-delivery';
import { type DueDelivery, takeDeliveries } from '@/lib/domain/notification-channel/take-deliveries';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { type RunningTurns, runTurns } from '@/server/turns/run-turns';
import type { ChannelPort, NotYet, Outcome } from './channel-port';

/** How late what is due may leave, ms. */
const TICK_MS = 1_000;
/** What no channel has taken by then is of no use any more. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = { down: 60, later: 600 };

export interface ChannelServices {
  readonly sql: SqlTx;
  readonly unitOfWork: UnitOfWork;
  readonly onError: (error: unknown) => void;
}

/** Sends what is due on one channel. Any number of processes may: each takes its own. */
export function runChannel(services: ChannelServices, port: ChannelPort): RunningTurns {
  return runTurns({
    everyMs: TICK_MS,
    turn: () => sendDue(services, port),
    onError: services.onError,
  });
}

/** Sends as many as the channel may have at once; `again` when there may be more. */
export async function sendDue(services: ChannelServices, port: ChannelPort): Promise<'again' | 'wait'> {
  const due = await takeDeliveries(services.sql, port.channel, port.atOnce);
  const settled = await Promise.allSettled(due.map((delivery) => sendOne(services, port, delivery)));
  for (const each of settled) if (each.status === 'rejected') services.onError(each.reason);
  return due.length > 0 ? 'again' : 'wait';
}

async function sendOne(services: ChannelServices, port: ChannelPort, due: DueDelivery): Promise<void> {
  const { sql, unitOfWork } = services;
  const outcome = await attempt(services, port, due);
  await unitOfWork.run({ correlationId: due.correlation_id }, async (tx) => {
    if (outcome.is === 'sent') return markSent(tx, due);
    if (outcome.is === 'refused' || outcome.is === 'pointless') return markFailed(tx, due, outcome.reason);
    if (Date.now() - due.queued_at.getTime() > GIVE_UP_AFTER_MS)
      return markFailed(tx, due, `given up after ${due.attempts} attempts: ${outcome.reason}`);
    return putOff(tx, due, { reason: outcome.reason, seconds: secondsUntilNext(due.attempts, outcome) });
  });
  if (outcome.is === 'pointless') await notAsked(sql, port.channel);
  else if (outcome.is === 'down') await noteFailure(sql, port.channel, outcome.reason);
  else await noteAnswer(sql, port.channel, outcome.is === 'sent');
}

async function attempt(services: ChannelServices, port: ChannelPort, due: DueDelivery): Promise<Outcome> {
  if (due.obstacle !== null) return { is: 'pointless', reason: due.obstacle };
  try {
    const outcome = await port.send(due);
    return outcome.is === 'sent' ? outcome : { ...outcome, reason: outcome.reason.slice(0, 500) };
  } catch (error) {
    services.onError(error);
    return { is: 'down', reason: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
  }
}

/** Twice as long each time, a little apart from each other, so that they do not all come back at once. */
function secondsUntilNext(attempts: number, { is, afterSeconds }: NotYet): number {
  if (afterSeconds !== undefined) return Math.min(Math.max(afterSeconds, 1), 3_600);
  const wait = FIRST_WAIT_SECONDS * 2 ** Math.min(attempts - 1, 10);
  return Math.min(wait, LONGEST_WAIT_SECONDS[is]) * (0.8 + Math.random() * 0.4);
}
