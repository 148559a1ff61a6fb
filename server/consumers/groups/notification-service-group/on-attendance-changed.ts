import type { Envelope } from '@/lib/contracts/events/envelope';
import { findAlertedStudent } from '@/lib/domain/attendance/alerted-student';
import { judgeAttendance } from '@/lib/domain/attendance/judge-attendance';
import { sourceOf, sourceOfOwn } from '@/lib/domain/notification/notification-to-send';
import { tellAlert } from '@/server/notifications/tell-alert';
import { tellEndedAlerts } from '@/server/notifications/tell-ended-alerts';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** Students were marked for the first time: whoever has crossed a line by that is told. */
export function onAttendanceMarked(
  event: Envelope<'ATTENDANCE_MARKED'>,
  context: HandlerContext,
): Promise<Outcome> {
  const { attendance_id, student_records } = event.payload;
  return judge(event, context, { sessionId: attendance_id, studentIds: student_records.map(idOf) });
}

/** A mark has become another: that may have crossed a line, or taken somebody back above one. */
export function onAttendanceUpdated(
  event: Envelope<'ATTENDANCE_UPDATED'>,
  context: HandlerContext,
): Promise<Outcome> {
  const { attendance_id, student_id } = event.payload;
  return judge(event, context, { sessionId: attendance_id, studentIds: [student_id] });
}

/** The class that tipped it is the last one of the batch. */
export function onAttendanceBulkMarked(
  event: Envelope<'ATTENDANCE_BULK_MARKED'>,
  context: HandlerContext,
): Promise<Outcome> {
  const { classes } = event.payload;
  const last = classes.toSorted((a, b) => a.class_date.localeCompare(b.class_date)).at(-1);
  const studentIds = classes.flatMap(({ student_records }) => student_records.map(idOf));
  return judge(event, context, { sessionId: last?.attendance_id ?? '', studentIds });
}

const idOf = ({ student_id }: { student_id: string }) => student_id;

async function judge(
  event: Envelope<'ATTENDANCE_MARKED' | 'ATTENDANCE_UPDATED' | 'ATTENDANCE_BULK_MARKED'>,
  { tx, timeZone }: HandlerContext,
  { sessionId, studentIds }: { sessionId: string; studentIds: readonly string[] },
): Promise<Outcome> {
  const { course_id: courseId } = event.payload;
  if (studentIds.length === 0) return outcome.skip('no mark has changed');
  const judgement = await judgeAttendance(tx, { courseId, studentIds, sessionId, timeZone });
  if (!judgement) return outcome.skip('nobody of a course of ours');
  const { raised, ended, rules } = judgement;
  const correlationId = event.correlation_id;
  for (const { id, eventId, payload } of raised) {
    const student = await findAlertedStudent(tx, { studentId: payload.student_id, courseId });
    if (!student) continue;
    const source = sourceOfOwn('LOW_ATTENDANCE_ALERT');
    await tellAlert(tx, { eventId, source, payload, correlationId, student, own: { id, rules } });
  }
  const source = { ...sourceOf(event), event_id: event.event_id };
  await tellEndedAlerts(tx, ended, { courseId, correlationId, timeZone, source });
  return outcome.done();
}
