import type { CheckedIn } from '@/lib/contracts/http/check-in';
import type { CheckIn } from '@/lib/contracts/http/check-in-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import type { CheckInDesk } from './check-in-desk';
import { findShownSession } from './find-shown-session';
import { recordMarks } from './record-marks';
import { classOf } from './session-class';
import { SESSION_COLUMNS, SESSION_FROM, type SessionRow } from './session-row';
import { lockSession, type TakenSession } from './take-session';

export interface CheckInRequest {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
  readonly given: CheckIn;
  readonly device: { readonly hash: string; readonly ipAddress: string };
}

/**
 * A student says, by what the wall shows, to be in a class. When it was is told by the database's clock as the request came
 * in: the time waited for others does not count, and the phone's clock is asked nothing. A second time answers as the first,
 * also with a code that is too old by then.
 * @throws {DomainProblem} `check_in.wrong_code`, `check_in.code_expired`, `check_in.not_open`, `check_in.not_in_course`,
 * `rate.limited` for codes that are guessed at; `attendance.cancelled`, `attendance.too_early`, `attendance.frozen`
 */
export async function checkIn(
  services: { sql: SqlTx; unitOfWork: UnitOfWork; desk: CheckInDesk },
  request: CheckInRequest,
): Promise<CheckedIn> {
  const { sql, unitOfWork, desk } = services;
  const { actor, given } = request;
  const shown = await findShownSession(sql, desk, { studentId: actor.userId, given });
  const first = await readCheckedIn(sql, shown.sessionId, actor.userId);
  if (first) return first;
  if (shown.judged === 'old') throw new DomainProblem('check_in.code_expired');
  return desk.inTurn(shown.sessionId, () =>
    unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
      const session = await lockSession(tx, shown.sessionId, request.timeZone);
      requireOpen(session, shown.arrivedAt);
      await writeCheckIn(tx, session, { ...request, arrivedAt: shown.arrivedAt, way: shown.way });
      const now = await readCheckedIn(tx, session.id, actor.userId);
      if (!now) throw new DomainProblem('check_in.not_in_course');
      return now;
    }),
  );
}

function requireOpen(session: TakenSession, at: Date): void {
  const { check_in_from: from, check_in_until: until } = session;
  const isOpen = from !== null && from <= at && (until === null || until > at);
  if (session.state === 'closed' || !isOpen) throw new DomainProblem('check_in.not_open');
}

async function writeCheckIn(
  tx: EventfulTx,
  session: TakenSession,
  check: CheckInRequest & { arrivedAt: Date; way: 'qr' | 'code' },
): Promise<void> {
  const { actor, device, arrivedAt, way } = check;
  const isLate = session.late_after !== null && arrivedAt > session.late_after;
  const { rows } = await tx.query<{ may_be_marked: boolean }>(WRITE, [
    session.id,
    actor.userId,
    session.course_id,
    arrivedAt,
    isLate,
    way,
    device.hash,
    device.ipAddress,
  ]);
  // Nobody was written down: not in the course, or there already by a request of the same moment.
  if (!rows[0]?.may_be_marked) return;
  await recordMarks(tx, {
    session,
    marks: [{ student_id: actor.userId, status: isLate ? 'late' : 'present', custom_code: '' }],
    by: actor.userId,
    source: 'check_in',
    reason: '',
    correlationId: check.correlationId,
  });
}

async function readCheckedIn(sql: SqlTx, sessionId: string, studentId: string): Promise<CheckedIn | null> {
  const { rows } = await sql.query<SessionRow & { at: Date; is_late: boolean; status: CheckedIn['status'] }>(
    READ,
    [sessionId, studentId],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    ...classOf(row),
    checked_in_at: row.at.toISOString(),
    is_late: row.is_late,
    status: row.status,
  };
}

const READ = prepared(`
  SELECT ${SESSION_COLUMNS}, check_in.at, check_in.is_late, mark.status
  ${SESSION_FROM}
  JOIN attendance_check_in AS check_in ON check_in.session_id = session.id AND check_in.student_id = $2
  LEFT JOIN attendance_mark AS mark ON mark.session_id = session.id AND mark.student_id = $2
  WHERE session.id = $1`);

/**
 * Of two students on one device both are worth a look, and both count. A check-in gives a mark to who has none or is absent;
 * what a teacher has set otherwise stays.
 */
const WRITE = prepared(`
  WITH others AS (
    SELECT student_id FROM attendance_check_in WHERE session_id = $1 AND device = $7 AND student_id <> $2
  ), flagged AS (
    UPDATE attendance_check_in SET doubt = 'same_device'
    WHERE session_id = $1 AND doubt = '' AND student_id IN (SELECT student_id FROM others)
  )
  INSERT INTO attendance_check_in (session_id, student_id, at, is_late, way, device, ip_address, doubt)
  SELECT $1, $2, $4, $5, $6, $7, $8, CASE WHEN EXISTS (SELECT FROM others) THEN 'same_device' ELSE '' END
  WHERE EXISTS (SELECT FROM enrollment WHERE course_id = $3 AND student_id = $2 AND status IN ${SITS})
  ON CONFLICT DO NOTHING
  RETURNING NOT EXISTS (SELECT FROM attendance_mark AS mark WHERE mark.session_id = $1 AND mark.student_id = $2
    AND NOT (mark.status = 'absent' AND mark.custom_code = '')) AS may_be_marked`);
