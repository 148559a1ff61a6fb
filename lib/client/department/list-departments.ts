import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/me').then((module) => module.DepartmentList);

/** `GET /api/departments` */
export function departmentListOptions() {
  return queryOptions({
    queryKey: ['departments'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/departments', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
