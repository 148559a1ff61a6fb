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
import { asksForNothing, requireEligible, requireOpen, takeStudent } from './require-eligible';
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
  if (isSeated(before?.status)) throw new DomainProblem('enrollment.already');
  await requireEligible(tx, course, { studentId, isAllowed: override !== null });
  const place = { studentId, hasFailed: before?.status === 'failed' };
  const [row] = await writeSeats(tx, course, { ...seat, places: [place] });
  if (!row) throw new Error('an enrolment was written and not returned');
  return row;
}

/**
 * The same for many at once, in their order, none of them twice; students are locked as the course is. What refuses one
 * refuses nobody else.
 */
export async function seatStudents(
  tx: EventfulTx,
  course: TakenCourse,
  seats: { studentIds: readonly string[]; by: 'import' },
): Promise<ReadonlyMap<string, EnrollmentRow | DomainProblem>> {
  const { rows: there } = await tx.query<EnrollmentRow>(
    `SELECT ${ENROLLMENT_COLUMNS} FROM enrollment WHERE course_id = $1 AND student_id = ANY ($2::uuid[])`,
    [course.id, seats.studentIds],
  );
  const statusOf = new Map(there.map(({ student_id, status }) => [student_id, status]));
  const isOpenToAll = await asksForNothing(tx, course);
  const told = new Map<string, EnrollmentRow | DomainProblem>();
  const places: Place[] = [];
  for (const studentId of seats.studentIds) {
    const status = statusOf.get(studentId);
    const problem = isSeated(status)
      ? new DomainProblem('enrollment.already')
      : course.status !== 'active'
        ? new DomainProblem('course.inactive')
        : isOpenToAll
          ? null
          : await refusalOf(requireEligible(tx, course, { studentId, isAllowed: false }));
    if (problem) told.set(studentId, problem);
    else places.push({ studentId, hasFailed: status === 'failed' });
  }
  const written = await writeSeats(tx, course, { places, by: seats.by, override: null });
  for (const row of written) told.set(row.student_id, row);
  return told;
}

const isSeated = (status: EnrollmentRow['status'] | undefined): boolean =>
  status !== undefined && status !== 'dropped' && status !== 'failed';

async function refusalOf(check: Promise<void>): Promise<DomainProblem | null> {
  try {
    await check;
    return null;
  } catch (error) {
    if (error instanceof DomainProblem) return error;
    throw error;
  }
}

interface Place {
  readonly studentId: string;
  /** Who failed kept the seat and takes it again. */
  readonly hasFailed: boolean;
}

/** Seats for the first, then the line, and the event of each. */
async function writeSeats(
  tx: EventfulTx,
  course: TakenCourse,
  seats: {
    places: readonly Place[];
    by: 'self' | 'admin' | 'import';
    override: { reason: string; by: string } | null;
  },
): Promise<EnrollmentRow[]> {
  const { places, by, override } = seats;
  if (places.length === 0) return [];
  const counts = await countSeats(tx, course.id);
  const given: { studentId: string; hasSeat: boolean; inCourse: number; position: number }[] = [];
  let { taken, inCourse, waiting } = counts;
  for (const { studentId, hasFailed } of places) {
    const hasSeat = waiting === 0 && taken < course.capacity;
    const moved = hasSeat ? Number(!hasFailed) : -Number(hasFailed);
    if (!hasSeat) waiting += 1;
    given.push({ studentId, hasSeat, inCourse: hasSeat ? inCourse + moved : inCourse, position: waiting });
    taken += moved;
    inCourse += moved;
  }
  const { rows } = await tx.query<EnrollmentRow>(SEAT, [
    course.id,
    given.map(() => uuidv7()),
    given.map(({ studentId }) => studentId),
    given.map(({ hasSeat }) => hasSeat),
    given.map(({ position }) => position - counts.waiting),
    by,
    override?.reason ?? '',
    override?.by ?? null,
  ]);
  const rowOf = new Map(rows.map((row) => [row.student_id, row]));
  return given.map(({ studentId, hasSeat, inCourse: count, position }) => {
    const row = rowOf.get(studentId);
    if (!row) throw new Error('an enrolment was written and not returned');
    if (hasSeat) tx.publish('STUDENT_ENROLLED', enrollmentNamed(course, row, count));
    else
      tx.publish('WAITLIST_ADDED', {
        ...enrollmentNamed(course, row, count),
        position,
        added_at: new Date().toISOString(),
      });
    return row;
  });
}

const SEAT = `
  INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at, queue_no, enrolled_by, override_reason, overridden_by)
  SELECT seat.id, $1::uuid, seat.student_id, (CASE WHEN seat.has_seat THEN 'enrolled' ELSE 'waitlisted' END)::enrollment_status,
    CASE WHEN seat.has_seat THEN now() END,
    CASE WHEN NOT seat.has_seat THEN seat.place +
      (SELECT COALESCE(max(queue_no), 0) FROM enrollment WHERE course_id = $1::uuid) END,
    $6, $7, $8::uuid
  FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::int[]) AS seat (id, student_id, has_seat, place)
  ON CONFLICT (course_id, student_id) DO UPDATE SET status = EXCLUDED.status, enrolled_at = EXCLUDED.enrolled_at,
    queue_no = EXCLUDED.queue_no, offer_expires_at = NULL, enrolled_by = EXCLUDED.enrolled_by,
    override_reason = EXCLUDED.override_reason, overridden_by = EXCLUDED.overridden_by, grade = '', grade_points = NULL,
    changed_at = now()
  RETURNING ${ENROLLMENT_COLUMNS}`;
