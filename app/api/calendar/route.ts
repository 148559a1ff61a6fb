import {
  describeCalendarLink,
  renewCalendarLink,
  revokeCalendarLink,
} from '@/lib/domain/calendar/calendar-link';
import { userRoute } from '../route-wrapper';
import { readOwn, renewOwn, revokeOwn } from './declarations';

export const GET = userRoute(readOwn, ({ user, services }) =>
  describeCalendarLink(services.database.sql, user.userId),
);

export const POST = userRoute(renewOwn, ({ user, correlationId, services }) =>
  services.unitOfWork.run({ correlationId }, (tx) =>
    renewCalendarLink(tx, { userId: user.userId, publicOrigin: services.publicOrigin }),
  ),
);

export const DELETE = userRoute(revokeOwn, async ({ user, correlationId, services }) => {
  await services.unitOfWork.run({ correlationId }, (tx) => revokeCalendarLink(tx, user.userId));
  return undefined;
});
