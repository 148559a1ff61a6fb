import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isCancelled, isTaughtBy } from '../timetable/queries';
import { AttendanceRules, RULES_SETTING } from './rules';
import { phaseOf, SESSION_COLUMNS, SESSION_FROM, type SessionRow } from './session-row';

/** A class whose marks are about to change; its course is locked. */
export interface TakenSession extends SessionRow {
  readonly is_cancelled: boolean;
  readonly isFrozen: boolean;
  readonly isEarly: boolean;
  readonly rules: AttendanceRules;
}

/**
 * Locks the attendance of a session's course until the transaction ends, and reads the session after that. It asks nobody who
 * they are: {@link takeSession} does.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function lockSession(tx: SqlTx, id: string, timeZone: string): Promise<TakenSession> {
  return (await readLocked(tx, id, timeZone, null)).session;
}

/**
 * The same for whoever takes the attendance of this class: administrators, the faculty of the course, and who teaches this
 * class on this day.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function takeSession(
  tx: SqlTx,
  { actor, id, timeZone }: { actor: SignedIn; id: string; timeZone: string },
): Promise<TakenSession> {
  const { session, teaches } = await readLocked(tx, id, timeZone, actor.userId);
  if (actor.role !== 'admin' && !(actor.role === 'faculty' && teaches))
    throw new DomainProblem('auth.forbidden');
  return session;
}

/** @throws {DomainProblem} `attendance.cancelled`, `attendance.too_early` */
export function requireHeld(session: TakenSession): void {
  if (session.is_cancelled) throw new DomainProblem('attendance.cancelled');
  if (session.isEarly) throw new DomainProblem('attendance.too_early');
}

/** Whether its marks can change. @throws {DomainProblem} as {@link requireHeld}, `attendance.frozen` */
export function requireMarkable(session: TakenSession): void {
  requireHeld(session);
  if (session.isFrozen) throw new DomainProblem('attendance.frozen');
}

async function readLocked(tx: SqlTx, id: string, timeZone: string, userId: string | null) {
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  await tx.query(LOCK, [id]);
  const { rows } = await tx.query<SessionRow & { is_cancelled: boolean; teaches: boolean; setting: unknown }>(
    READ,
    [id, userId, RULES_SETTING],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  const { teaches, setting, ...row } = rows[0];
  const rules = AttendanceRules.parse(setting ?? {});
  return { teaches, session: { ...row, ...phaseOf(row, { rules, timeZone }), rules } };
}

// The lock of `lockAttendance`, for the course of a session.
const LOCK = prepared(
  "SELECT pg_advisory_xact_lock(hashtextextended('attendance ' || course_id::text, 0)) FROM attendance_session WHERE id = $1",
);

/** SQL over `session`: whether the user of parameter `$user` takes the attendance of it. */
export const takes = (user: number) => `(EXISTS (
  SELECT FROM course_faculty WHERE course_faculty.course_id = session.course_id AND course_faculty.user_id = $${user}::uuid)
  OR ${isTaughtBy(`$${user}::uuid`, 'session.entry_id', 'session.day')})`;

const READ = prepared(`
  SELECT ${SESSION_COLUMNS}, ${isCancelled('session.entry_id', 'session.day')} AS is_cancelled, ${takes(2)} AS teaches,
    (SELECT value FROM setting WHERE name = $3) AS setting
  ${SESSION_FROM} WHERE session.id = $1`);
