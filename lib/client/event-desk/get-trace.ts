import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/trace').then((module) => module.Trace);

/** `GET /api/traces/{correlation_id}`. It grows while screens answer, so it is asked again while it is looked at. */
export function traceOptions(correlationId: string, userId: string | null) {
  const search = userId ? `?user_id=${encodeURIComponent(userId)}` : '';
  return queryOptions({
    queryKey: ['event-desk', 'trace', correlationId, userId],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/traces/${encodeURIComponent(correlationId)}${search}`, { signal }),
    refetchInterval: 5_000,
    staleTime: 0,
  });
}
