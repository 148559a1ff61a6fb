import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseView);

/** `GET /api/courses/{id}` */
export function courseOptions(id: string) {
  return queryOptions({
    queryKey: courseKeys.detail(id),
    queryFn: ({ signal }) => requestJson(fetchShape, `/api/courses/${encodeURIComponent(id)}`, { signal }),
  });
}
