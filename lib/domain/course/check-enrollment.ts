import type { EnrollmentCheck } from '@/lib/contracts/http/course';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findEnrollment } from './enrollment-row';
import { readCourse } from './list-courses';
import { findObstacles, isOpen } from './require-eligible';

/**
 * What would become of a student in a course if they were enrolled now, and what an administrator would have to allow.
 * @throws {DomainProblem} `resource.not_found`, `enrollment.not_a_student`
 */
export async function checkEnrollment(
  sql: SqlTx,
  reader: SignedIn,
  asked: { courseId: string; studentId: string },
): Promise<EnrollmentCheck> {
  const course = await readCourse(sql, reader, asked.courseId);
  const { rows } = await sql.query<EnrollmentCheck['student']>(
    `SELECT id, name, email FROM app_user WHERE id = $1 AND role = 'student' AND status = 'active'`,
    [asked.studentId],
  );
  const student = rows[0];
  if (!student) throw new DomainProblem('enrollment.not_a_student');
  const { missing, clashes } = await findObstacles(sql, asked);
  const before = await findEnrollment(sql, course.id, student.id);
  const mayBegin = !before || before.status === 'dropped' || before.status === 'failed';
  const hasSeat = course.waiting === 0 && course.taken < course.capacity;
  return {
    student,
    standing: mayBegin ? null : before.status,
    is_active: course.status === 'active',
    place: hasSeat ? null : course.waiting + 1,
    is_open: await isOpen(sql, course.term.id, 'enroll'),
    missing,
    clashes: clashes.map(({ course_id: _id, ...clash }) => clash),
  };
}
