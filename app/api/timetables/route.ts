import { TimetableList, TimetableView } from '@/lib/contracts/http/plan';
import { TimetableListQuery } from '@/lib/contracts/http/plan-requests';
import { CreateTimetable } from '@/lib/contracts/http/timetable-requests';
import { createTimetable } from '@/lib/domain/timetable/create-timetable';
import { listTimetables } from '@/lib/domain/timetable/list-timetables';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The timetables of departments by term',
    tag: 'timetable',
    access: ['admin'],
    query: TimetableListQuery,
    result: TimetableList,
  },
  ({ query, services }) =>
    listTimetables(services.database.sql, { ...query, ...pageOf('timetables', query, 'name') }),
);

export const POST = userRoute(
  {
    summary: 'Begin the timetable of a department for a term; empty at first',
    tag: 'timetable',
    access: ['admin'],
    body: CreateTimetable,
    status: 201,
    result: TimetableView,
    idempotent: true,
    location: ({ id }) => `/api/timetables/${id}`,
    problems: ['timetable.exists'],
  },
  ({ body, user, correlationId, services }) =>
    createTimetable(services.unitOfWork, { actor: user, correlationId, draft: body }),
);
