import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-rules').then((module) => module.CustomStatusList);

/** `GET /api/attendance/statuses`: the university's own statuses, in their order. */
export function statusListOptions() {
  return queryOptions({
    queryKey: [...attendanceKeys.settings, 'statuses'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/attendance/statuses', { signal }),
  });
}
