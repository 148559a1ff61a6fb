import * as z from 'zod';
import { Roster } from '@/lib/contracts/http/attendance';
import { readRoster } from '@/lib/domain/attendance/read-roster';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'A class and everybody in it, with their marks',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: Roster,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) =>
    readRoster(services.database.sql, {
      actor: user,
      id: params.id,
      timeZone: services.universityTimeZone,
    }),
);
