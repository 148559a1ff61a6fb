/** Query keys of the notifications. `list` is split by filter, so a prefix reaches all of them. */
export const notificationKeys = {
  lists: ['notifications', 'list'],
  list: (filter: { unread: boolean }) => ['notifications', 'list', filter],
  unreadCount: ['notifications', 'unread-count'],
} as const;
