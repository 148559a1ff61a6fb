import type { AnnouncementListQuery, AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';

/** Which list: what the user received, or what the user wrote (an administrator: everything), and what of it. */
export type ListFilter = { scope: 'received' | 'authored' } & Partial<
  Pick<AnnouncementListQuery, 'status' | 'priority' | 'pinned' | 'unacknowledged' | 'query'>
>;
/** Or what they may read of both that is addressed to a course. */
export type AnnouncementFilter =
  | ListFilter
  | ({ scope: 'readable'; query?: undefined } & Pick<AnnouncementListQuery, 'course_id'>);

/** Query keys of the announcements. */
export const announcementKeys = {
  all: ['announcements'],
  lists: ['announcements', 'list'],
  list: (filter: AnnouncementFilter) => ['announcements', 'list', filter],
  detail: (id: string) => ['announcements', 'detail', id],
  revisions: (id: string) => ['announcements', 'revisions', id],
  lastChange: (id: string, version: number) => ['announcements', 'last-change', id, version],
  reach: (id: string) => ['announcements', 'reach', id],
  reachedLists: (id: string) => ['announcements', 'reached', id],
  reached: (id: string, filter: object) => ['announcements', 'reached', id, filter],
  audienceCount: (target: AnnouncementTarget) => ['announcements', 'audience-count', target],
} as const;
