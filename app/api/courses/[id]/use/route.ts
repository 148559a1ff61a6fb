import * as z from 'zod';
import { CourseUse } from '@/lib/contracts/http/course';
import { measureUse } from '@/lib/domain/course/measure-use';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who would lose what if the course were deleted',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: CourseUse,
    problems: ['resource.not_found'],
  },
  ({ params, services }) => measureUse(services.database.sql, params.id),
);
