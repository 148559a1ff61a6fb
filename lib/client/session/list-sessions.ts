import { queryOptions } from '@tanstack/react-query';
import { SessionList } from '@/lib/contracts/http/session';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

/** `GET /api/me/sessions`; asked anew each time it is shown, for "last seen" moves without a push. */
export function sessionListOptions() {
  return queryOptions({
    queryKey: meKeys.sessions,
    queryFn: ({ signal }) => requestJson(SessionList, '/api/me/sessions', { signal }),
    staleTime: 0,
  });
}
