import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type CourseFilter, courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseList);

/** `GET /api/courses`, by code. */
export function courseListOptions(filter: CourseFilter) {
  return infiniteQueryOptions({
    queryKey: courseKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/courses${searchOf({ ...filter, cursor: pageParam })}`, { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}
