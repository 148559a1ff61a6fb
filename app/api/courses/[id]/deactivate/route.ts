import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { WithReason } from '@/lib/contracts/http/course-requests';
import { deactivateCourse } from '@/lib/domain/course/change-status';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Deactivate a course: nobody new comes in',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: WithReason,
    bodyOptional: true,
    result: CourseView,
    problems: ['resource.not_found'],
  },
  ({ params, body, user, correlationId, services }) =>
    deactivateCourse(services.unitOfWork, { actor: user, correlationId, id: params.id, ...body }),
);
