import type { Envelope } from '@/lib/contracts/events/envelope';
import { findAlertedStudent, isOwnAlert } from '@/lib/domain/attendance/alerted-student';
import { sourceOf } from '@/lib/domain/notification/notification-to-send';
import { tellAlert } from '@/server/notifications/tell-alert';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/**
 * A student is told of low attendance by another service, whose event says all there is to say. Of our own alerts people are
 * told where they are judged.
 */
export async function onLowAttendanceAlert(
  event: Envelope<'LOW_ATTENDANCE_ALERT'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  const { student_id: studentId, course_id: courseId } = event.payload;
  const student = await findAlertedStudent(tx, { studentId, courseId });
  if (!student) return outcome.dead('no student of this id is known here');
  if (await isOwnAlert(tx, event.event_id)) return outcome.skip('told with its judgement');
  const { event_id: eventId, correlation_id: correlationId, payload } = event;
  const isTold = await tellAlert(tx, {
    eventId,
    source: sourceOf(event),
    correlationId,
    payload,
    student,
    own: null,
  });
  return isTold ? outcome.done() : outcome.skip('told before');
}
