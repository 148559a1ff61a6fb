import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { timetableKeys } from './timetable-keys';

const shapes = () => import('@/lib/contracts/http/timetable');

/** `GET /api/rooms` */
export function roomsOptions() {
  return queryOptions({
    queryKey: timetableKeys.rooms,
    queryFn: ({ signal }) =>
      requestJson(() => shapes().then((module) => module.RoomList), '/api/rooms?limit=500', { signal }),
    staleTime: 300_000,
  });
}

/** `GET /api/rooms/free`; the clock moves on without a push. */
export function freeRoomsOptions() {
  return queryOptions({
    queryKey: timetableKeys.freeRooms,
    queryFn: ({ signal }) =>
      requestJson(() => shapes().then((module) => module.FreeRooms), '/api/rooms/free', { signal }),
    refetchInterval: 60_000,
  });
}
