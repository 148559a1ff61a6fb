import { infiniteQueryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/mail').then((module) => module.MailList);

/** `GET /api/mail`, newest first. No push tells of new mail: it is asked for every few seconds while it is looked at. */
export const mailListOptions = infiniteQueryOptions({
  queryKey: ['mail'],
  queryFn: ({ pageParam, signal }) =>
    requestJson(fetchShape, `/api/mail${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, {
      signal,
    }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next_cursor,
  staleTime: 0,
  refetchInterval: 3_000,
});
