import type { Envelope } from '@/lib/contracts/events/envelope';
import { findAlertedStudent, holdAlert } from '@/lib/domain/attendance/alerted-student';
import { tellAlert } from '@/server/notifications/tell-alert';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** A student is told of low attendance: by us or by another service, whose event says all there is to say. */
export async function onLowAttendanceAlert(
  event: Envelope<'LOW_ATTENDANCE_ALERT'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  const { student_id: studentId, course_id: courseId } = event.payload;
  const student = await findAlertedStudent(tx, { studentId, courseId });
  if (!student) return outcome.dead('no student of this id is known here');
  const alert = await holdAlert(tx, event.event_id);
  if (alert?.isWithdrawn) return outcome.skip('withdrawn before anybody was told');
  const isTold = await tellAlert(tx, event, { student, alertId: alert?.id ?? null });
  return isTold ? outcome.done() : outcome.skip('told before');
}
