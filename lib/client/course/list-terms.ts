import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.TermList);

/** `GET /api/terms`, the latest first. */
export function termListOptions() {
  return queryOptions({
    queryKey: ['terms'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/terms', { signal }),
  });
}
