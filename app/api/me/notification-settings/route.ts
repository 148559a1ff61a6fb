import { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import { ChangeNotificationSettings } from '@/lib/contracts/http/notification-preference-requests';
import { changeSettings } from '@/lib/domain/notification-preference/change-settings';
import { readNotificationSettings } from '@/lib/domain/notification-preference/queries';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the caller wants to be told of what happens',
    tag: 'notifications',
    access: 'signed-in',
    result: NotificationSettings,
    etag: ({ version }) => versionTag(version),
  },
  ({ user, services }) =>
    readNotificationSettings(services.database.sql, user.userId, services.universityTimeZone),
);

export const PATCH = userRoute(
  {
    summary: 'Be told in another way from now on',
    tag: 'notifications',
    access: 'signed-in',
    body: ChangeNotificationSettings,
    result: NotificationSettings,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
  },
  ({ body, ifMatch, user, correlationId, services: { unitOfWork, universityTimeZone } }) =>
    changeSettings(unitOfWork, {
      userId: user.userId,
      correlationId,
      universityTimeZone,
      ifMatch,
      change: body,
    }),
);
