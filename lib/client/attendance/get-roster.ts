import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () => import('@/lib/contracts/http/attendance').then((module) => module.Roster);

/** `GET /api/attendance/sessions/{id}`: a class and everybody in it. */
export function rosterOptions(id: string) {
  return queryOptions({
    queryKey: attendanceKeys.roster(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/attendance/sessions/${encodeURIComponent(id)}`, { signal }),
  });
}
