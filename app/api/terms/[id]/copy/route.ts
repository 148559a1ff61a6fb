import * as z from 'zod';
import { CopiedTerm } from '@/lib/contracts/http/course';
import { CopyTerm } from '@/lib/contracts/http/course-requests';
import { copyTerm } from '@/lib/domain/course/copy-term';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Copy the courses of a term into another one, without students',
    tag: 'courses',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: CopyTerm,
    result: CopiedTerm,
    problems: ['resource.not_found', 'course.section_taken'],
  },
  ({ params, body, user, correlationId, services }) =>
    copyTerm(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      intoId: body.into_term_id,
      isDryRun: body.dry_run,
    }),
);
