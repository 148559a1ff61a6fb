import type { CheckIn } from '@/lib/contracts/http/check-in-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { CheckInDesk } from './check-in-desk';
import { IS_CHECKING_IN } from './find-check-in';

interface ShownSession {
  readonly sessionId: string;
  readonly judged: 'fits' | 'old';
  readonly way: 'qr' | 'code';
  /** By the database's clock. */
  readonly arrivedAt: Date;
}

/**
 * The class whose wall a student has read. A token names its class; what is typed is compared with what the walls of the
 * student's own courses show at this moment.
 * @throws {DomainProblem} `check_in.wrong_code`, `rate.limited`
 */
export async function findShownSession(
  sql: SqlTx,
  desk: CheckInDesk,
  { studentId, given }: { studentId: string; given: CheckIn },
): Promise<ShownSession> {
  if ('code' in given) return findTyped(sql, desk, studentId, given.code);
  const { rows } = await sql.query<{ now: Date }>(NOW);
  const arrivedAt = rows[0]?.now ?? new Date();
  const read = desk.codes.readToken(given.token, arrivedAt.getTime());
  if (!read) throw new DomainProblem('check_in.wrong_code');
  return { ...read, way: 'qr', arrivedAt };
}

/** Each try counts before it is known how it ends: those made at once are all counted. The right one is given back. */
async function findTyped(
  sql: SqlTx,
  desk: CheckInDesk,
  studentId: string,
  typed: string,
): Promise<ShownSession> {
  const { waitSeconds } = await desk.guesses.take(studentId);
  if (waitSeconds > 0) throw new DomainProblem('rate.limited', { retryAfterSeconds: waitSeconds });
  const { rows } = await sql.query<{ id: string; now: Date }>(OPEN_FOR, [studentId]);
  const judged = rows.map(({ id, now }) => ({
    sessionId: id,
    arrivedAt: now,
    judged: desk.codes.judgeTyped(id, typed, now.getTime()),
  }));
  const found = judged.find((each) => each.judged === 'fits') ?? judged.find((each) => each.judged === 'old');
  if (!found || found.judged === 'wrong') throw new DomainProblem('check_in.wrong_code');
  if (found.judged === 'fits') await desk.guesses.giveBack(studentId);
  return { ...found, judged: found.judged, way: 'code' };
}

const NOW = prepared('SELECT clock_timestamp() AS now');

const OPEN_FOR = prepared(`
  SELECT session.id, clock_timestamp() AS now
  FROM enrollment JOIN attendance_session AS session ON session.course_id = enrollment.course_id
  WHERE enrollment.student_id = $1 AND enrollment.status IN ${SITS} AND ${IS_CHECKING_IN}`);
