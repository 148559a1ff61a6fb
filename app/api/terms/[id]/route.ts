import * as z from 'zod';
import { TermView } from '@/lib/contracts/http/course';
import { WriteTerm } from '@/lib/contracts/http/course-requests';
import { writeTerm } from '@/lib/domain/term/write-term';
import { userRoute } from '../../route-wrapper';

export const PUT = userRoute(
  {
    summary: 'Write a term anew',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: WriteTerm,
    result: TermView,
    problems: ['resource.not_found', 'catalogue.code_taken'],
  },
  ({ params, body, user, correlationId, services }) =>
    writeTerm(services.unitOfWork, { actor: user, correlationId, id: params.id, term: body }),
);
