import type { EnrollmentStatus } from '@/lib/contracts/http/course';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { TakenCourse } from './take-course';

export interface EnrollmentRow {
  readonly id: string;
  readonly student_id: string;
  readonly status: EnrollmentStatus;
  readonly enrolled_at: string | null;
  readonly enrolled_by: string;
  readonly grade: string;
  readonly grade_points: number | null;
}

export interface SeatCount {
  /** In the course, as the events count them. */
  readonly inCourse: number;
  /** Those and the seats held for an offer. */
  readonly taken: number;
  readonly waiting: number;
}

/** Of a locked course. */
export async function countSeats(tx: SqlTx, courseId: string): Promise<SeatCount> {
  const { rows } = await tx.query<SeatCount>(COUNT, [courseId]);
  return rows[0] ?? { inCourse: 0, taken: 0, waiting: 0 };
}

export async function findEnrollment(
  tx: SqlTx,
  courseId: string,
  studentId: string,
): Promise<EnrollmentRow | null> {
  const { rows } = await tx.query<EnrollmentRow>(
    `SELECT ${ENROLLMENT_COLUMNS} FROM enrollment WHERE course_id = $1 AND student_id = $2`,
    [courseId, studentId],
  );
  return rows[0] ?? null;
}

export const ENROLLMENT_COLUMNS = `id, student_id, status, ${isoTime('enrolled_at')} AS enrolled_at, enrolled_by,
  grade, grade_points::float8 AS grade_points`;

/** What every enrolment event says. */
export const enrollmentNamed = (course: TakenCourse, row: EnrollmentRow, inCourse: number) => ({
  enrollment_id: row.id,
  student_id: row.student_id,
  course_id: course.id,
  course_name: course.name,
  enrollment_date: row.enrolled_at,
  enrolled_by: row.enrolled_by,
  current_count: inCourse,
  max_capacity: course.capacity,
});

const COUNT = `
  SELECT count(*) FILTER (WHERE status IN ('enrolled', 'completed', 'failed'))::int AS "inCourse",
    count(*) FILTER (WHERE status IN ('enrolled', 'completed', 'failed', 'offered'))::int AS taken,
    count(*) FILTER (WHERE status = 'waitlisted')::int AS waiting
  FROM enrollment WHERE course_id = $1`;
