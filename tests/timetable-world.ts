import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';

export interface PlannedEntry {
  courseId: string;
  timetableId: string;
  facultyId?: string | null;
  roomId?: string | null;
  dayOfWeek?: number;
  startMinute?: number;
  endMinute?: number;
  weeks?: 'every' | 'a' | 'b';
  state?: 'draft' | 'published';
}

/** A term that begins on a Monday far ahead, so that none of its days has gone: 2031-03-03 to 2031-06-29. */
export const termDates = { startsOn: '2031-03-03', endsOn: '2031-06-29' };

export async function createTerm(sql: SqlTx): Promise<string> {
  const id = randomUUID();
  await sql.query(
    'INSERT INTO term (id, code, name, academic_year, starts_on, ends_on) VALUES ($1, $2, $2, 2031, $3, $4)',
    [id, `T-${id.slice(0, 6)}`, termDates.startsOn, termDates.endsOn],
  );
  return id;
}

export async function createTimetable(sql: SqlTx, termId: string, departmentId: string): Promise<string> {
  const id = randomUUID();
  await sql.query('INSERT INTO timetable (id, term_id, department_id) VALUES ($1, $2, $3)', [
    id,
    termId,
    departmentId,
  ]);
  return id;
}

/** A course with its students enrolled and its teachers assigned. */
export async function createCourse(
  sql: SqlTx,
  given: {
    code: string;
    termId: string;
    departmentId?: string;
    students?: readonly string[];
    faculty?: readonly string[];
  },
): Promise<string> {
  const [id, subjectId] = [randomUUID(), randomUUID()];
  const { students = [] } = given;
  await sql.query('INSERT INTO subject (id, code, name) VALUES ($1, $2, $3)', [
    subjectId,
    given.code,
    `Name of ${given.code}`,
  ]);
  await sql.query(
    `INSERT INTO course (id, subject_id, term_id, department_id, capacity, status) VALUES ($1, $2, $3, $4, $5, 'active')`,
    [id, subjectId, given.termId, given.departmentId ?? null, Math.max(60, students.length)],
  );
  await sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at)
     SELECT gen_random_uuid(), $1, student, 'enrolled', now() FROM unnest($2::uuid[]) AS student`,
    [id, students],
  );
  for (const user of given.faculty ?? [])
    await sql.query('INSERT INTO course_faculty (course_id, user_id) VALUES ($1, $2)', [id, user]);
  return id;
}

export async function createRoom(sql: SqlTx, code: string, capacity = 60): Promise<string> {
  const id = randomUUID();
  await sql.query('INSERT INTO room (id, code, capacity) VALUES ($1, $2, $3)', [id, code, capacity]);
  return id;
}

/** Monday, 10:00 to 11:00, every week, published, when nothing else is said. */
export async function createEntry(sql: SqlTx, given: PlannedEntry): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, day_of_week,
       start_minute, end_minute, weeks)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      given.state ?? 'published',
      given.timetableId,
      given.courseId,
      given.facultyId ?? null,
      given.roomId ?? null,
      given.dayOfWeek ?? 1,
      given.startMinute ?? 600,
      given.endMinute ?? 660,
      given.weeks ?? 'every',
    ],
  );
  return id;
}
