import * as z from 'zod';
import { StudentStanding } from '@/lib/contracts/http/attendance-standing';
import { readStanding } from '@/lib/domain/attendance/read-standing';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary:
      'The attendance of a student: all of it for who advises them, else of the courses one teaches them',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ studentId: z.string() }),
    result: StudentStanding,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) =>
    readStanding(services.database.sql, user, { ...params, timeZone: services.universityTimeZone }),
);
