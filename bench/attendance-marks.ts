import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/infra/db/database';

/** Each student sits in so many courses, with so many classes behind them. */
const COURSES_OF_STUDENT = 4;
const CLASSES = 25;
export const MARKS_OF_STUDENT = COURSES_OF_STUDENT * CLASSES;
/** In a course. */
const SEATS = 50;

/** A university in the middle of its term: students in courses, and marks in the table or in the log of them. */
export async function fillMarks(
  { sql }: Database,
  given: { students: number; into: 'attendance_mark' | 'attendance_change' },
): Promise<void> {
  const termId = randomUUID();
  const courses = Math.ceil((given.students * COURSES_OF_STUDENT) / SEATS);
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, 'B', 'Bench', 2026, current_date - 70, current_date + 70)`,
    [termId],
  );
  await sql.query(
    `CREATE TEMPORARY TABLE bench_course AS
     SELECT place, gen_random_uuid() AS id, gen_random_uuid() AS subject_id FROM generate_series(0, $1 - 1) AS place`,
    [courses],
  );
  await sql.query(
    `INSERT INTO subject (id, code, name) SELECT subject_id, 'S' || place, 'Subject ' || place FROM bench_course`,
  );
  await sql.query(
    `INSERT INTO course (id, subject_id, term_id, capacity, status)
     SELECT id, subject_id, $1, 100, 'active' FROM bench_course`,
    [termId],
  );
  await sql.query(
    `CREATE TEMPORARY TABLE bench_student AS
     SELECT place, gen_random_uuid() AS id FROM generate_series(0, $1 - 1) AS place`,
    [given.students],
  );
  await sql.query(
    `INSERT INTO app_user (id, email, name, role, password_hash)
     SELECT id, id || '@bench.example', 'Student ' || place, 'student', 'none' FROM bench_student`,
  );
  await sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at)
     SELECT gen_random_uuid(), course.id, student.id, 'enrolled', now()
     FROM bench_student AS student CROSS JOIN generate_series(0, $1 - 1) AS nth
     JOIN bench_course AS course ON course.place = (student.place * $1 + nth) % $2`,
    [COURSES_OF_STUDENT, courses],
  );
  await sql.query(
    `INSERT INTO attendance_session (id, course_id, day, held_on, start_minute, end_minute, state)
     SELECT gen_random_uuid(), id, current_date - 2 * nth, current_date - 2 * nth, 600, 660, 'closed'
     FROM bench_course CROSS JOIN generate_series(1, $1) AS nth`,
    [CLASSES],
  );
  const absent = 'hashtext(session.id::text || student_id::text) % 5 = 0';
  await sql.query(
    `INSERT INTO ${given.into} (session_id, student_id, course_id, status, points, source)
     SELECT session.id, student_id, session.course_id,
       CASE WHEN ${absent} THEN 'absent' ELSE 'present' END::attendance_status, CASE WHEN ${absent} THEN 0 ELSE 1 END, 'roster'
     FROM attendance_session AS session JOIN enrollment ON enrollment.course_id = session.course_id`,
  );
  await sql.query('ANALYZE');
}
