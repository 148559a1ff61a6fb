import { TermList, TermView } from '@/lib/contracts/http/course';
import { WriteTerm } from '@/lib/contracts/http/course-requests';
import { listTerms } from '@/lib/domain/term/queries';
import { writeTerm } from '@/lib/domain/term/write-term';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { summary: 'The terms, the latest first', tag: 'courses', access: 'signed-in', result: TermList },
  async ({ services }) => ({
    items: await listTerms(services.database.sql),
    time_zone: services.universityTimeZone,
  }),
);

export const POST = userRoute(
  {
    summary: 'Add a term',
    tag: 'courses',
    access: ['admin'],
    body: WriteTerm,
    status: 201,
    result: TermView,
    idempotent: true,
    problems: ['catalogue.code_taken'],
  },
  ({ body, user, correlationId, services }) =>
    writeTerm(services.unitOfWork, { actor: user, correlationId, term: body }),
);
