import type { CheckInWall } from '@/lib/contracts/http/check-in';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { ByStaff } from './find-check-in';
import { readWall } from './read-wall';
import { takeSession } from './take-session';
import { tellResult } from './tell-result';

/**
 * Somebody has looked at a doubtful check-in and lets it stand. Who did so first stays written down.
 * @throws {DomainProblem} `resource.not_found`, also where the student has not checked in; `auth.forbidden`
 */
export async function clearDoubt(
  unitOfWork: UnitOfWork,
  request: ByStaff & { correlationId: string; studentId: string },
): Promise<CheckInWall> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    const { rowCount } = await tx.query(CLEAR, [session.id, request.studentId, request.actor.userId]);
    if (rowCount === 0) throw new DomainProblem('resource.not_found');
    await tellResult(tx, session, request.actor.userId);
    return readWall(tx, request);
  });
}

const CLEAR = `
  UPDATE attendance_check_in SET cleared_at = coalesce(cleared_at, now()), cleared_by = coalesce(cleared_by, $3::uuid)
  WHERE session_id = $1 AND student_id = $2`;
