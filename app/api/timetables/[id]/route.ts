import * as z from 'zod';
import { Plan, TimetableView } from '@/lib/contracts/http/plan';
import { EditTimetable } from '@/lib/contracts/http/plan-requests';
import { readPlan } from '@/lib/domain/timetable/read-plan';
import { renameTimetable } from '@/lib/domain/timetable/rename-timetable';
import { userRoute } from '../../route-wrapper';

const one = { tag: 'timetable', access: ['admin'], params: z.object({ id: z.string() }) } as const;

export const GET = userRoute(
  {
    ...one,
    summary: 'A draft: its classes, their conflicts, and how far it is from what is published',
    result: Plan,
    problems: ['resource.not_found'],
  },
  ({ params, services }) => readPlan(services.database.sql, params.id),
);

export const PATCH = userRoute(
  {
    ...one,
    summary: 'Name a timetable otherwise',
    body: EditTimetable,
    result: TimetableView,
    ifMatch: 'required',
    problems: ['resource.not_found'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    renameTimetable(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      ifMatch,
      change: body,
    }),
);
