import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseUse);

/** `GET /api/courses/{id}/use` */
export function courseUseOptions(id: string) {
  return queryOptions({
    queryKey: [...courseKeys.all, 'use', id],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/courses/${encodeURIComponent(id)}/use`, { signal }),
    staleTime: 0,
  });
}
