import { v7 as uuidv7 } from 'uuid';
import type { Reach } from '@/lib/contracts/http/reach';
import type { RemindAnnouncement } from '@/lib/contracts/http/reach-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { measureReach } from './measure-reach';
import { sendRound } from './send-reminder-round';
import { takeAuthored } from './take-authored';

const SECONDS: Readonly<Record<RemindAnnouncement['every'], number | null>> = {
  once: null,
  hour: 3_600,
  day: 86_400,
};

/** Two clicks within this are one. */
const PAUSE_MS = 60_000;

/**
 * Reminds everybody who has not answered: now, and if wished again and again until all have. A reminder that runs already
 * ends with it.
 * @throws {DomainProblem} `announcement.nobody_outstanding`, `announcement.reminded_just_now`,
 * `announcement.not_published`, `resource.not_found`, `auth.forbidden`
 */
export async function remindOutstanding(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; every: RemindAnnouncement['every'] },
): Promise<Reach> {
  const { actor, id } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement } = await takeAuthored(tx, request);
    if (announcement.status !== 'published') throw new DomainProblem('announcement.not_published');
    const before = await measureReach(tx, actor, id);
    const { reminder } = before;
    if (reminder && Date.parse(reminder.started_at) > Date.now() - PAUSE_MS)
      throw new DomainProblem('announcement.reminded_just_now');
    await tx.query(END_RUNNING, [id, 'replaced']);
    const reminderId = uuidv7();
    await tx.query(START, [reminderId, id, actor.userId, SECONDS[request.every]]);
    const sent = await sendRound(tx, reminderId);
    if (sent === 0) throw new DomainProblem('announcement.nobody_outstanding');
    return measureReach(tx, actor, id);
  });
}

/** Ends a running reminder; without one it changes nothing. @throws {DomainProblem} as {@link remindOutstanding} */
export async function stopReminding(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string },
): Promise<Reach> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    await takeAuthored(tx, request);
    await tx.query(END_RUNNING, [request.id, 'stopped']);
    return measureReach(tx, request.actor, request.id);
  });
}

const END_RUNNING = `
  UPDATE announcement_reminder SET next_at = NULL, ended_at = now(), end_reason = $2
  WHERE announcement_id = $1 AND ended_at IS NULL`;

const START = `
  INSERT INTO announcement_reminder (id, announcement_id, started_by, every_seconds, next_at)
  VALUES ($1, $2, $3, $4, now())`;
