import { infiniteQueryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/event-desk').then((module) => module.UnmaskingList);

/** `GET /api/events/unmaskings`, newest first. Asked anew at each visit: others unmask too. */
export const unmaskingListOptions = infiniteQueryOptions({
  queryKey: ['event-desk', 'unmaskings'],
  queryFn: ({ pageParam, signal }) =>
    requestJson(
      fetchShape,
      `/api/events/unmaskings${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`,
      {
        signal,
      },
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next_cursor,
  staleTime: 0,
});
