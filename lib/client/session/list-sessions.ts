import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

const fetchShape = () => import('@/lib/contracts/http/session').then((module) => module.SessionList);

/** `GET /api/me/sessions`; asked anew each time it is shown, for "last seen" moves without a push. */
export function sessionListOptions() {
  return queryOptions({
    queryKey: meKeys.sessions,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/me/sessions', { signal }),
    staleTime: 0,
  });
}
