import type { CheckInWall } from '@/lib/contracts/http/check-in';
import type { StartCheckIn } from '@/lib/contracts/http/check-in-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { ByStaff } from './find-check-in';
import { readWall } from './read-wall';
import { requireMarkable, takeSession } from './take-session';
import { tellResult } from './tell-result';

interface StaffRequest extends ByStaff {
  readonly correlationId: string;
}

/**
 * From now on students may check in; while they may already, how it goes on.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `check_in.closed`, `attendance.cancelled`,
 * `attendance.too_early`, `attendance.frozen`, `request.invalid` for an end that has passed
 */
export async function startCheckIn(
  unitOfWork: UnitOfWork,
  request: StaffRequest & { given: StartCheckIn },
): Promise<CheckInWall> {
  const { given } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    if (session.state === 'closed') throw new DomainProblem('check_in.closed');
    requireMarkable(session);
    const { rowCount } = await tx.query(START, [
      session.id,
      timeOf(given.ends_at),
      timeOf(given.late_after),
      given.absent_at_close,
    ]);
    if (rowCount === 0) throw wrongField('ends_at', 'past', 'Must be a time to come');
    await tellResult(tx, session, request.actor.userId);
    return readWall(tx, request);
  });
}

/**
 * Codes are shown and taken no more. Once more changes nothing.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function stopCheckIn(unitOfWork: UnitOfWork, request: StaffRequest): Promise<CheckInWall> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    const { rowCount } = await tx.query(STOP, [session.id]);
    if (rowCount > 0) await tellResult(tx, session, request.actor.userId);
    return readWall(tx, request);
  });
}

/** Years and offsets that a clock may write and the database would not read are read here. */
const timeOf = (instant: string | null) => (instant === null ? null : new Date(instant));

/** SQL: the column keeps milliseconds, and would round a moment of this transaction into the time to come. */
const NOW = "date_trunc('milliseconds', now())";

const STOP = `
  UPDATE attendance_session SET check_in_until = ${NOW}
  WHERE id = $1 AND check_in_from IS NOT NULL AND (check_in_until IS NULL OR check_in_until > now())`;

const START = `
  UPDATE attendance_session SET check_in_until = $2, late_after = $3, absent_at_close = $4,
    check_in_from = CASE WHEN check_in_from IS NULL OR check_in_until <= now() THEN ${NOW} ELSE check_in_from END
  WHERE id = $1 AND ($2::timestamptz IS NULL OR $2 > now())`;
