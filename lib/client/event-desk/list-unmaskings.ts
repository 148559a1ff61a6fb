import { infiniteQueryOptions } from '@tanstack/react-query';
import { UnmaskingList } from '@/lib/contracts/http/event-desk';
import { requestJson } from '../http/request-json';

/** `GET /api/events/unmaskings`, newest first. Asked anew at each visit: others unmask too. */
export const unmaskingListOptions = infiniteQueryOptions({
  queryKey: ['event-desk', 'unmaskings'],
  queryFn: ({ pageParam, signal }) =>
    requestJson(
      UnmaskingList,
      `/api/events/unmaskings${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`,
      {
        signal,
      },
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next_cursor,
  staleTime: 0,
});
