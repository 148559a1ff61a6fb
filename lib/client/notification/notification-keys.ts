import type { NotificationListQuery } from '@/lib/contracts/http/notification-requests';

/** Which part of the inbox: with `archived` the archive, else what is not in it. */
export type NotificationFilter = Partial<
  Pick<
    NotificationListQuery,
    'unread' | 'archived' | 'group_key' | 'snoozed' | 'category' | 'kind' | 'priority' | 'query'
  >
>;

/** Query keys of the notifications. `list` is split by filter, so a prefix reaches all of them. */
export const notificationKeys = {
  lists: ['notifications', 'list'],
  list: (filter: NotificationFilter) => [
    'notifications',
    'list',
    { unread: false, archived: false, ...filter },
  ],
  /** The same list where it is gone through: of what is far from the screen nothing is kept. */
  inbox: (filter: NotificationFilter) => [...notificationKeys.list(filter), 'inbox'],
  details: ['notifications', 'detail'],
  detail: (id: string) => ['notifications', 'detail', id],
  trails: ['notifications', 'trail'],
  trail: (id: string) => ['notifications', 'trail', id],
  /** Which unread ones are shown as one. */
  groups: ['notifications', 'groups'],
  unreadCount: ['notifications', 'unread-count'],
} as const;
