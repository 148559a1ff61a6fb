import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CoursePeople);

/** `GET /api/courses/{id}/people`, by name. */
export function coursePeopleOptions(id: string) {
  return infiniteQueryOptions({
    queryKey: courseKeys.people(id),
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        fetchShape,
        `/api/courses/${encodeURIComponent(id)}/people${searchOf({ cursor: pageParam })}`,
        {
          signal,
        },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}
