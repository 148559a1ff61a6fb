import * as z from 'zod';
import { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import { SetCourseNotifications } from '@/lib/contracts/http/notification-preference-requests';
import { setCourse } from '@/lib/domain/notification-preference/change-settings';
import { versionTag } from '../../../../conditional-request';
import { userRoute } from '../../../../route-wrapper';

const ofCourse = {
  tag: 'notifications',
  access: 'signed-in',
  params: z.object({ id: z.string() }),
  result: NotificationSettings,
  etag: ({ version }: NotificationSettings) => versionTag(version),
  problems: ['resource.not_found'],
} as const;

export const PUT = userRoute(
  { ...ofCourse, summary: 'Mute a course, or hear everything of it', body: SetCourseNotifications },
  ({ params, body, user, correlationId, services: { unitOfWork, universityTimeZone } }) => {
    const own = { userId: user.userId, correlationId, universityTimeZone };
    return setCourse(unitOfWork, { ...own, courseId: params.id, set: body });
  },
);

export const DELETE = userRoute(
  { ...ofCourse, summary: 'Hear of a course as of all others' },
  ({ params, user, correlationId, services: { unitOfWork, universityTimeZone } }) => {
    const own = { userId: user.userId, correlationId, universityTimeZone };
    return setCourse(unitOfWork, { ...own, courseId: params.id, set: null });
  },
);
