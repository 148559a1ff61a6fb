import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type * as z from 'zod';
import type { ReachState } from '@/lib/contracts/http/reach';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { announcementKeys } from './announcement-keys';

const fetchShape = () => import('@/lib/contracts/http/reach').then((module) => module.ReachBoard);

export interface ReachedFilter {
  state?: z.infer<typeof ReachState>;
  query?: string;
}

/** `GET /api/announcements/{id}/reach`: the people behind the numbers, by name. */
export function reachedListOptions(id: string, filter: ReachedFilter) {
  return infiniteQueryOptions({
    queryKey: announcementKeys.reached(id, filter),
    queryFn: async ({ pageParam, signal }) => {
      const search = searchOf({ ...filter, cursor: pageParam });
      const path = `/api/announcements/${encodeURIComponent(id)}/reach${search}`;
      const { people, next_cursor } = await requestJson(fetchShape, path, { signal });
      return { items: people, next_cursor };
    },
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
