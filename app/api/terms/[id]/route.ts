import * as z from 'zod';
import { TermView } from '@/lib/contracts/http/course';
import { WriteTerm } from '@/lib/contracts/http/course-requests';
import { deleteTerm } from '@/lib/domain/term/delete-term';
import { writeTerm } from '@/lib/domain/term/write-term';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

const one = { tag: 'courses', access: ['admin'], params: z.object({ id: z.string() }) } as const;

export const PUT = userRoute(
  {
    ...one,
    summary: 'Write a term anew',
    body: WriteTerm,
    result: TermView,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found', 'catalogue.code_taken'],
  },
  ({ params: { id }, body: term, ifMatch, user: actor, correlationId, services }) =>
    writeTerm(services.unitOfWork, { actor, correlationId, over: { id, ifMatch }, term }),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Take away a term in which nothing is planned',
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
    problems: ['resource.not_found', 'catalogue.in_use'],
  },
  async ({ params: { id }, ifMatch, user: actor, correlationId, services }) => {
    await deleteTerm(services.unitOfWork, { actor, correlationId, id, ifMatch });
    return undefined;
  },
);
