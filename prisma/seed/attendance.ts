import { updateTotals } from '@/lib/domain/attendance/update-totals';
import type { SqlTx } from '@/lib/infra/db/sql';
import { seedTerms } from './terms';
import { seedEntries } from './timetable';

const WEEKS = 4;

/**
 * Attendance of the demo classes of the last weeks, with some that nobody has taken. Run again it adds the classes since
 * then; one that is there already, whoever opened it, keeps its marks. Returns how many classes it added.
 */
export async function seedAttendance(sql: SqlTx, now = new Date()): Promise<number> {
  const [, current] = seedTerms(now);
  const entries = seedEntries(current).map(({ id }) => id);
  const { rows } = await sql.query<{ id: string; course_id: string }>(SESSIONS, [
    entries,
    now.toISOString().slice(0, 10),
  ]);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await sql.query(MARKS, [ids]);
  await sql.query(LOG, [ids]);
  for (const courseId of new Set(rows.map(({ course_id }) => course_id))) {
    const { rows: marked } = await sql.query<{ student_id: string }>(
      'SELECT DISTINCT student_id FROM attendance_mark WHERE course_id = $1',
      [courseId],
    );
    await updateTotals(
      sql,
      courseId,
      marked.map(({ student_id }) => student_id),
    );
  }
  return rows.length;
}

/** SQL: a number from 0 to 99, the same for the same text on every machine. */
const lot = (text: string) => `(('x' || left(md5(${text}), 7))::bit(28)::int % 100)`;

// The id is made of the class and the day: the same in every database.
const SESSIONS = `
  INSERT INTO attendance_session (id, course_id, entry_id, day, held_on, start_minute, end_minute, state, created_by, closed_at,
    closed_by, created_at)
  SELECT md5('attendance ' || entry.entry_id || ' ' || day::date)::uuid, entry.course_id, entry.entry_id, day::date, day::date,
    entry.start_minute, entry.end_minute, 'closed', entry.faculty_id,
    (day + make_interval(mins => entry.end_minute)) AT TIME ZONE 'UTC', entry.faculty_id,
    (day + make_interval(mins => entry.start_minute)) AT TIME ZONE 'UTC'
  FROM timetable_entry AS entry
  JOIN timetable ON timetable.id = entry.timetable_id
  JOIN term ON term.id = timetable.term_id
  CROSS JOIN LATERAL generate_series(
    greatest(term.starts_on, $2::date - ${WEEKS * 7})::timestamp, least(term.ends_on, $2::date - 1)::timestamp, '1 day') AS day
  WHERE entry.entry_id = ANY ($1::uuid[]) AND entry.state = 'published'
    AND extract(isodow FROM day) = entry.day_of_week
    AND ${lot("entry.entry_id || ' ' || day::date")} >= 6
    AND NOT EXISTS (SELECT FROM class_change WHERE class_change.entry_id = entry.entry_id AND class_change.day = day::date)
    AND NOT EXISTS (SELECT FROM holiday WHERE holiday.term_id = term.id AND holiday.day = day::date)
  ON CONFLICT DO NOTHING
  RETURNING id, course_id`;

/** SQL: most are there most of the time; of some more is missing than is good for them. */
const STATUS = `
  CASE WHEN lot < CASE WHEN ${lot('enrollment.student_id::text')} < 8 THEN 38 ELSE 7 END THEN 'absent'
    WHEN lot < 45 AND lot >= 40 THEN 'late'
    WHEN lot < 49 AND lot >= 45 THEN 'excused'
    ELSE 'present' END::attendance_status`;

const MARKS = `
  INSERT INTO attendance_mark (session_id, student_id, course_id, status, points, marked_by, marked_at)
  SELECT session.id, enrollment.student_id, session.course_id, given.status,
    CASE given.status WHEN 'excused' THEN NULL WHEN 'absent' THEN 0 ELSE 1 END, session.closed_by, session.closed_at
  FROM attendance_session AS session
  JOIN enrollment ON enrollment.course_id = session.course_id AND enrollment.status = 'enrolled'
  CROSS JOIN LATERAL (SELECT ${lot("session.id || ' ' || enrollment.student_id")} AS lot) AS drawn
  CROSS JOIN LATERAL (SELECT ${STATUS} AS status) AS given
  WHERE session.id = ANY ($1::uuid[])
  ON CONFLICT DO NOTHING`;

const LOG = `
  INSERT INTO attendance_change (session_id, student_id, course_id, status, points, source, changed_by, changed_at)
  SELECT session_id, student_id, course_id, status, points, 'roster', marked_by, marked_at
  FROM attendance_mark WHERE session_id = ANY ($1::uuid[])
  ORDER BY marked_at, session_id, student_id`;
