import { Trace, TraceParams, TraceQuery } from '@/lib/contracts/http/trace';
import { traceCorrelation } from '@/lib/domain/trace/trace-correlation';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What became of a request: every step to every screen, by its correlation id',
    tag: 'events',
    access: ['admin'],
    params: TraceParams,
    query: TraceQuery,
    result: Trace,
    problems: ['resource.not_found'],
  },
  ({ params, query, services }) =>
    traceCorrelation(services.database.sql, {
      correlationId: params.correlation_id,
      userId: query.user_id ?? null,
    }),
);
