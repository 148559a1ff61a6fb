import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { timetableKeys } from './timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.TeacherList);

/** When somebody would have to be free. */
export interface TeachingTime {
  day: string;
  start_time: string;
  end_time: string;
}

/** `GET /api/timetable/faculty`: by name; with a time those who are free then come first. */
export function teachersOptions(asked: { query?: string } & Partial<TeachingTime>) {
  return queryOptions({
    queryKey: timetableKeys.teachers(asked),
    queryFn: ({ signal }) => requestJson(fetchShape, `/api/timetable/faculty${searchOf(asked)}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
