import { HolidayList, WrittenHoliday } from '@/lib/contracts/http/timetable';
import { WriteHoliday } from '@/lib/contracts/http/timetable-requests';
import { listHolidays, writeHoliday } from '@/lib/domain/timetable/write-holiday';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The days without classes, latest first',
    tag: 'timetable',
    access: 'signed-in',
    result: HolidayList,
  },
  ({ services }) => listHolidays(services.database.sql),
);

export const POST = userRoute(
  {
    summary: 'Make a day of a term a holiday, or name it anew',
    tag: 'timetable',
    access: ['admin'],
    body: WriteHoliday,
    status: 201,
    result: WrittenHoliday,
    idempotent: true,
  },
  ({ body, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      writeHoliday(tx, {
        actor: user,
        correlationId,
        timeZone: services.universityTimeZone,
        holiday: body,
      }),
    ),
);
