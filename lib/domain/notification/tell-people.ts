import { randomUUID } from 'node:crypto';
import type { Priority } from '@/lib/contracts/http/announcement';
import { Locale } from '@/lib/contracts/http/locale';
import { categoryOf } from '@/lib/contracts/http/notification-category';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { ordinaryChannels } from './notification-to-send';
import { sayMoment } from './say-moment';

/** As many as one event may name and stay well below what a log takes. */
const PER_COMMAND = 5_000;

/** Whoever is told, as far as the words depend on it. */
export interface Reader {
  readonly id: string;
  /** `null`: follows the browser, which is not here to ask. */
  readonly locale: Locale | null;
  /** An instant on the reader's clock and in their language. */
  moment(at: string): string;
}

export interface Notice {
  readonly title: string;
  readonly message: string;
}

interface Told {
  readonly userIds: readonly string[];
  /** The kind of the notification: `reminder`, `timetable`, `enrollment`, `teaching`, `security`. */
  readonly kind: string;
  /** A path of the site. */
  readonly actionUrl: string;
  readonly priority: Priority;
  /** The announcement that it is of, and which of its announced revisions. */
  readonly announcement?: { readonly id: string; readonly revision: number };
  /** The course that it is about: who has muted it is not disturbed. */
  readonly courseId?: string;
  /** Those of one group are shown as one, and held back when too many come at once. */
  readonly groupKey?: string;
}

/** What is about one course: its members may mute it, and a flood of one sort of it is held back. */
export const ofCourse = (courseId: string, kind: string) => ({
  courseId,
  groupKey: `course:${courseId}:${categoryOf(kind)}`,
});

/**
 * Tells people by the notification service, each in their language and with the times of their zone, in the transaction of
 * what it tells of: both come about, or neither. Everybody is told once; those whose words are the same share a command.
 */
export async function tellPeople(
  tx: EventfulTx,
  told: Told & { write(reader: Reader): Notice },
): Promise<void> {
  const groups = new Map<string, { notice: Notice; userIds: string[] }>();
  for (const reader of await readReaders(tx, told.userIds)) {
    const notice = told.write(reader);
    const key = JSON.stringify([notice.title, notice.message]);
    const group = groups.get(key);
    if (group) group.userIds.push(reader.id);
    else groups.set(key, { notice, userIds: [reader.id] });
  }
  for (const { notice, userIds } of groups.values()) tellAlike(tx, { ...told, ...notice, userIds });
}

/** The same in one text for all: words of a person, or of somebody whose language is known. */
export function tellAlike(tx: EventfulTx, told: Told & Notice): void {
  const { userIds, announcement } = told;
  for (let first = 0; first < userIds.length; first += PER_COMMAND)
    tx.publish('SEND_BULK', {
      batch_id: randomUUID(),
      recipient_type: 'users',
      recipient_filter: {
        department_ids: [],
        course_ids: [],
        program_ids: [],
        group_ids: [],
        role_names: [],
        semesters: [],
        user_ids: userIds.slice(first, first + PER_COMMAND),
      },
      notification_type: told.kind,
      title: told.title,
      message: told.message,
      channels: [...ordinaryChannels],
      priority: told.priority,
      template_id: '',
      template_data: {},
      action_url: told.actionUrl,
      announcement_id: announcement?.id ?? '',
      announced_revision: announcement?.revision ?? 0,
      course_id: told.courseId ?? '',
      group_key: told.groupKey ?? '',
    });
}

/** Each once, in the order they were named. */
export async function readReaders(sql: SqlTx, userIds: readonly string[]): Promise<Reader[]> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return [];
  const { rows } = await sql.query<{ id: string; locale: string | null; time_zone: string | null }>(
    'SELECT id, locale, time_zone FROM app_user WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = known.get(id);
    // A language that is not spoken any more is none.
    const locale = Locale.safeParse(row?.locale).data ?? null;
    return { id, locale, moment: (at) => sayMoment(at, { locale, timeZone: row?.time_zone ?? null }) };
  });
}
