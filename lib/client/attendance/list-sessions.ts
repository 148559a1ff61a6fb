import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance').then((module) => module.AttendanceSessionList);

/** `GET /api/attendance/sessions`: the classes whose attendance one takes, of two weeks unless dates are given. */
export function sessionListOptions(asked: { from?: string; to?: string }) {
  return queryOptions({
    queryKey: attendanceKeys.sessionList(asked),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/attendance/sessions${searchOf(asked)}`, { signal }),
    // Classes begin and are over while one looks.
    refetchInterval: 60_000,
  });
}
