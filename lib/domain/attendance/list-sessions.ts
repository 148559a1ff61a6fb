import type { AttendanceSession, AttendanceSessionList } from '@/lib/contracts/http/attendance';
import type { SessionListQuery } from '@/lib/contracts/http/attendance-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { coursesOfUser, SITS, teachesCourse } from '../course/queries';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { minutesOf } from '../timetable/clock-time';
import type { HeldMeeting } from '../timetable/expand-meetings';
import { listMeetings, type WhoseMeetings } from '../timetable/list-meetings';
import { dateOfDay, dayNumber } from '../timetable/overlap';
import { universityNow } from '../timetable/university-now';
import { countMarks, noCounts } from './count-marks';
import { type AttendanceRules, readRules } from './rules';
import { phaseOf, SESSION_COLUMNS, SESSION_FROM, type SessionRow, viewOfSession } from './session-row';
import { takes } from './take-session';

const MOST_DAYS = 62;
/** Of somebody's own classes, without dates; of all classes it is today. */
const DAYS_BACK = 14;

/**
 * The classes whose attendance the caller takes, newest first: those of the timetable as they are held (cancelled ones and
 * holidays have none), whether or not they have been opened, and ad hoc ones. Administrators see a course, or all.
 * @throws {DomainProblem} `auth.forbidden` for a course that is not the caller's; `request.invalid` for too many days
 */
export async function listSessions(
  sql: SqlTx,
  actor: SignedIn,
  asked: SessionListQuery & { timeZone: string },
): Promise<AttendanceSessionList> {
  const { timeZone, course_id } = asked;
  const today = universityNow(timeZone).date;
  const isEverything = actor.role === 'admin' && !course_id;
  const to = asked.to ?? today;
  const from = asked.from ?? dateOfDay(dayNumber(to) - (isEverything ? 0 : DAYS_BACK));
  if (dayNumber(to) - dayNumber(from) >= MOST_DAYS)
    throw wrongField('from', 'too_big', `At most ${MOST_DAYS} days`);
  const range = { from, to };
  const whose = await whoseClasses(sql, actor, course_id);
  const lists = await Promise.all(whose.map((each) => listMeetings(sql, each, range)));
  const meetings = new Map(
    lists
      .flat()
      .flatMap((meeting) => (meeting.status === 'cancelled' ? [] : [[meeting.id, meeting] as const])),
  );
  const rows = await readRows(sql, actor, { ...range, course_id });
  const counts = await countMarks(
    sql,
    rows.map(({ id }) => id),
  );
  const rules = await readRules(sql);
  const opened = rows.flatMap((row) => {
    const meeting = meetings.get(`${row.entry_id}/${row.day}`);
    const marked = counts.get(row.id) ?? noCounts;
    // What went from the plan before anybody was marked is no class any more.
    const isHeld = row.entry_id === null || meeting !== undefined || markedOf(marked) > 0;
    return isHeld ? [viewOfSession(row, { meeting, counts: marked, rules, timeZone })] : [];
  });
  const known = new Set(rows.map((row) => `${row.entry_id}/${row.day}`));
  const planned = [...meetings.values()].filter(({ id }) => !known.has(id));
  const sizes = await countStudents(sql, planned);
  const items = [
    ...opened,
    ...planned.map((meeting) =>
      viewOfMeeting(meeting, { students: sizes.get(meeting.course.id) ?? 0, rules, timeZone }),
    ),
  ];
  return { ...range, today, items: items.sort((a, b) => orderOf(b).localeCompare(orderOf(a))) };
}

const orderOf = ({ date, start_time, course }: AttendanceSession) => `${date} ${start_time} ${course.code}`;

const markedOf = ({ present, late, excused, absent }: AttendanceSession['counts']) =>
  present + late + excused + absent;

async function whoseClasses(
  sql: SqlTx,
  actor: SignedIn,
  courseId: string | undefined,
): Promise<WhoseMeetings[]> {
  if (courseId) {
    if (actor.role !== 'admin' && !(await teachesCourse(sql, actor.userId, courseId)))
      throw new DomainProblem('auth.forbidden');
    return [{ of: 'course', id: courseId }];
  }
  if (actor.role === 'admin') return [{ of: 'everybody' }];
  const { teaching } = await coursesOfUser(sql, actor.userId);
  return [
    { of: 'faculty', id: actor.userId },
    ...teaching.map((id): WhoseMeetings => ({ of: 'course', id })),
  ];
}

async function readRows(
  sql: SqlTx,
  actor: SignedIn,
  asked: { from: string; to: string; course_id?: string | undefined },
): Promise<SessionRow[]> {
  const { rows } = await sql.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS} ${SESSION_FROM}
     WHERE session.held_on BETWEEN $1::date AND $2::date
       AND ($3::uuid IS NULL OR session.course_id = $3)
       AND ($4::uuid IS NULL OR $3::uuid IS NOT NULL OR session.created_by = $4 OR ${takes(4)})`,
    [asked.from, asked.to, asked.course_id ?? null, actor.role === 'admin' ? null : actor.userId],
  );
  return rows;
}

async function countStudents(
  sql: SqlTx,
  meetings: readonly HeldMeeting[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query<{ course_id: string; students: number }>(
    `SELECT course_id, count(*)::int AS students FROM enrollment
     WHERE course_id = ANY ($1::uuid[]) AND status IN ${SITS} GROUP BY course_id`,
    [[...new Set(meetings.map(({ course }) => course.id))]],
  );
  return new Map(rows.map(({ course_id, students }) => [course_id, students]));
}

/** A planned class that nobody has opened yet. */
function viewOfMeeting(
  meeting: HeldMeeting,
  given: { students: number; rules: AttendanceRules; timeZone: string },
): AttendanceSession {
  const held = { held_on: meeting.date, start_minute: minutesOf(meeting.start_time) };
  const { isFrozen, isEarly } = phaseOf(held, given);
  const { entry_id, course, day, date, start_time, end_time, entry_type, room, faculty } = meeting;
  return {
    ...{ entry_id, course, day, date, start_time, end_time, entry_type, room, faculty },
    id: null,
    title: '',
    state: 'planned',
    is_frozen: isFrozen,
    is_early: isEarly,
    is_checking_in: false,
    closed_at: null,
    version: 0,
    counts: { ...noCounts, students: given.students },
  };
}
