import { Week } from '@/lib/contracts/http/timetable';
import { WeekQuery } from '@/lib/contracts/http/timetable-requests';
import { readWeek } from '@/lib/domain/timetable/read-week';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The classes of one week: of the caller, a room, a teacher or a course',
    tag: 'timetable',
    access: 'signed-in',
    query: WeekQuery,
    result: Week,
  },
  ({ query, user, services }) =>
    readWeek(services.database.sql, user, { ...query, timeZone: services.universityTimeZone }),
);
