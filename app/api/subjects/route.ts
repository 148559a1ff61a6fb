import { SubjectList, SubjectView } from '@/lib/contracts/http/course';
import { SubjectListQuery, WriteSubject } from '@/lib/contracts/http/course-requests';
import { listSubjects } from '@/lib/domain/subject/queries';
import { writeSubject } from '@/lib/domain/subject/write-subject';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The subjects that courses teach, by code',
    tag: 'courses',
    access: 'signed-in',
    query: SubjectListQuery,
    result: SubjectList,
  },
  ({ query, services }) =>
    listSubjects(services.database.sql, { ...query, ...pageOf('subjects', query, 'name') }),
);

export const POST = userRoute(
  {
    summary: 'Add a subject',
    tag: 'courses',
    access: ['admin'],
    body: WriteSubject,
    status: 201,
    result: SubjectView,
    idempotent: true,
    problems: ['catalogue.code_taken'],
  },
  ({ body, user, correlationId, services }) =>
    writeSubject(services.unitOfWork, { actor: user, correlationId, subject: body }),
);
