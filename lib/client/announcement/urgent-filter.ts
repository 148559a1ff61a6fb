import type { AnnouncementFilter } from './announcement-keys';

/** What stands above every page: urgent, and not acknowledged by this reader. The server renders it with the page. */
export const urgentFilter = {
  scope: 'received',
  priority: 'urgent',
  unacknowledged: true,
} as const satisfies AnnouncementFilter;
