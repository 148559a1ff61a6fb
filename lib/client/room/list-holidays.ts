import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.HolidayList);

/** `GET /api/holidays`, of all terms, the latest first. */
export function holidayListOptions() {
  return queryOptions({
    queryKey: timetableKeys.holidays,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/holidays', { signal }),
  });
}
