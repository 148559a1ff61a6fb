import * as z from 'zod';
import { EnrollmentCheck } from '@/lib/contracts/http/course';
import { CheckEnrollment } from '@/lib/contracts/http/course-requests';
import { checkEnrollment } from '@/lib/domain/course/check-enrollment';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What would become of a student in a course, and what stands in the way',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    query: CheckEnrollment,
    result: EnrollmentCheck,
    problems: ['resource.not_found', 'enrollment.not_a_student'],
  },
  ({ params, query, user, services }) =>
    checkEnrollment(services.database.sql, user, { courseId: params.id, studentId: query.student_id }),
);
