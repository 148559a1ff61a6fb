import { infiniteQueryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { timetableKeys } from '../timetable/timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.RoomList);

/** `GET /api/rooms`, page after page, by code. */
export function roomListOptions() {
  return infiniteQueryOptions({
    queryKey: timetableKeys.roomList,
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/rooms${searchOf({ cursor: pageParam, limit: 500 })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}
