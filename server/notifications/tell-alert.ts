import type { Envelope } from '@/lib/contracts/events/envelope';
import { type AlertFacts, alertTexts } from '@/lib/domain/attendance/alert-texts';
import type { AlertedStudent } from '@/lib/domain/attendance/alerted-student';
import type { AttendanceRules } from '@/lib/domain/attendance/rules';
import { onlyUsers } from '@/lib/domain/notification/audience';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import type { NotificationSource } from '@/lib/domain/notification/notification-to-send';
import { type Notice, ofCourse, readReaders } from '@/lib/domain/notification/tell-people';
import { writeMail } from '@/lib/infra/mail/write-mail';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

export const ALERT = 'attendance_alert';
export const ALERT_TO_ADVISOR = 'attendance_alert_advisor';

interface AlertToTell {
  readonly eventId: string;
  /** What the alert's event was. */
  readonly source: NotificationSource;
  readonly payload: Envelope<'LOW_ATTENDANCE_ALERT'>['payload'];
  readonly correlationId: string;
  readonly student: AlertedStudent;
  /** Of an alert of our own: its id, and the rules it was judged by. */
  readonly own: { readonly id: string; readonly rules: AttendanceRules } | null;
}

/**
 * Tells the student, and of an alert of our own the advisor and the guardian too, as the rules say. Returns false when it was
 * told before.
 */
export async function tellAlert(tx: EventfulTx, alert: AlertToTell): Promise<boolean> {
  const { student, own, payload } = alert;
  const facts = factsOf(payload, student, own?.rules.warning_percentage ?? null);
  const write = (locale: AlertedStudent['locale'], name: string) =>
    alertTexts(locale).alert({ ...facts, student: name });
  const send = (userId: string, kind: string, actionUrl: string, notice: Notice) =>
    fanOutNotification(tx, {
      sourceEventId: alert.eventId,
      kind,
      ...notice,
      priority: facts.isCritical ? 'urgent' : 'high',
      actionUrl,
      correlationId: alert.correlationId,
      audience: onlyUsers([userId]),
      source: alert.source,
      // Another service may name courses that are not known here.
      ...(student.courseCode !== '' && ofCourse(payload.course_id, kind)),
    });
  const page = student.isInCourse ? `/attendance/courses/${payload.course_id}` : '';
  const told = await send(student.id, ALERT, page, write(student.locale, ''));
  if (told === null) return false;
  if (!own) return true;
  if (own.rules.tell_advisor && student.advisorId) {
    const [advisor] = await readReaders(tx, [student.advisorId]);
    const notice = write(advisor?.locale ?? null, student.name);
    await send(student.advisorId, ALERT_TO_ADVISOR, `${page}?student=${student.id}`, notice);
  }
  if (own.rules.tell_guardian && student.guardianEmail !== '') {
    const { title, message } = write(student.locale, student.name);
    // The mail's id is the alert's: it is there once, and a withdrawal knows whom it has to tell.
    await writeMail(tx, student.guardianEmail, { subject: title, text: message }, own.id);
  }
  return true;
}

/** The words are made from the event alone, so that another service's alert reads like one of ours. */
function factsOf(
  payload: AlertToTell['payload'],
  { courseCode }: AlertedStudent,
  goal: number | null,
): AlertFacts {
  const { can_miss, best_percentage } = payload;
  const knowsMore = typeof can_miss === 'number' && typeof best_percentage === 'number';
  return {
    course: courseCode || payload.course_name,
    student: '',
    isCritical: payload.alert_level === 'critical',
    absentInRow: payload.rule === 'consecutive' ? payload.absent_in_row : 0,
    percentage: payload.attendance_percentage,
    threshold: payload.threshold_percentage,
    counted: payload.total_classes,
    attended: payload.classes_attended,
    day: /^\d{4}-\d{2}-\d{2}$/.test(payload.class_date) ? payload.class_date : '',
    time: payload.start_time,
    outlook: knowsMore
      ? { goal: goal ?? payload.threshold_percentage, canMiss: can_miss, best: best_percentage }
      : null,
  };
}
