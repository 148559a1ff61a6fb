import * as z from 'zod';
import { SubjectView } from '@/lib/contracts/http/course';
import { WriteSubject } from '@/lib/contracts/http/course-requests';
import { deleteSubject } from '@/lib/domain/subject/delete-subject';
import { writeSubject } from '@/lib/domain/subject/write-subject';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

const one = { tag: 'courses', access: ['admin'], params: z.object({ id: z.string() }) } as const;

export const PUT = userRoute(
  {
    ...one,
    summary: 'Write a subject anew',
    body: WriteSubject,
    result: SubjectView,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found', 'catalogue.code_taken'],
  },
  ({ params: { id }, body: subject, ifMatch, user: actor, correlationId, services }) =>
    writeSubject(services.unitOfWork, { actor, correlationId, over: { id, ifMatch }, subject }),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Take away a subject that nothing needs',
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
    problems: ['resource.not_found', 'catalogue.in_use'],
  },
  async ({ params: { id }, ifMatch, user: actor, correlationId, services }) => {
    await deleteSubject(services.unitOfWork, { actor, correlationId, id, ifMatch });
    return undefined;
  },
);
