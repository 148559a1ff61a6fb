import { queryOptions } from '@tanstack/react-query';
import { Me } from '@/lib/contracts/http/me';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

/** `GET /api/me` */
export function meOptions() {
  return queryOptions({
    queryKey: meKeys.me,
    queryFn: ({ signal }) => requestJson(Me, '/api/me', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
