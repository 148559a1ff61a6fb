import * as z from 'zod';
import { NotificationDecisions } from '@/lib/contracts/http/notification-why';
import { DecisionsQuery } from '@/lib/contracts/http/notification-why-requests';
import { explainDecisions } from '@/lib/domain/notification/explain';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Why somebody was notified of an event, or was not',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    query: DecisionsQuery,
    result: NotificationDecisions,
    problems: ['resource.not_found'],
  },
  ({ params, query, services }) => explainDecisions(services.database.sql, params.id, query),
);
