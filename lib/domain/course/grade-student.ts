import type { GradeStudent } from '@/lib/contracts/http/course-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { countSeats, enrollmentNamed, findEnrollment } from './enrollment-row';
import { notifyStudents } from './notify-students';
import { teachesCourse } from './queries';
import { takeCourse } from './take-course';

export interface Graded {
  student_id: string;
  status: 'completed' | 'failed';
  grade: string;
}

/**
 * How a student came through a course, by its faculty or an administrator; again, when it was wrong. The student is told;
 * what is as it was tells nobody.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `enrollment.not_enrolled`
 */
export async function gradeStudent(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; given: GradeStudent },
): Promise<Graded> {
  const { actor, given } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.courseId);
    if (actor.role !== 'admin' && !(await teachesCourse(tx, actor.userId, course.id)))
      throw new DomainProblem('auth.forbidden');
    const row = await findEnrollment(tx, course.id, given.student_id);
    if (!row || !['enrolled', 'completed', 'failed'].includes(row.status))
      throw new DomainProblem('enrollment.not_enrolled');
    const graded: Graded = { student_id: given.student_id, status: given.outcome, grade: given.grade };
    const isAsBefore = row.status === given.outcome && row.grade === given.grade;
    if (isAsBefore && row.grade_points === given.grade_points) return graded;
    await tx.query(
      `UPDATE enrollment SET status = $2::enrollment_status, grade = $3, grade_points = $4, changed_at = now() WHERE id = $1`,
      [row.id, given.outcome, given.grade, given.grade_points],
    );
    const { inCourse } = await countSeats(tx, course.id);
    const at = new Date().toISOString();
    const said = { ...enrollmentNamed(course, row, inCourse), grade: given.grade, recorded_by: actor.userId };
    if (given.outcome === 'completed')
      tx.publish('ENROLLMENT_COMPLETED', {
        ...said,
        grade_points: given.grade_points,
        credits: course.credits,
        completed_at: at,
      });
    else tx.publish('ENROLLMENT_FAILED', { ...said, reason: given.reason, failed_at: at });
    await notifyStudents(tx, course, {
      studentIds: [given.student_id],
      write: (notices) => notices.graded(course, { by: actor.name, ...graded }),
    });
    await recordChange(tx, request, {
      action: 'enrollment.graded',
      subjectKind: 'course',
      subjectId: course.id,
      before: { student_id: given.student_id, status: row.status, grade: row.grade },
      after: { ...graded },
    });
    return graded;
  });
}
