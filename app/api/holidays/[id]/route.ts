import * as z from 'zod';
import { deleteHoliday } from '@/lib/domain/timetable/write-holiday';
import { userRoute } from '../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Let classes be held on a day again',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) => {
    const request = { actor: user, correlationId, timeZone: services.universityTimeZone, id: params.id };
    return services.unitOfWork
      .run({ correlationId }, (tx) => deleteHoliday(tx, request))
      .then(() => undefined);
  },
);
