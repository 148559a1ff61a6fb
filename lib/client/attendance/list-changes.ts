import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-correction').then((module) => module.MarkHistory);

/** `GET /api/attendance/sessions/{id}/history`, of one student or of all, newest first. */
export function markHistoryOptions(sessionId: string, studentId?: string) {
  return infiniteQueryOptions({
    queryKey: [...attendanceKeys.history(sessionId), 'changes', studentId ?? null],
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        fetchShape,
        `/api/attendance/sessions/${encodeURIComponent(sessionId)}/history${searchOf({
          student_id: studentId,
          cursor: pageParam,
        })}`,
        { signal },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}
