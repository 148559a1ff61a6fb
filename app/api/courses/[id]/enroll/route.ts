import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { Enroll } from '@/lib/contracts/http/course-requests';
import { enrollStudent } from '@/lib/domain/course/enroll-student';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Enrol oneself, or (administrators) a student; into the line when it is full',
    tag: 'courses',
    access: ['student', 'admin'],
    params: z.object({ id: z.string() }),
    body: Enroll,
    bodyOptional: true,
    idempotent: true,
    result: CourseView,
    problems: [
      'resource.not_found',
      'course.inactive',
      'enrollment.already',
      'enrollment.closed',
      'enrollment.not_a_student',
      'enrollment.missing_prerequisite',
      'enrollment.clash',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    enrollStudent(services.unitOfWork, { actor: user, correlationId, courseId: params.id, wish: body }),
);
