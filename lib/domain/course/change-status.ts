import type { CourseView } from '@/lib/contracts/http/course';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isLeavable } from './drop-student';
import { ENROLLMENT_COLUMNS, type EnrollmentRow, enrollmentNamed } from './enrollment-row';
import { fillSeats } from './fill-seats';
import { readCourse } from './list-courses';
import { notifyFaculty } from './notify-faculty';
import { notifyStudents } from './notify-students';
import { courseNamed, type TakenCourse, takeCourse } from './take-course';

interface Request {
  actor: SignedIn;
  correlationId: string;
  id: string;
  reason: string;
}

/** Students find it and may enrol. Active already: nothing changes. @throws {DomainProblem} `resource.not_found` */
export async function activateCourse(
  unitOfWork: UnitOfWork,
  request: Omit<Request, 'reason'>,
): Promise<CourseView> {
  return changeStatus(unitOfWork, { ...request, reason: '' }, 'active', (tx, course, at) => {
    tx.publish('COURSE_ACTIVATED', {
      ...courseNamed(course),
      activated_by: request.actor.userId,
      activated_at: at,
    });
  });
}

/** Nobody new comes in; who is in it stays. @throws {DomainProblem} `resource.not_found` */
export async function deactivateCourse(unitOfWork: UnitOfWork, request: Request): Promise<CourseView> {
  return changeStatus(unitOfWork, request, 'inactive', (tx, course, at) => {
    tx.publish('COURSE_DEACTIVATED', {
      ...courseNamed(course),
      reason: request.reason,
      deactivated_by: request.actor.userId,
      deactivated_at: at,
    });
  });
}

/**
 * Nobody finds it any more. Who is in it or waits is taken out and told, as is who teaches it; what was graded stays in their records.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`
 */
export async function deleteCourse(
  unitOfWork: UnitOfWork,
  request: Request & { ifMatch?: number | undefined },
): Promise<void> {
  const { actor, reason } = request;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.id);
    const before = await readCourse(tx, actor, course.id);
    if (request.ifMatch !== undefined && request.ifMatch !== course.version)
      throw new DomainProblem('precondition.failed', { current: before });
    await emptyCourse(tx, course, request);
    await tx.query(
      `UPDATE course SET deleted_at = now(), section = left(id::text, 8) || ' ' || section WHERE id = $1`,
      [course.id],
    );
    const deleted_at = new Date().toISOString();
    tx.publish('COURSE_DELETED', { ...courseNamed(course), reason, deleted_by: actor.userId, deleted_at });
    const change = { action: 'course.deleted', subjectKind: 'course', subjectId: course.id };
    await recordChange(tx, request, { ...change, before, after: null, reason });
  });
}

async function changeStatus(
  unitOfWork: UnitOfWork,
  request: Request,
  status: TakenCourse['status'],
  tell: (tx: EventfulTx, course: TakenCourse, at: string) => void,
): Promise<CourseView> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.id);
    if (course.status === status) return readCourse(tx, request.actor, course.id);
    await tx.query('UPDATE course SET status = $2::course_status, version = version + 1 WHERE id = $1', [
      course.id,
      status,
    ]);
    tell(tx, course, new Date().toISOString());
    await fillSeats(tx, { ...course, status });
    await recordChange(tx, request, {
      action: status === 'active' ? 'course.activated' : 'course.deactivated',
      subjectKind: 'course',
      subjectId: course.id,
      before: { status: course.status },
      after: { status },
      reason: request.reason,
    });
    return readCourse(tx, request.actor, course.id);
  });
}

async function emptyCourse(tx: EventfulTx, course: TakenCourse, { actor, reason }: Request): Promise<void> {
  const { rows } = await tx.query<EnrollmentRow>(
    `SELECT ${ENROLLMENT_COLUMNS} FROM enrollment WHERE course_id = $1`,
    [course.id],
  );
  const leaving = rows.filter(isLeavable);
  let inCourse = rows.filter(
    ({ status }) => status === 'enrolled' || status === 'completed' || status === 'failed',
  ).length;
  await tx.query(
    `UPDATE enrollment SET status = 'dropped', queue_no = NULL, offer_expires_at = NULL, changed_at = now()
     WHERE id = ANY ($1::uuid[])`,
    [leaving.map(({ id }) => id)],
  );
  const dropped = { reason: reason || 'The course was deleted', dropped_by: actor.userId };
  for (const row of leaving) {
    if (row.status === 'enrolled') inCourse -= 1;
    const dropped_at = new Date().toISOString();
    tx.publish('STUDENT_DROPPED', { ...enrollmentNamed(course, row, inCourse), ...dropped, dropped_at });
  }
  await notifyStudents(tx, course, {
    studentIds: leaving.map(({ student_id }) => student_id),
    write: (notices) => notices.deleted(course, { reason }),
  });
  const { rows: teaching } = await tx.query<{ user_id: string }>(
    'SELECT user_id FROM course_faculty WHERE course_id = $1 ORDER BY user_id',
    [course.id],
  );
  await notifyFaculty(tx, course, {
    userIds: teaching.map(({ user_id }) => user_id),
    write: (notices) => notices.deleted(course, { reason }),
  });
}
