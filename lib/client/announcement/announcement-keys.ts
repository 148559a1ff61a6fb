/** Query keys of the announcements. */
export const announcementKeys = {
  all: ['announcements'],
  list: ['announcements', 'list'],
  detail: (id: string) => ['announcements', 'detail', id],
} as const;
