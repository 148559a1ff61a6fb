import * as z from 'zod';
import { Meeting } from '@/lib/contracts/http/timetable';
import { undoChange } from '@/lib/domain/timetable/change-class';
import { userRoute } from '../../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Take the change of one day back',
    tag: 'timetable',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: Meeting,
    problems: ['resource.not_found', 'timetable.conflict'],
  },
  ({ params, user, correlationId, services }) =>
    undoChange(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
    }),
);
