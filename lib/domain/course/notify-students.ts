import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellPeople } from '../notification/tell-people';
import type { TakenCourse } from './take-course';

/** Tells students what has become of their place in a course; it comes about only if the change does. */
export function notifyStudents(
  tx: EventfulTx,
  course: TakenCourse,
  told: { studentIds: readonly string[]; title: string; message: string },
): void {
  const { studentIds: userIds, title, message } = told;
  const actionUrl = `/courses/${course.id}`;
  tellPeople(tx, { userIds, title, message, kind: 'enrollment', priority: 'high', actionUrl });
}
