import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type AnnouncementFilter, announcementKeys } from './announcement-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementList);

/** `GET /api/announcements`, newest first. */
export function announcementListOptions(filter: AnnouncementFilter) {
  return infiniteQueryOptions({
    queryKey: announcementKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, announcementListPath({ ...filter, cursor: pageParam }), { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const announcementListPath = (asked: AnnouncementFilter & { cursor?: string | null }) =>
  `/api/announcements${searchOf(asked)}`;
