import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { Drop } from '@/lib/contracts/http/course-requests';
import { dropStudent } from '@/lib/domain/course/drop-student';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Leave a course or its line, or (administrators) take a student out',
    tag: 'courses',
    access: ['student', 'admin'],
    params: z.object({ id: z.string() }),
    body: Drop,
    bodyOptional: true,
    idempotent: true,
    result: CourseView,
    problems: ['resource.not_found', 'enrollment.not_enrolled', 'enrollment.closed'],
  },
  ({ params, body, user, correlationId, services }) =>
    dropStudent(services.unitOfWork, { actor: user, correlationId, courseId: params.id, wish: body }),
);
