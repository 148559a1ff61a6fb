import { randomUUID } from 'node:crypto';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** Tells somebody of their own account, on all their screens, in the transaction of what it tells of. */
export function notifyOwner(
  tx: EventfulTx,
  userId: string,
  notice: { readonly title: string; readonly message: string },
): void {
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
      user_ids: [userId],
    },
    notification_type: 'security',
    ...notice,
    channels: ['in_app'],
    priority: 'high',
    template_id: '',
    template_data: {},
    action_url: '/profile',
  });
}
