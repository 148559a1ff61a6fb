import { randomUUID } from 'node:crypto';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { TakenCourse } from './take-course';

/** Tells students what has become of their place in a course; it comes about only if the change does. */
export function notifyStudents(
  tx: EventfulTx,
  course: TakenCourse,
  told: { studentIds: readonly string[]; title: string; message: string },
): void {
  if (told.studentIds.length === 0) return;
  tx.publish('SEND_BULK', {
    batch_id: randomUUID(),
    recipient_type: 'users',
    recipient_filter: { ...NOBODY, user_ids: [...told.studentIds] },
    notification_type: 'enrollment',
    title: told.title,
    message: told.message,
    channels: ['in_app'],
    priority: 'high',
    template_id: '',
    template_data: {},
    action_url: `/courses/${course.id}`,
    announcement_id: '',
    announced_revision: 0,
  });
}

const NOBODY = {
  department_ids: [],
  course_ids: [],
  program_ids: [],
  group_ids: [],
  role_names: [],
  semesters: [],
};
