import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const contracts = () => import('@/lib/contracts/http/attendance-standing');
const fetchCourse = () => contracts().then((module) => module.CourseNumbers);
const fetchSummary = () => contracts().then((module) => module.AttendanceSummary);

/** `GET /api/attendance/numbers/courses/{id}`: for its faculty and administrators. */
export function courseNumbersOptions(id: string) {
  return queryOptions({
    queryKey: attendanceKeys.standing({ of: 'course', id }),
    queryFn: ({ signal }) =>
      requestJson(fetchCourse, `/api/attendance/numbers/courses/${encodeURIComponent(id)}`, { signal }),
  });
}

/** `GET /api/attendance/numbers`: the courses of a term, of one department or all. */
export function summaryOptions(asked: { term_id?: string; department_id?: string }) {
  return queryOptions({
    queryKey: attendanceKeys.standing({ of: 'summary', ...asked }),
    queryFn: ({ signal }) =>
      requestJson(fetchSummary, `/api/attendance/numbers${searchOf(asked)}`, { signal }),
  });
}
