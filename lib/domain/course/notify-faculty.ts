import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Notice, tellPeople } from '../notification/tell-people';
import { courseNotices } from './notice-texts';
import type { TakenCourse } from './take-course';

/** Tells those who teach a course, or did until now, what has become of it, each in their language. */
export async function notifyFaculty(
  tx: EventfulTx,
  course: TakenCourse,
  told: { userIds: readonly string[]; write(notices: ReturnType<typeof courseNotices>): Notice },
): Promise<void> {
  await tellPeople(tx, {
    userIds: told.userIds,
    write: ({ locale }) => told.write(courseNotices(locale)),
    kind: 'teaching',
    courseId: course.id,
    priority: 'high',
    actionUrl: `/courses/${course.id}`,
  });
}
