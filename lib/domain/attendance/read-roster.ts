import type {
  AttendanceSession,
  AttendanceStatus,
  Roster,
  RosterStudent,
} from '@/lib/contracts/http/attendance';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findMeeting } from '../timetable/queries';
import { countMarks, noCounts } from './count-marks';
import { JOIN_EARLIER, MARK_COLUMNS } from './read-standings';
import { readRules } from './rules';
import { SESSION_COLUMNS, SESSION_FROM, type SessionRow, viewOfSession } from './session-row';
import { takes } from './take-session';

interface Asked {
  readonly actor: SignedIn;
  readonly id: string;
  readonly timeZone: string;
}

/** How many classes before this one are shown of each student. */
const RECENT = 5;

/**
 * A class and everybody in it, by name: who is in the course now, and who has left it but was marked.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function readRoster(sql: SqlTx, asked: Asked): Promise<Roster> {
  const session = await readSession(sql, asked);
  const { rows } = await sql.query<StudentRow>(STUDENTS, [asked.id, session.course.id]);
  const recent = await readRecent(sql, asked.id);
  return {
    session,
    students: rows.map(({ marked_at, ...row }) => ({
      ...row,
      marked_at: marked_at?.toISOString() ?? null,
      recent: recent.map((marks) => marks.get(row.student_id) ?? null),
    })),
  };
}

/** @throws {DomainProblem} `resource.not_found`, `auth.forbidden` */
export async function readSession(sql: SqlTx, { actor, id, timeZone }: Asked): Promise<AttendanceSession> {
  const { rows } = isUuid(id)
    ? await sql.query<SessionRow & { teaches: boolean }>(SESSION, [id, actor.userId])
    : { rows: [] };
  const row = rows[0];
  if (!row) throw new DomainProblem('resource.not_found');
  if (actor.role !== 'admin' && !(actor.role === 'faculty' && row.teaches))
    throw new DomainProblem('auth.forbidden');
  const meeting = row.entry_id === null ? null : await findMeeting(sql, row.entry_id, row.day);
  const counts = (await countMarks(sql, [row.id])).get(row.id) ?? noCounts;
  const rules = await readRules(sql);
  return viewOfSession(row, { meeting: meeting ?? undefined, counts, rules, timeZone });
}

type StudentRow = Omit<RosterStudent, 'recent' | 'marked_at'> & { marked_at: Date | null };

/** The marks of the classes before, oldest first. */
async function readRecent(sql: SqlTx, sessionId: string): Promise<ReadonlyMap<string, AttendanceStatus>[]> {
  const { rows } = await sql.query<{ session_id: string; student_id: string; status: AttendanceStatus }>(
    RECENT_MARKS,
    [sessionId, RECENT],
  );
  const bySession = new Map<string, Map<string, AttendanceStatus>>();
  for (const { session_id, student_id, status } of rows) {
    const marks = bySession.get(session_id) ?? new Map<string, AttendanceStatus>();
    bySession.set(session_id, marks.set(student_id, status));
  }
  return [...bySession.values()];
}

const SESSION = prepared(
  `SELECT ${SESSION_COLUMNS}, ${takes(2)} AS teaches ${SESSION_FROM} WHERE session.id = $1`,
);

const STUDENTS = prepared(`
  SELECT person.id AS student_id, person.name, person.register_no::text AS register_no, ${MARK_COLUMNS},
    sitting.student_id IS NULL AS has_left, marker.name AS marked_by, mark.marked_at
  FROM (
    SELECT student_id FROM enrollment WHERE course_id = $2 AND status IN ${SITS}
    UNION SELECT student_id FROM attendance_mark WHERE session_id = $1
  ) AS student
  JOIN app_user AS person ON person.id = student.student_id
  LEFT JOIN enrollment AS sitting ON sitting.course_id = $2 AND sitting.student_id = person.id
    AND sitting.status IN ${SITS}
  LEFT JOIN attendance_mark AS mark ON mark.session_id = $1 AND mark.student_id = person.id
  ${JOIN_EARLIER}
  LEFT JOIN app_user AS marker ON marker.id = mark.marked_by
  ORDER BY person.name, person.id`);

const RECENT_MARKS = prepared(`
  WITH before AS (
    SELECT earlier.id, earlier.held_on, earlier.start_minute FROM attendance_session AS session
    JOIN attendance_session AS earlier ON earlier.course_id = session.course_id
      AND (earlier.held_on, earlier.start_minute, earlier.id) < (session.held_on, session.start_minute, session.id)
    WHERE session.id = $1 AND EXISTS (SELECT FROM attendance_mark WHERE session_id = earlier.id)
    ORDER BY earlier.held_on DESC, earlier.start_minute DESC, earlier.id DESC LIMIT $2
  )
  SELECT before.id AS session_id, mark.student_id, mark.status FROM before
  JOIN attendance_mark AS mark ON mark.session_id = before.id
  ORDER BY before.held_on, before.start_minute, before.id`);
