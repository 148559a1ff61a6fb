import { v7 as uuidv7 } from 'uuid';
import type { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import type { AskCorrection } from '@/lib/contracts/http/attendance-correction-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { ofCourse, tellPeople } from '../notification/tell-people';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { listTakers } from './list-takers';
import { readUpload, type Upload } from './read-upload';
import { requestNotices, sayClass } from './request-notices';
import { readRequest } from './request-row';
import { lockSession, type TakenSession } from './take-session';

/**
 * A student asks for the own mark of a class to be another; those who take its attendance are told.
 * @throws {DomainProblem} `resource.not_found` for a class of a course they are not in, `attendance.frozen`,
 * `attendance.too_early`, `attendance.request_open`, `attendance.marked_so`, `request.invalid` for a wrong file
 */
export async function askCorrection(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; timeZone: string; given: AskCorrection },
): Promise<CorrectionRequest> {
  const { actor, correlationId, timeZone, given } = request;
  const file = given.file && (await readUpload(given.file));
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await lockSession(tx, given.session_id, timeZone);
    await requireOwn(tx, actor, session);
    if (session.isEarly) throw new DomainProblem('attendance.too_early');
    if (session.isFrozen) throw new DomainProblem('attendance.frozen');
    await requireSense(tx, actor, { session, wanted: given.wanted_status });
    const id = uuidv7();
    await tx.query(
      `INSERT INTO attendance_request (id, session_id, student_id, wanted_status, note)
       VALUES ($1, $2, $3, $4::attendance_status, $5)`,
      [id, session.id, actor.userId, given.wanted_status, given.note],
    );
    if (file) await keepFile(tx, id, file);
    const made = await readRequest(tx, actor, id);
    await tellTakers(tx, { session, request: made });
    return made;
  });
}

/** A class of a course one is not in is no class: its being there is nobody else's business. */
async function requireOwn(tx: SqlTx, actor: SignedIn, session: TakenSession): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM enrollment WHERE course_id = $1 AND student_id = $2 AND status = 'enrolled'`,
    [session.course_id, actor.userId],
  );
  if (rowCount === 0) throw new DomainProblem('resource.not_found');
}

async function requireSense(
  tx: SqlTx,
  actor: SignedIn,
  { session, wanted }: { session: TakenSession; wanted: string },
): Promise<void> {
  const { rows } = await tx.query<{ has_open: boolean; status: string | null }>(
    `SELECT EXISTS (SELECT FROM attendance_request
       WHERE session_id = $1 AND student_id = $2 AND state = 'open') AS has_open,
       (SELECT status FROM attendance_mark WHERE session_id = $1 AND student_id = $2) AS status`,
    [session.id, actor.userId],
  );
  if (rows[0]?.has_open) throw new DomainProblem('attendance.request_open');
  if (rows[0]?.status === wanted) throw new DomainProblem('attendance.marked_so');
}

async function keepFile(tx: SqlTx, requestId: string, file: Upload): Promise<void> {
  await tx.query(
    'INSERT INTO attendance_request_file (request_id, name, media_type, size, content) VALUES ($1, $2, $3, $4, $5)',
    [requestId, file.name, file.mediaType, file.content.byteLength, file.content],
  );
}

async function tellTakers(
  tx: EventfulTx,
  { session, request }: { session: TakenSession; request: CorrectionRequest },
): Promise<void> {
  await tellPeople(tx, {
    userIds: await listTakers(tx, session),
    kind: 'attendance',
    ...ofCourse(session.course_id, 'attendance'),
    priority: 'normal',
    actionUrl: '/attendance/requests',
    write: ({ locale }) =>
      requestNotices(locale).asked({
        code: session.course_code,
        when: sayClass(locale, session.held_on, request.session.start_time),
        student: request.student.name,
        wanted: request.wanted_status,
        note: request.note,
      }),
  });
}
