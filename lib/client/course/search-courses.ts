import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { courseKeys } from './course-keys';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.CourseList);

/** `GET /api/courses`: those to choose from, at most 20, by the words of code and name; or all that one teaches. */
export function courseSearchOptions({
  query = '',
  teaching = false,
}: {
  query?: string;
  teaching?: boolean;
}) {
  const words = query.slice(0, SEARCH_LENGTH);
  const filter = teaching ? { teaching: 'true', limit: '100' } : { query: words, limit: '20' };
  return queryOptions({
    queryKey: courseKeys.search(filter),
    queryFn: ({ signal }) => requestJson(fetchShape, `/api/courses${searchOf(filter)}`, { signal }),
    enabled: teaching || words !== '',
    placeholderData: keepPreviousData,
  });
}
