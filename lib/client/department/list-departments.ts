import { queryOptions } from '@tanstack/react-query';
import { DepartmentList } from '@/lib/contracts/http/me';
import { requestJson } from '../http/request-json';

/** `GET /api/departments` */
export function departmentListOptions() {
  return queryOptions({
    queryKey: ['departments'],
    queryFn: ({ signal }) => requestJson(DepartmentList, '/api/departments', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
