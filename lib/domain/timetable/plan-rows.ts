import type { PlanEntry } from '@/lib/contracts/http/plan';
import type { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { wrongField } from '../problem';
import { clockTime, minutesOf } from './clock-time';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import type { TimetableRow } from './take-timetable';

/** The classes of one timetable, by day and time. */
export async function readPlanRows(
  sql: SqlTx,
  timetableId: string,
  state: 'draft' | 'published',
): Promise<EntryRow[]> {
  const { rows } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM} WHERE entry.timetable_id = $1 AND entry.state = $2
     ORDER BY entry.day_of_week, entry.start_minute, subject.code, entry.entry_id`,
    [timetableId, state],
  );
  return rows;
}

export const planEntryOf = (row: EntryRow): PlanEntry => ({
  entry_id: row.entry_id,
  course: { id: row.course_id, code: row.course_code, name: row.course_name },
  faculty: row.faculty_id && row.faculty_name ? { id: row.faculty_id, name: row.faculty_name } : null,
  room: row.room_id && row.room_code ? { id: row.room_id, code: row.room_code } : null,
  entry_type: row.entry_type,
  day_of_week: row.day_of_week,
  start_time: clockTime(row.start_minute),
  end_time: clockTime(row.end_minute),
  weeks: row.weeks,
  starts_on: row.starts_on,
  ends_on: row.ends_on,
  is_locked: row.is_locked,
  version: row.version,
});

/**
 * The row that an entry would be, with the names of what it points to.
 * @throws {DomainProblem} `request.invalid` for an unknown course, room or teacher, a course of another term or department,
 * dates outside of the term, and dates that leave no day
 */
export async function rowOfEntry(
  sql: SqlTx,
  timetable: TimetableRow,
  { entryId, version, entry }: { entryId: string; version: number; entry: WriteEntry },
): Promise<EntryRow> {
  const { rows } = await sql.query<KnownNames>(NAMES, [entry.course_id, entry.room_id, entry.faculty_id]);
  const known = rows[0];
  if (!known?.course_code || !known.course_name)
    throw wrongField('course_id', 'unknown', 'There is no such course');
  if (known.term_id !== timetable.term_id)
    throw wrongField('course_id', 'other_term', 'The course is of another term');
  if (known.department_id !== null && known.department_id !== timetable.department_id)
    throw wrongField('course_id', 'other_department', 'The course is of another department');
  if (entry.room_id !== null && known.room_code === null)
    throw wrongField('room_id', 'unknown', 'There is no such room');
  if (entry.faculty_id !== null && known.faculty_name === null)
    throw wrongField('faculty_id', 'unknown', 'There is no such active member of the faculty');
  const { term_starts_on, term_ends_on } = timetable;
  for (const field of ['starts_on', 'ends_on'] as const) {
    const day = entry[field];
    if (day !== null && (day < term_starts_on || day > term_ends_on))
      throw wrongField(field, 'outside_term', `The term is from ${term_starts_on} to ${term_ends_on}`);
  }
  const row: EntryRow = {
    entry_id: entryId,
    timetable_id: timetable.id,
    term_id: timetable.term_id,
    term_starts_on,
    term_ends_on,
    department_id: timetable.department_id,
    course_id: entry.course_id,
    course_code: known.course_code,
    course_name: known.course_name,
    faculty_id: entry.faculty_id,
    faculty_name: known.faculty_name,
    room_id: entry.room_id,
    room_code: known.room_code,
    entry_type: entry.entry_type,
    day_of_week: entry.day_of_week,
    start_minute: minutesOf(entry.start_time),
    end_minute: minutesOf(entry.end_time),
    weeks: entry.weeks,
    starts_on: entry.starts_on,
    ends_on: entry.ends_on,
    is_locked: entry.is_locked,
    version,
  };
  if (slotOfRow(row) === null)
    throw wrongField('day_of_week', 'never_held', 'It would be held on no day of the term');
  return row;
}

interface KnownNames {
  course_code: string | null;
  course_name: string | null;
  term_id: string | null;
  department_id: string | null;
  room_code: string | null;
  faculty_name: string | null;
}

const NAMES = `
  SELECT subject.code AS course_code, subject.name AS course_name, course.term_id, course.department_id,
    (SELECT code FROM room WHERE id = $2) AS room_code,
    (SELECT name FROM app_user WHERE id = $3 AND role = 'faculty' AND status = 'active') AS faculty_name
  FROM course JOIN subject ON subject.id = course.subject_id WHERE course.id = $1 AND course.deleted_at IS NULL`;
