import { randomUUID } from 'node:crypto';
import type { Priority } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** As many as one event may name and stay well below what a log takes. */
const PER_COMMAND = 5_000;

export interface Telling {
  readonly userIds: readonly string[];
  /** The kind of the notification: `reminder`, `timetable`, `enrollment`, `security`. */
  readonly kind: string;
  readonly title: string;
  readonly message: string;
  /** A path of the site. */
  readonly actionUrl: string;
  readonly priority: Priority;
  /** The announcement that it is of, and which of its announced revisions. */
  readonly announcement?: { readonly id: string; readonly revision: number };
}

/** Tells people one thing by the notification service, in the transaction of what it tells of: both come about, or neither. */
export function tellPeople(tx: EventfulTx, telling: Telling): void {
  const { userIds, announcement } = telling;
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
      notification_type: telling.kind,
      title: telling.title,
      message: telling.message,
      channels: ['in_app'],
      priority: telling.priority,
      template_id: '',
      template_data: {},
      action_url: telling.actionUrl,
      announcement_id: announcement?.id ?? '',
      announced_revision: announcement?.revision ?? 0,
    });
}
