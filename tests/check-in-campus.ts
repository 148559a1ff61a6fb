import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';
import { daysAgo } from './attendance-course';
import { createTerm } from './course-campus';
import { createCourse } from './timetable-world';

export interface TestClass {
  readonly courseId: string;
  readonly sessionId: string;
}

/** A class of today whose attendance can be taken, with its students and who teaches it. Nobody can check in yet. */
export async function createClass(
  sql: SqlTx,
  given: { code: string; students: readonly string[]; facultyId: string },
): Promise<TestClass> {
  const { code, students, facultyId } = given;
  const termId = await createTerm(sql);
  const courseId = await createCourse(sql, { code, termId, students, faculty: [facultyId] });
  const sessionId = randomUUID();
  await sql.query(
    `INSERT INTO attendance_session (id, course_id, day, held_on, start_minute, end_minute)
     VALUES ($1, $2, $3, $3, 0, 1439)`,
    [sessionId, courseId, daysAgo(0)],
  );
  return { courseId, sessionId };
}
