import type { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import type { DecideRequest } from '@/lib/contracts/http/attendance-correction-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { ofCourse, tellPeople } from '../notification/tell-people';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { listTakers } from './list-takers';
import { recordMarks } from './record-marks';
import { requestNotices, sayClass } from './request-notices';
import { readRequest } from './request-row';
import { sessionOfRequest, type TakenRequest, takeOpenRequest } from './take-request';
import { type TakenSession, takeSession } from './take-session';

interface Decision {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
  readonly id: string;
  readonly given: DecideRequest;
}

/**
 * Whoever takes the attendance of the class accepts or refuses what a student asks for. Accepted, the mark becomes what was
 * asked for, with the request as its reason; the student is told either way.
 * @throws {DomainProblem} `resource.not_found`, `attendance.request_over`, and what {@link recordMarks} refuses
 */
export async function decideRequest(unitOfWork: UnitOfWork, decision: Decision): Promise<CorrectionRequest> {
  const { actor, correlationId, timeZone, id, given } = decision;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await takeForDecision(tx, { actor, timeZone, id: await sessionOfRequest(tx, id) });
    const request = await takeOpenRequest(tx, id);
    const before = await readRequest(tx, actor, id);
    await tx.query(
      `UPDATE attendance_request SET state = $2::attendance_request_state, answer = $3, decided_by = $4,
         decided_at = now(), version = version + 1 WHERE id = $1`,
      [id, given.accept ? 'accepted' : 'refused', given.answer, actor.userId],
    );
    if (given.accept) await correct(tx, { decision, session, request });
    await tellOf(tx, { decision, session, request, from: before.mark.status ?? 'unmarked' });
    return readRequest(tx, actor, id);
  });
}

/** Who may not see a request is not told that it is there. */
async function takeForDecision(
  tx: EventfulTx,
  asked: { actor: SignedIn; timeZone: string; id: string },
): Promise<TakenSession> {
  try {
    return await takeSession(tx, asked);
  } catch (error) {
    if (error instanceof DomainProblem && error.code === 'auth.forbidden')
      throw new DomainProblem('resource.not_found');
    throw error;
  }
}

interface Told {
  readonly decision: Decision;
  readonly session: TakenSession;
  readonly request: TakenRequest;
}

async function correct(tx: EventfulTx, { decision, session, request }: Told): Promise<void> {
  const { actor, correlationId, given } = decision;
  const words = [`Asked for by ${request.student_name}: ${request.note}`, given.answer].filter(Boolean);
  await recordMarks(tx, {
    session,
    marks: [
      {
        student_id: request.student_id,
        status: request.wanted_status,
        custom_code: '',
        ...(given.mark_version === undefined ? {} : { version: given.mark_version }),
      },
    ],
    by: actor.userId,
    source: 'correction',
    reason: words.join(' – '),
    correlationId,
  });
}

async function tellOf(
  tx: EventfulTx,
  { decision, session, request, from }: Told & { from: string },
): Promise<void> {
  const { actor, given } = decision;
  const start = clockTime(session.start_minute);
  const common = {
    kind: 'attendance',
    actionUrl: '/attendance/requests',
    ...ofCourse(session.course_id, 'attendance'),
  } as const;
  await tellPeople(tx, {
    ...common,
    userIds: [request.student_id],
    priority: 'normal',
    write: ({ locale }) => {
      const about = { code: session.course_code, when: sayClass(locale, session.held_on, start) };
      const said = { ...about, by: actor.name, answer: given.answer };
      const notices = requestNotices(locale);
      return given.accept
        ? notices.accepted({ ...said, from, to: request.wanted_status })
        : notices.refused({ ...said, wanted: request.wanted_status });
    },
  });
  // The others see an accepted one by the mark that has changed.
  const others = (await listTakers(tx, session)).filter((userId) => userId !== actor.userId);
  if (given.accept || others.length === 0) return;
  await tellPeople(tx, {
    ...common,
    userIds: others,
    priority: 'low',
    write: ({ locale }) =>
      requestNotices(locale).refusedByOther({
        code: session.course_code,
        when: sayClass(locale, session.held_on, start),
        student: request.student_name,
        by: actor.name,
      }),
  });
}
