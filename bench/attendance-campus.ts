import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/infra/db/database';
import { createUser } from '@/tests/campus';

/** A course with students and one class that is held all day today, in the zone of the benchmark: UTC. */
export interface AttendanceCampus {
  readonly courseId: string;
  readonly entryId: string;
  /** `2026-11-27`. */
  readonly today: string;
  readonly students: readonly string[];
  readonly faculty: Awaited<ReturnType<typeof createUser>>;
}

export async function createAttendanceCampus(
  { sql }: Database,
  studentCount: number,
): Promise<AttendanceCampus> {
  const [departmentId, termId, subjectId, courseId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const [timetableId, entryId] = [randomUUID(), randomUUID()];
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  await sql.query('INSERT INTO department (id, code, name) VALUES ($1, $2, $2)', [
    departmentId,
    departmentId.slice(0, 8),
  ]);
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, $2, 'Bench', 2026, $3::date - 70, $3::date + 70)`,
    [termId, termId.slice(0, 8), today],
  );
  await sql.query(`INSERT INTO subject (id, code, name) VALUES ($1, $2, 'Algorithms')`, [
    subjectId,
    subjectId.slice(0, 8),
  ]);
  await sql.query(
    `INSERT INTO course (id, subject_id, term_id, capacity, status) VALUES ($1, $2, $3, 1000, 'active')`,
    [courseId, subjectId, termId],
  );
  const faculty = await createUser(sql, { role: 'faculty' });
  await sql.query('INSERT INTO course_faculty (course_id, user_id) VALUES ($1, $2)', [courseId, faculty.id]);
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO app_user (id, email, name, role, password_hash)
     SELECT id, id || '@bench.example', 'Student', 'student', 'none'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS student RETURNING id`,
    [studentCount],
  );
  const students = rows.map(({ id }) => id);
  await sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at)
     SELECT gen_random_uuid(), $1, id, 'enrolled', now() FROM unnest($2::uuid[]) AS student (id)`,
    [courseId, students],
  );
  await sql.query('INSERT INTO timetable (id, term_id, department_id) VALUES ($1, $2, $3)', [
    timetableId,
    termId,
    departmentId,
  ]);
  await sql.query(
    `INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, day_of_week, start_minute,
       end_minute)
     VALUES ($1, 'published', $2, $3, $4, $5, 0, 1439)`,
    [entryId, timetableId, courseId, faculty.id, ((now.getUTCDay() + 6) % 7) + 1],
  );
  return { courseId, entryId, today, students, faculty };
}
