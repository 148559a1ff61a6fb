import type { CourseView } from '@/lib/contracts/http/course';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { freeSeat } from './drop-student';
import { countSeats, ENROLLMENT_COLUMNS, type EnrollmentRow, enrollmentNamed } from './enrollment-row';
import { readCourse } from './list-courses';
import { notifyStudents } from './notify-students';
import { takeCourse } from './take-course';

/**
 * A student takes the seat that is held, or leaves it to who is next.
 * @throws {DomainProblem} `resource.not_found`, `enrollment.no_offer` without one, or after its end
 */
export async function answerOffer(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; accept: boolean },
): Promise<CourseView> {
  const { actor, accept } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.courseId);
    const { rows } = await tx.query<EnrollmentRow>(
      `SELECT ${ENROLLMENT_COLUMNS} FROM enrollment
       WHERE course_id = $1 AND student_id = $2 AND status = 'offered' AND offer_expires_at > now()`,
      [course.id, actor.userId],
    );
    const row = rows[0];
    if (!row) throw new DomainProblem('enrollment.no_offer');
    if (!accept) await freeSeat(tx, course, row, { reason: 'The offer was declined', by: actor.userId });
    else {
      const taken = await tx.query<EnrollmentRow>(TAKE_SEAT, [row.id]);
      const { inCourse } = await countSeats(tx, course.id);
      for (const each of taken.rows) tx.publish('STUDENT_ENROLLED', enrollmentNamed(course, each, inCourse));
    }
    return readCourse(tx, actor, course.id);
  });
}

/** One offer that has ended goes to the next in line. `false`: none has. */
export async function expireOffer(tx: EventfulTx): Promise<boolean> {
  // The course before the enrolment, as everybody else locks them.
  const due = await tx.query<{ course_id: string }>(
    `SELECT course_id FROM enrollment WHERE status = 'offered' AND offer_expires_at <= now()
     ORDER BY offer_expires_at LIMIT 1`,
  );
  const courseId = due.rows[0]?.course_id;
  if (courseId === undefined) return false;
  const course = await takeCourse(tx, courseId);
  const { rows } = await tx.query<EnrollmentRow>(
    `SELECT ${ENROLLMENT_COLUMNS} FROM enrollment
     WHERE course_id = $1 AND status = 'offered' AND offer_expires_at <= now() ORDER BY offer_expires_at LIMIT 1`,
    [courseId],
  );
  const row = rows[0];
  // Another process was quicker: look again.
  if (!row) return true;
  await freeSeat(tx, course, row, { reason: 'The offer has expired', by: 'system' });
  await notifyStudents(tx, course, {
    studentIds: [row.student_id],
    write: (notices) => notices.offerEnded(course),
  });
  return true;
}

const TAKE_SEAT = `
  UPDATE enrollment SET status = 'enrolled', enrolled_at = now(), offer_expires_at = NULL, changed_at = now()
  WHERE id = $1 RETURNING ${ENROLLMENT_COLUMNS}`;
