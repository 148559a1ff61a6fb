import { queryOptions } from '@tanstack/react-query';
import { Settings } from '@/lib/contracts/http/settings';
import { requestJson } from '../http/request-json';

/** `GET /api/settings`; asked anew each time it is shown, for no push tells of another administrator's change. */
export function settingsOptions() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => requestJson(Settings, '/api/settings', { signal }),
    staleTime: 0,
  });
}
