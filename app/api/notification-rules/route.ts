import { NotificationRules } from '@/lib/contracts/http/notification-preference';
import { SetNotificationRules } from '@/lib/contracts/http/notification-preference-requests';
import { changeRules } from '@/lib/domain/notification-preference/change-rules';
import { showNotificationRules } from '@/lib/domain/notification-preference/queries';
import { versionTag } from '../conditional-request';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What nobody can switch off',
    tag: 'notifications',
    access: 'signed-in',
    result: NotificationRules,
    etag: ({ version }) => versionTag(version),
  },
  ({ user, services }) => showNotificationRules(services.database.sql, user),
);

export const PUT = userRoute(
  {
    summary: 'Say what nobody can switch off',
    tag: 'notifications',
    access: ['admin'],
    body: SetNotificationRules,
    result: NotificationRules,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
  },
  ({ body, ifMatch, user, correlationId, services }) =>
    changeRules(services.unitOfWork, { actor: user, correlationId, ifMatch, set: body }),
);
