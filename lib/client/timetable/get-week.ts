import { queryOptions } from '@tanstack/react-query';
import type { WeekQuery } from '@/lib/contracts/http/timetable-requests';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { timetableKeys } from './timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.Week);

/** `GET /api/timetable/week`: this week, or that of `day`; of the reader, a room, a teacher or a course. */
export function weekOptions(asked: WeekQuery) {
  return queryOptions({
    queryKey: timetableKeys.week(asked),
    queryFn: ({ signal }) => requestJson(fetchShape, weekPath(asked), { signal }),
  });
}

export const weekPath = (asked: WeekQuery) => `/api/timetable/week${searchOf(asked)}`;
