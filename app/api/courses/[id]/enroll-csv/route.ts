import * as z from 'zod';
import { EnrolledCsv } from '@/lib/contracts/http/course';
import { EnrollCsv } from '@/lib/contracts/http/course-requests';
import { enrollByCsv } from '@/lib/domain/course/enroll-by-csv';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Enrol the students of a table; a dry run writes nothing',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: EnrollCsv,
    result: EnrolledCsv,
    problems: ['resource.not_found', 'course.inactive'],
  },
  ({ params, body, user, correlationId, services }) =>
    enrollByCsv(services.unitOfWork, { actor: user, correlationId, courseId: params.id, given: body }),
);
