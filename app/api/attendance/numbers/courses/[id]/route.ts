import * as z from 'zod';
import { CourseNumbers } from '@/lib/contracts/http/attendance-standing';
import { readCourseNumbers } from '@/lib/domain/attendance/read-numbers';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the students of a course stand and how each class was attended',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: CourseNumbers,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) =>
    readCourseNumbers(services.database.sql, user, {
      courseId: params.id,
      timeZone: services.universityTimeZone,
    }),
);
