import * as z from 'zod';
import { CalendarLink, NewCalendarLink } from '@/lib/contracts/http/calendar';
import {
  describeCalendarLink,
  renewCalendarLink,
  revokeCalendarLink,
} from '@/lib/domain/calendar/calendar-link';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Whether there is an address for calendar programs',
    tag: 'timetable',
    access: ['student', 'faculty'],
    result: CalendarLink,
  },
  ({ user, services }) => describeCalendarLink(services.database.sql, user.userId),
);

// Without an idempotency key: the answer would be kept, and the address is kept nowhere.
export const POST = userRoute(
  {
    summary: 'A new secret address for calendar programs, shown once; an earlier one ends',
    tag: 'timetable',
    access: ['student', 'faculty'],
    result: NewCalendarLink,
  },
  ({ user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      renewCalendarLink(tx, { userId: user.userId, publicOrigin: services.publicOrigin }),
    ),
);

export const DELETE = userRoute(
  {
    summary: 'End the address for calendar programs',
    tag: 'timetable',
    access: ['student', 'faculty'],
    result: z.undefined(),
    status: 204,
  },
  ({ user, correlationId, services }) =>
    services.unitOfWork
      .run({ correlationId }, (tx) => revokeCalendarLink(tx, user.userId))
      .then(() => undefined),
);
