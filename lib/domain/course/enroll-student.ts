import { v7 as uuidv7 } from 'uuid';
import type { CourseView } from '@/lib/contracts/http/course';
import type { Enroll } from '@/lib/contracts/http/course-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import {
  countSeats,
  ENROLLMENT_COLUMNS,
  type EnrollmentRow,
  enrollmentNamed,
  findEnrollment,
} from './enrollment-row';
import { readCourse } from './list-courses';
import { notifyStudents } from './notify-students';
import { requireEligible, requireOpen, takeStudent } from './require-eligible';
import { type TakenCourse, takeCourse } from './take-course';

/**
 * Gives a student a seat, or the last place in the line when there is none. Students enrol themselves while the term
 * allows; administrators anybody, at any time, and with a reason also past a clash or a missing prerequisite.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `course.inactive`, `enrollment.already`,
 * `enrollment.closed`, `enrollment.not_a_student`, `enrollment.missing_prerequisite`, `enrollment.clash`
 */
export async function enrollStudent(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; wish: Enroll },
): Promise<CourseView> {
  const { actor, wish } = request;
  const isAdmin = actor.role === 'admin';
  const studentId = wish.student_id ?? actor.userId;
  const isSelf = studentId === actor.userId;
  if (!isAdmin && (!isSelf || wish.override_reason !== undefined)) throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    await takeStudent(tx, studentId);
    const course = await takeCourse(tx, request.courseId);
    if (!isAdmin) await requireOpen(tx, course, 'enroll');
    const override = wish.override_reason ? { reason: wish.override_reason, by: actor.userId } : null;
    const row = await seatStudent(tx, course, { studentId, by: isAdmin ? 'admin' : 'self', override });
    if (isAdmin) {
      await recordChange(tx, request, {
        action: 'enrollment.created',
        subjectKind: 'course',
        subjectId: course.id,
        before: null,
        after: { student_id: studentId, status: row.status },
        reason: wish.override_reason,
      });
      const hasSeat = row.status === 'enrolled';
      await notifyStudents(tx, course, {
        studentIds: [studentId],
        write: (notices) => notices.putDown(course, { by: actor.name, hasSeat }),
      });
    }
    return readCourse(tx, actor, course.id);
  });
}

/** In a locked course, for a locked student. */
export async function seatStudent(
  tx: EventfulTx,
  course: TakenCourse,
  seat: {
    studentId: string;
    by: 'self' | 'admin' | 'import';
    override: { reason: string; by: string } | null;
  },
): Promise<EnrollmentRow> {
  const { studentId, override } = seat;
  if (course.status !== 'active') throw new DomainProblem('course.inactive');
  const before = await findEnrollment(tx, course.id, studentId);
  if (before && before.status !== 'dropped' && before.status !== 'failed')
    throw new DomainProblem('enrollment.already');
  await requireEligible(tx, course, { studentId, isAllowed: override !== null });
  const { taken, inCourse, waiting } = await countSeats(tx, course.id);
  const hasSeat = waiting === 0 && taken < course.capacity;
  const { rows } = await tx.query<EnrollmentRow>(SEAT, [
    uuidv7(),
    course.id,
    studentId,
    hasSeat,
    seat.by,
    override?.reason ?? '',
    override?.by ?? null,
  ]);
  const row = rows[0];
  if (!row) throw new Error('an enrolment was written and not returned');
  // Somebody who failed kept the seat and takes it again.
  const isNew = before?.status !== 'failed';
  if (hasSeat) tx.publish('STUDENT_ENROLLED', enrollmentNamed(course, row, inCourse + Number(isNew)));
  else
    tx.publish('WAITLIST_ADDED', {
      ...enrollmentNamed(course, row, inCourse),
      position: waiting + 1,
      added_at: new Date().toISOString(),
    });
  return row;
}

const SEAT = `
  INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at, queue_no, enrolled_by, override_reason, overridden_by)
  VALUES ($1, $2, $3, (CASE WHEN $4 THEN 'enrolled' ELSE 'waitlisted' END)::enrollment_status,
    CASE WHEN $4 THEN now() END,
    CASE WHEN NOT $4 THEN (SELECT COALESCE(max(queue_no), 0) + 1 FROM enrollment WHERE course_id = $2) END,
    $5, $6, $7)
  ON CONFLICT (course_id, student_id) DO UPDATE SET status = EXCLUDED.status, enrolled_at = EXCLUDED.enrolled_at,
    queue_no = EXCLUDED.queue_no, offer_expires_at = NULL, enrolled_by = EXCLUDED.enrolled_by,
    override_reason = EXCLUDED.override_reason, overridden_by = EXCLUDED.overridden_by, grade = '', grade_points = NULL,
    changed_at = now()
  RETURNING ${ENROLLMENT_COLUMNS}`;
