import * as z from 'zod';
import { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import { SetCourseNotifications } from '@/lib/contracts/http/notification-preference-requests';
import { setCourse } from '@/lib/domain/notification-preference/change-settings';
import { versionTag } from '../../../../conditional-request';
import { userRoute } from '../../../../route-wrapper';

const params = z.object({ id: z.string() });

export const PUT = userRoute(
  {
    summary: 'Mute a course, or hear everything of it',
    tag: 'notifications',
    access: 'signed-in',
    params,
    body: SetCourseNotifications,
    result: NotificationSettings,
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found'],
  },
  ({ params: { id }, body, user, correlationId, services: { unitOfWork, universityTimeZone } }) =>
    setCourse(unitOfWork, {
      userId: user.userId,
      correlationId,
      universityTimeZone,
      courseId: id,
      set: body,
    }),
);

export const DELETE = userRoute(
  {
    summary: 'Hear of a course as of all others',
    tag: 'notifications',
    access: 'signed-in',
    params,
    result: NotificationSettings,
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found'],
  },
  ({ params: { id }, user, correlationId, services: { unitOfWork, universityTimeZone } }) =>
    setCourse(unitOfWork, {
      userId: user.userId,
      correlationId,
      universityTimeZone,
      courseId: id,
      set: null,
    }),
);
