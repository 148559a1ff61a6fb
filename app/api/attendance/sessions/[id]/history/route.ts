import * as z from 'zod';
import { MarkHistory } from '@/lib/contracts/http/attendance-correction';
import { HistoryQuery } from '@/lib/contracts/http/attendance-correction-requests';
import { listChanges } from '@/lib/domain/attendance/list-changes';
import { pageOf } from '../../../../keyset-page';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who changed which mark of a class, when and why, newest first; students see their own',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    query: HistoryQuery,
    result: MarkHistory,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    listChanges(services.database.sql, user, {
      id: params.id,
      student_id: query.student_id,
      ...pageOf(`history of ${params.id}`, query, 'name'),
    }),
);
