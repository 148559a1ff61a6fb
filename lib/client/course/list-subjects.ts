import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.SubjectList);

/** `GET /api/subjects`: the first that hold the words, by code. */
export function subjectListOptions(query: string) {
  return queryOptions({
    queryKey: ['subjects', query],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/subjects${searchOf({ query, limit: 100 })}`, { signal }),
  });
}
