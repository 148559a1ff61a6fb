import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/settings').then((module) => module.Settings);

/** `GET /api/settings`; asked anew each time it is shown, for no push tells of another administrator's change. */
export function settingsOptions() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/settings', { signal }),
    staleTime: 0,
  });
}
