import type { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { ofCourse, tellPeople } from '../notification/tell-people';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { listTakers } from './list-takers';
import { requestNotices, sayClass } from './request-notices';
import { readRequest } from './request-row';
import { sessionOfRequest, takeOpenRequest } from './take-request';
import { lockSession } from './take-session';

/**
 * A student takes back what nobody has decided yet.
 * @throws {DomainProblem} `resource.not_found` for another's, `attendance.request_over`
 */
export async function withdrawRequest(
  unitOfWork: UnitOfWork,
  asked: { actor: SignedIn; correlationId: string; timeZone: string; id: string },
): Promise<CorrectionRequest> {
  const { actor, correlationId, timeZone, id } = asked;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await lockSession(tx, await sessionOfRequest(tx, id), timeZone);
    if ((await readRequest(tx, actor, id)).student.id !== actor.userId)
      throw new DomainProblem('resource.not_found');
    const request = await takeOpenRequest(tx, id);
    await tx.query(
      `UPDATE attendance_request SET state = 'withdrawn', decided_at = now(), version = version + 1 WHERE id = $1`,
      [id],
    );
    await tellPeople(tx, {
      userIds: await listTakers(tx, session),
      kind: 'attendance',
      ...ofCourse(session.course_id, 'attendance'),
      priority: 'low',
      actionUrl: '/attendance/requests',
      write: ({ locale }) =>
        requestNotices(locale).withdrawn({
          code: session.course_code,
          when: sayClass(locale, session.held_on, clockTime(session.start_minute)),
          student: request.student_name,
        }),
    });
    return readRequest(tx, actor, id);
  });
}
