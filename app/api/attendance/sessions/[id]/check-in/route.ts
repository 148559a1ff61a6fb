import { readWall } from '@/lib/domain/attendance/read-wall';
import { startCheckIn, stopCheckIn } from '@/lib/domain/attendance/start-check-in';
import { userRoute } from '../../../../route-wrapper';
import { readCheckIn, startOne, stopOne } from './declarations';

export const GET = userRoute(readCheckIn, ({ params, user, services }) =>
  readWall(services.database.sql, { actor: user, id: params.id, timeZone: services.universityTimeZone }),
);

export const POST = userRoute(startOne, ({ params, body, user, correlationId, services }) =>
  startCheckIn(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    timeZone: services.universityTimeZone,
    given: body,
  }),
);

export const DELETE = userRoute(stopOne, ({ params, user, correlationId, services }) =>
  stopCheckIn(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    timeZone: services.universityTimeZone,
  }),
);
