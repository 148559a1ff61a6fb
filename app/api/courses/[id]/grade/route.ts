import * as z from 'zod';
import { GradedStudent } from '@/lib/contracts/http/course';
import { GradeStudent } from '@/lib/contracts/http/course-requests';
import { gradeStudent } from '@/lib/domain/course/grade-student';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Record how a student came through the course',
    tag: 'courses',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: GradeStudent,
    result: GradedStudent,
    problems: ['resource.not_found', 'enrollment.not_enrolled'],
  },
  ({ params, body, user, correlationId, services }) =>
    gradeStudent(services.unitOfWork, { actor: user, correlationId, courseId: params.id, given: body }),
);
