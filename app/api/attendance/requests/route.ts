import { askCorrection } from '@/lib/domain/attendance/ask-correction';
import { listRequests } from '@/lib/domain/attendance/list-requests';
import { pageOf } from '../../keyset-page';
import { userRoute } from '../../route-wrapper';
import { askForOne, listAll } from './declarations';

export const GET = userRoute(listAll, ({ query, user, services }) =>
  listRequests(services.database.sql, user, { open: query.open, ...pageOf('requests', query) }),
);

export const POST = userRoute(askForOne, ({ body, user, correlationId, services }) =>
  askCorrection(services.unitOfWork, {
    actor: user,
    correlationId,
    timeZone: services.universityTimeZone,
    given: body,
  }),
);
