import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const contracts = () => import('@/lib/contracts/http/attendance-standing');
const fetchStanding = () => contracts().then((module) => module.StudentStanding);
const fetchCourse = () => contracts().then((module) => module.StudentCourse);

export const standingPath = '/api/attendance/standing';

/** `GET /api/attendance/standing`: the reader's own, by course. */
export function standingOptions() {
  return queryOptions({
    queryKey: attendanceKeys.standing({ of: 'me' }),
    queryFn: ({ signal }) => requestJson(fetchStanding, standingPath, { signal }),
  });
}

/** `GET /api/attendance/standing/{student_id}/classes`: in one course, with each class. */
export function studentCourseOptions(studentId: string, courseId: string) {
  const path = `${standingPath}/${encodeURIComponent(studentId)}/classes?course_id=${encodeURIComponent(courseId)}`;
  return queryOptions({
    queryKey: attendanceKeys.standing({ of: 'classes', studentId, courseId }),
    queryFn: ({ signal }) => requestJson(fetchCourse, path, { signal }),
  });
}
