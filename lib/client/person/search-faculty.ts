import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () => import('@/lib/contracts/http/person').then((module) => module.PersonList);

/** `GET /api/people`: who may be assigned to teach, at most 20, by the words of name and email. */
export function facultySearchOptions(query: string) {
  const filter = { role: 'faculty', status: 'active', query: query.slice(0, SEARCH_LENGTH), limit: 20 };
  return queryOptions({
    queryKey: ['people', 'faculty', query],
    queryFn: ({ signal }) => requestJson(fetchShape, `/api/people${searchOf(filter)}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
