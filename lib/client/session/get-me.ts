import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

const fetchShape = () => import('@/lib/contracts/http/me').then((module) => module.Me);

/** `GET /api/me` */
export function meOptions() {
  return queryOptions({
    queryKey: meKeys.me,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/me', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
