import { infiniteQueryOptions } from '@tanstack/react-query';
import { AnnouncementList } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { type AnnouncementListFor, announcementKeys } from './announcement-keys';

/** `GET /api/announcements`, newest first. */
export function announcementListOptions(listFor: AnnouncementListFor) {
  return infiniteQueryOptions({
    queryKey: announcementKeys.list(listFor),
    queryFn: ({ pageParam, signal }) => {
      const search = pageParam === null ? '' : `?${new URLSearchParams({ cursor: pageParam })}`;
      return requestJson(AnnouncementList, `/api/announcements${search}`, { signal });
    },
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Typed here, since a bare `null` would make every page's cursor `null`. */
function noCursor(): string | null {
  return null;
}
