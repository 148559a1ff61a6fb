import { alertTexts, type EndedFacts } from '@/lib/domain/attendance/alert-texts';
import type { EndedAlert } from '@/lib/domain/attendance/judge-attendance';
import { readOutlook } from '@/lib/domain/attendance/read-outlook';
import { onlyUsers } from '@/lib/domain/notification/audience';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import type { NotificationSource } from '@/lib/domain/notification/notification-to-send';
import { ofCourse, readReaders } from '@/lib/domain/notification/tell-people';
import { writeMail } from '@/lib/infra/mail/write-mail';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { ALERT, ALERT_TO_ADVISOR } from './tell-alert';

interface Told {
  readonly id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly user_id: string;
}

/**
 * Whoever was told of alerts that hold no longer is told so, once for all of one student and course, and what they were told
 * is withdrawn. Absences in a row that have ended by attending end without a word: they were true.
 */
export async function tellEndedAlerts(
  tx: EventfulTx,
  ended: readonly EndedAlert[],
  given: { courseId: string; correlationId: string; timeZone: string; source: NotificationSource },
): Promise<void> {
  const wrong = ended.filter(({ rule, was_corrected }) => rule === 'percentage' || was_corrected);
  for (const [studentId, alerts] of byStudent(wrong)) {
    const { name, locale, ...outlook } = await readOutlook(tx, { ...given, studentId });
    const facts = {
      ...outlook,
      student: '',
      wasCorrected: alerts.some(({ was_corrected }) => was_corrected),
    };
    const told = await tx.query<Told>(TOLD, [
      alerts.map(({ event_id }) => event_id),
      [ALERT, ALERT_TO_ADVISOR],
    ]);
    for (const own of byReader(told.rows)) await withdraw(tx, own, { ...given, facts, studentId, name });
    const guardian = await tx.query<{ to_address: string }>(
      'SELECT DISTINCT to_address FROM mail WHERE id = ANY ($1::uuid[])',
      [alerts.map(({ id }) => id)],
    );
    const { title, message } = alertTexts(locale).ended({ ...facts, student: name });
    for (const { to_address } of guardian.rows)
      await writeMail(tx, to_address, { subject: title, text: message });
  }
}

const byStudent = (alerts: readonly EndedAlert[]) =>
  groupBy(alerts, ({ student_id }) => student_id).entries();
const byReader = (told: readonly Told[]) =>
  groupBy(told, ({ kind, user_id }) => `${kind} ${user_id}`).values();

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

async function withdraw(
  tx: EventfulTx,
  told: readonly Told[],
  given: {
    facts: EndedFacts;
    studentId: string;
    name: string;
    courseId: string;
    correlationId: string;
    source: NotificationSource;
  },
): Promise<void> {
  const last = told.at(-1);
  if (!last) return;
  const [reader] = await readReaders(tx, [last.user_id]);
  const isStudent = last.kind === ALERT;
  const facts = { ...given.facts, student: isStudent ? '' : given.name };
  await fanOutNotification(tx, {
    sourceEventId: last.event_id,
    kind: `${last.kind}_withdrawn`,
    ...alertTexts(reader?.locale ?? null).ended(facts),
    priority: 'normal',
    actionUrl: `/attendance/courses/${given.courseId}${isStudent ? '' : `?student=${given.studentId}`}`,
    correlationId: given.correlationId,
    withdraws: told.map(({ id }) => id),
    audience: onlyUsers([last.user_id]),
    source: given.source,
    ...ofCourse(given.courseId, last.kind),
  });
}

const TOLD = `
  SELECT notification.id, notification.event_id, notification.kind, recipient.user_id
  FROM notification JOIN notification_recipient AS recipient ON recipient.notification_id = notification.id
  WHERE notification.event_id = ANY ($1::uuid[]) AND notification.kind = ANY ($2::text[])
  ORDER BY notification.created_at, notification.id`;
