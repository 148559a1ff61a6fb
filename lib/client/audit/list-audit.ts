import { infiniteQueryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type AuditFilter, personKeys } from '../person/person-keys';

const fetchShape = () => import('@/lib/contracts/http/audit').then((module) => module.AuditList);

/** `GET /api/audit`, newest first. Asked anew at each visit: not every change is pushed. */
export function auditListOptions(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: personKeys.audit(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/audit${searchOf({ ...filter, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
  });
}
