import type { AttendanceSession } from '@/lib/contracts/http/attendance';
import type { NotTaken, NotTakenList } from '@/lib/contracts/http/attendance-report';
import type { NotTakenQuery } from '@/lib/contracts/http/attendance-report-requests';
import { writeCsv } from '@/lib/infra/csv/write-csv';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { dateOfDay, dayNumber } from '../timetable/overlap';
import { universityNow } from '../timetable/university-now';
import { listSessions } from './list-sessions';

const DAYS_BACK = 28;
const MOST = 500;
type Asked = NotTakenQuery & { readonly timeZone: string };

/**
 * The classes that are over and whose attendance nobody has taken, or not of everybody: one that was closed is taken. The
 * newest first, those one teaches; administrators all.
 * @throws {DomainProblem} `auth.forbidden`, `request.invalid` for too many days
 */
export async function listNotTaken(sql: SqlTx, reader: SignedIn, asked: Asked): Promise<NotTakenList> {
  const now = universityNow(asked.timeZone);
  const to = asked.to ?? now.date;
  const from = asked.from ?? dateOfDay(dayNumber(to) - DAYS_BACK);
  const { items } = await listSessions(sql, reader, { ...asked, from, to });
  const isOver = ({ date, end_time }: AttendanceSession) =>
    date < now.date || (date === now.date && end_time <= clockTime(now.minute));
  const left = items.filter((each) => isOver(each) && each.state !== 'closed' && unmarkedOf(each) > 0);
  return { from, to, items: left.slice(0, MOST).map(shown) };
}

const unmarkedOf = ({ counts: { students, present, late, excused, absent } }: AttendanceSession) =>
  students - present - late - excused - absent;

const shown = (session: AttendanceSession): NotTaken => ({
  session_id: session.id,
  entry_id: session.entry_id,
  day: session.day,
  date: session.date,
  start_time: session.start_time,
  end_time: session.end_time,
  course: session.course,
  faculty: session.faculty,
  unmarked: unmarkedOf(session),
  students: session.counts.students,
});

const HEADINGS = [
  'date',
  'start_time',
  'end_time',
  'course',
  'course_name',
  'taught_by',
  'unmarked',
  'students',
];

/** The same as CSV. Cells that a spreadsheet would take for a formula are quoted as text. */
export async function exportNotTaken(sql: SqlTx, reader: SignedIn, asked: Asked): Promise<string> {
  const { items } = await listNotTaken(sql, reader, asked);
  const lines = items.map(({ course, faculty, ...held }) => ({
    ...held,
    course: course.code,
    course_name: course.name,
    taught_by: faculty?.name,
  }));
  return writeCsv(lines, HEADINGS);
}
