import * as z from 'zod';
import { StudentCourse } from '@/lib/contracts/http/attendance-standing';
import { ClassesQuery } from '@/lib/contracts/http/attendance-standing-requests';
import { readStudentCourse } from '@/lib/domain/attendance/read-student-course';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The attendance of a student in a course, with each class and its mark',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ studentId: z.string() }),
    query: ClassesQuery,
    result: StudentCourse,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    readStudentCourse(services.database.sql, user, {
      ...params,
      courseId: query.course_id,
      timeZone: services.universityTimeZone,
    }),
);
