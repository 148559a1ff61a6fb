import { Meeting } from '@/lib/contracts/http/timetable';
import { ChangeClass } from '@/lib/contracts/http/timetable-requests';
import { changeClass } from '@/lib/domain/timetable/change-class';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Cancel or move one class on one day, change its room or who teaches it',
    tag: 'timetable',
    access: ['faculty', 'admin'],
    body: ChangeClass,
    result: Meeting,
    idempotent: true,
    problems: ['resource.not_found', 'timetable.conflict'],
  },
  ({ body, user, correlationId, services }) =>
    changeClass(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      change: body,
    }),
);
