import type { CourseView } from '@/lib/contracts/http/course';
import type { Drop } from '@/lib/contracts/http/course-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { countSeats, type EnrollmentRow, enrollmentNamed, findEnrollment } from './enrollment-row';
import { fillSeats } from './fill-seats';
import { readCourse } from './list-courses';
import { notifyStudents } from './notify-students';
import { requireOpen } from './require-eligible';
import { type TakenCourse, takeCourse } from './take-course';

/**
 * Takes a student out of a course or its line; a seat that becomes free goes to who is next in the same transaction.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `enrollment.not_enrolled`, `enrollment.closed`
 */
export async function dropStudent(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; wish: Drop },
): Promise<CourseView> {
  const { actor, wish } = request;
  const isAdmin = actor.role === 'admin';
  const studentId = wish.student_id ?? actor.userId;
  if (!isAdmin && studentId !== actor.userId) throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.courseId);
    const row = await findEnrollment(tx, course.id, studentId);
    if (!row || !isLeavable(row)) throw new DomainProblem('enrollment.not_enrolled');
    if (!isAdmin && row.status === 'enrolled') await requireOpen(tx, course, 'drop');
    await freeSeat(tx, course, row, { reason: wish.reason, by: actor.userId });
    if (isAdmin) {
      await recordChange(tx, request, {
        action: 'enrollment.dropped',
        subjectKind: 'course',
        subjectId: course.id,
        before: { student_id: studentId, status: row.status },
        after: { student_id: studentId, status: 'dropped' },
        reason: wish.reason,
      });
      await notifyStudents(tx, course, {
        studentIds: [studentId],
        write: (notices) => notices.takenOut(course, { by: actor.name, reason: wish.reason }),
      });
    }
    return readCourse(tx, actor, course.id);
  });
}

/** Who may still leave: what is graded stays. */
export const isLeavable = ({ status }: EnrollmentRow): boolean =>
  status === 'enrolled' || status === 'offered' || status === 'waitlisted';

/** In a locked course: out of it, and who is next in. */
export async function freeSeat(
  tx: EventfulTx,
  course: TakenCourse,
  row: EnrollmentRow,
  why: { reason: string; by: string },
): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET status = 'dropped', queue_no = NULL, offer_expires_at = NULL, changed_at = now() WHERE id = $1`,
    [row.id],
  );
  const { inCourse } = await countSeats(tx, course.id);
  tx.publish('STUDENT_DROPPED', {
    ...enrollmentNamed(course, row, inCourse),
    reason: why.reason,
    dropped_by: why.by,
    dropped_at: new Date().toISOString(),
  });
  if (row.status !== 'waitlisted') await fillSeats(tx, course);
}
