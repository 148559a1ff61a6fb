import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.EnrollmentCheck);

/** `GET /api/courses/{id}/enrollment-check`; of every time one looks. */
export function enrollmentCheckOptions(courseId: string, studentId: string) {
  const path = `/api/courses/${encodeURIComponent(courseId)}/enrollment-check`;
  return queryOptions({
    queryKey: courseKeys.check(courseId, studentId),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `${path}${searchOf({ student_id: studentId })}`, { signal }),
    staleTime: 0,
  });
}
