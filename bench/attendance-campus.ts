import type { Database } from '@/lib/infra/db/database';
import { createAttendanceCourse } from '@/tests/attendance-course';
import { createDepartment, createUser } from '@/tests/campus';

export type AttendanceCampus = Awaited<ReturnType<typeof createAttendanceCampus>>;

/** A course with students and a class of today, which has begun. */
export async function createAttendanceCampus({ sql }: Database, studentCount: number) {
  const departmentId = await createDepartment(sql, 'BENCH');
  const faculty = await createUser(sql, { role: 'faculty' });
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO app_user (id, email, name, role, password_hash)
     SELECT id, id || '@bench.example', 'Student', 'student', 'none'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS student RETURNING id`,
    [studentCount],
  );
  const students = rows.map(({ id }) => id);
  const { courseId, entryId } = await createAttendanceCourse(sql, {
    code: 'CS204',
    departmentId,
    faculty: [faculty.id],
    students,
  });
  return { courseId, entryId, students, faculty };
}
