import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { activateCourse } from '@/lib/domain/course/change-status';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Activate a course: students find it and may enrol',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),

    result: CourseView,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    activateCourse(services.unitOfWork, { actor: user, correlationId, id: params.id }),
);
