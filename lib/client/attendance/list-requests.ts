import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-correction').then((module) => module.CorrectionRequestList);

/** `GET /api/attendance/requests`: those that are open, or those that are over. */
export function requestListOptions({ open }: { open: boolean }) {
  return infiniteQueryOptions({
    queryKey: attendanceKeys.requestList({ open }),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/attendance/requests${searchOf({ open, cursor: pageParam })}`, { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    // What oneself has done in another tab is told to nobody by a notification.
    refetchOnWindowFocus: true,
  });
}
