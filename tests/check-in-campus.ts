import { randomUUID } from 'node:crypto';
import { universityNow } from '@/lib/domain/timetable/university-now';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createTerm } from './course-campus';

export interface TestClass {
  readonly courseId: string;
  readonly sessionId: string;
}

export const TIME_ZONE = 'UTC';

/** A class of today whose attendance can be taken, with its students and who teaches it. Nobody can check in yet. The term is its own when none is given. */
export async function createClass(
  sql: SqlTx,
  given: { code: string; students: readonly string[]; facultyId: string; termId?: string },
): Promise<TestClass> {
  const [courseId, subjectId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.query('INSERT INTO subject (id, code, name) VALUES ($1, $2, $3)', [
    subjectId,
    given.code,
    `Name of ${given.code}`,
  ]);
  await sql.query(
    `INSERT INTO course (id, subject_id, term_id, capacity, status) VALUES ($1, $2, $3, 500, 'active')`,
    [courseId, subjectId, given.termId ?? (await createTerm(sql))],
  );
  await sql.query('INSERT INTO course_faculty (course_id, user_id) VALUES ($1, $2)', [
    courseId,
    given.facultyId,
  ]);
  await enrol(sql, courseId, given.students);
  await sql.query(
    `INSERT INTO attendance_session (id, course_id, day, held_on, start_minute, end_minute)
     VALUES ($1, $2, $3, $3, 0, 1439)`,
    [sessionId, courseId, universityNow(TIME_ZONE).date],
  );
  return { courseId, sessionId };
}

export async function enrol(sql: SqlTx, courseId: string, students: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at)
     SELECT gen_random_uuid(), $1, student, 'enrolled', now() FROM unnest($2::uuid[]) AS student`,
    [courseId, students],
  );
}
