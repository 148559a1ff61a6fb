import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Notice, type Reader, tellPeople } from '../notification/tell-people';
import { courseNotices } from './notice-texts';
import type { TakenCourse } from './take-course';

/**
 * Tells students what has become of their place in a course, each in their language; it comes about only if the change does.
 */
export async function notifyStudents(
  tx: EventfulTx,
  course: TakenCourse,
  told: {
    studentIds: readonly string[];
    write(notices: ReturnType<typeof courseNotices>, reader: Reader): Notice;
  },
): Promise<void> {
  await tellPeople(tx, {
    userIds: told.studentIds,
    write: (reader) => told.write(courseNotices(reader.locale), reader),
    kind: 'enrollment',
    courseId: course.id,
    priority: 'high',
    actionUrl: `/courses/${course.id}`,
  });
}
