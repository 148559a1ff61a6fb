import * as z from 'zod';
import { SubjectView } from '@/lib/contracts/http/course';
import { WriteSubject } from '@/lib/contracts/http/course-requests';
import { writeSubject } from '@/lib/domain/subject/write-subject';
import { userRoute } from '../../route-wrapper';

export const PUT = userRoute(
  {
    summary: 'Write a subject anew',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: WriteSubject,
    result: SubjectView,
    problems: ['resource.not_found', 'catalogue.code_taken'],
  },
  ({ params, body, user, correlationId, services }) =>
    writeSubject(services.unitOfWork, { actor: user, correlationId, id: params.id, subject: body }),
);
