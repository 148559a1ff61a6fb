import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-correction').then((module) => module.RosterAt);

/** `GET /api/attendance/sessions/{id}/roster`; without an instant as it is now. */
export function rosterAtOptions(sessionId: string, at: string) {
  return queryOptions({
    queryKey: [...attendanceKeys.history(sessionId), 'roster', at],
    queryFn: ({ signal }) =>
      requestJson(
        fetchShape,
        `/api/attendance/sessions/${encodeURIComponent(sessionId)}/roster${searchOf({ at })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
