import type { AttendanceSession } from '@/lib/contracts/http/attendance';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { markAbsentAtClose } from './close-check-in';
import { readSession } from './read-roster';
import { CLOSES } from './session-row';
import { requireHeld, takeSession } from './take-session';
import { tellResult } from './tell-result';

interface Request {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
  readonly id: string;
}

/**
 * The attendance of a class is taken: from now on a change needs a reason. Its check-in ends, and who is to be absent at the
 * close is. A second time changes nothing.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `attendance.too_early`, `attendance.cancelled`
 */
export async function closeSession(unitOfWork: UnitOfWork, request: Request): Promise<AttendanceSession> {
  const { actor, id, timeZone, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    requireHeld(session);
    if (session.state === 'open') {
      if (session.absent_at_close && !session.isFrozen)
        await markAbsentAtClose(tx, { session, by: actor.userId, correlationId });
      await tx.query(`UPDATE attendance_session SET ${CLOSES}, closed_by = $2 WHERE id = $1`, [
        id,
        actor.userId,
      ]);
      await tellResult(tx, session, actor.userId);
    }
    return readSession(tx, { actor, id, timeZone });
  });
}

/**
 * Opens a closed roster again, as long as its marks can change. A second time changes nothing.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `attendance.frozen`
 */
export async function reopenSession(unitOfWork: UnitOfWork, request: Request): Promise<AttendanceSession> {
  const { actor, id, timeZone, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    if (session.isFrozen) throw new DomainProblem('attendance.frozen');
    if (session.state === 'closed') {
      await tx.query(
        `UPDATE attendance_session SET state = 'open', closed_at = NULL, closed_by = NULL, version = version + 1
         WHERE id = $1`,
        [id],
      );
      await tellResult(tx, session, actor.userId);
    }
    return readSession(tx, { actor, id, timeZone });
  });
}
