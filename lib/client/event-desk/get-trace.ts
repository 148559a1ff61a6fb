import { queryOptions } from '@tanstack/react-query';
import { Trace } from '@/lib/contracts/http/trace';
import { requestJson } from '../http/request-json';

/** `GET /api/traces/{correlation_id}`. It grows while screens answer, so it is asked again while it is looked at. */
export function traceOptions(correlationId: string, userId: string | null) {
  const search = userId ? `?user_id=${encodeURIComponent(userId)}` : '';
  return queryOptions({
    queryKey: ['event-desk', 'trace', correlationId, userId],
    queryFn: ({ signal }) =>
      requestJson(Trace, `/api/traces/${encodeURIComponent(correlationId)}${search}`, { signal }),
    refetchInterval: 5_000,
    staleTime: 0,
  });
}
