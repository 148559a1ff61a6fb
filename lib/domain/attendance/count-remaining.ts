import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { isoDate } from '../timetable/iso-date';
import { listMeetings, type WhoseMeetings } from '../timetable/list-meetings';
import { dateOfDay, dayNumber } from '../timetable/overlap';
import { universityNow } from '../timetable/university-now';

/** In days: no term of a course that is held today goes on for longer. */
const LONGEST_TERM = 366;

/** How many classes a student still has in a course. */
export type Remaining = (studentId: string, courseId: string) => number;

/**
 * The classes that are planned from today to the end of the term, cancelled ones and holidays left out. One of today counts
 * until the student has a mark in it: then it counts behind them.
 */
export async function countRemaining(
  sql: SqlTx,
  whose: Extract<WhoseMeetings, { id: string }>,
  {
    courseIds,
    studentIds,
    timeZone,
  }: { courseIds: readonly string[]; studentIds: readonly string[]; timeZone: string },
): Promise<Remaining> {
  const today = universityNow(timeZone).date;
  const to = dateOfDay(dayNumber(today) + LONGEST_TERM);
  const meetings = await listMeetings(sql, whose, { from: today, to });
  const planned = new Map<string, number>();
  const held = new Map<string, string>();
  for (const { entry_id, day, course, status } of meetings) {
    if (status === 'cancelled') continue;
    planned.set(course.id, (planned.get(course.id) ?? 0) + 1);
    held.set(`${entry_id} ${day}`, course.id);
  }
  const marked = await sql.query<{ entry_id: string; day: string; student_id: string }>(MARKED, [
    courseIds,
    studentIds,
    today,
  ]);
  const behind = new Map<string, number>();
  for (const { entry_id, day, student_id } of marked.rows) {
    const course = held.get(`${entry_id} ${day}`);
    const key = `${student_id} ${course}`;
    if (course !== undefined) behind.set(key, (behind.get(key) ?? 0) + 1);
  }
  return (studentId, courseId) =>
    (planned.get(courseId) ?? 0) - (behind.get(`${studentId} ${courseId}`) ?? 0);
}

const MARKED = prepared(`
  SELECT session.entry_id, ${isoDate('session.day')} AS day, mark.student_id
  FROM attendance_session AS session JOIN attendance_mark AS mark ON mark.session_id = session.id
  WHERE session.course_id = ANY ($1::uuid[]) AND session.held_on >= $3::date AND mark.student_id = ANY ($2::uuid[])`);
