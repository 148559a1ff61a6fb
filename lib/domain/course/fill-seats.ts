import { isoTime } from '@/lib/infra/db/iso-time';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { countSeats, ENROLLMENT_COLUMNS, type EnrollmentRow, enrollmentNamed } from './enrollment-row';
import { notifyStudents } from './notify-students';
import type { TakenCourse } from './take-course';

/**
 * Gives the free seats of a locked course to those who have waited longest: at once, or as an offer that ends. To be
 * called in the transaction that made a seat free, so that nobody can come between.
 */
export async function fillSeats(tx: EventfulTx, course: TakenCourse): Promise<void> {
  if (course.status !== 'active') return;
  const { taken, inCourse, waiting } = await countSeats(tx, course.id);
  const free = Math.min(course.capacity - taken, waiting);
  for (let given = 0; given < free; given += 1) {
    const { rows } = await tx.query<EnrollmentRow & { offer_expires_at: string | null }>(PROMOTE, [
      course.id,
      course.offerHours,
    ]);
    const row = rows[0];
    if (!row) return;
    const isOffer = row.status === 'offered';
    const end = row.offer_expires_at;
    tx.publish('WAITLIST_PROMOTED', {
      ...enrollmentNamed(course, row, isOffer ? inCourse : inCourse + given + 1),
      // Whoever is first is promoted.
      previous_position: 1,
      promoted_by: 'system',
      promoted_at: new Date().toISOString(),
    });
    await notifyStudents(tx, course, {
      studentIds: [row.student_id],
      write: (notices, reader) =>
        end === null ? notices.seat(course) : notices.offer(course, { end: reader.moment(end) }),
    });
  }
}

const PROMOTE = `
  UPDATE enrollment SET queue_no = NULL, changed_at = now(),
    status = (CASE WHEN $2::int IS NULL THEN 'enrolled' ELSE 'offered' END)::enrollment_status,
    enrolled_at = CASE WHEN $2::int IS NULL THEN now() END,
    offer_expires_at = now() + $2::int * interval '1 hour'
  WHERE id = (SELECT id FROM enrollment WHERE course_id = $1 AND status = 'waitlisted' ORDER BY queue_no LIMIT 1)
  RETURNING ${ENROLLMENT_COLUMNS}, ${isoTime('offer_expires_at')} AS offer_expires_at`;
