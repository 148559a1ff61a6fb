import { counted } from './counted';

export const inbox = {
  title: 'Inbox',
  list: 'Notifications',
  show: 'Show',
  all: 'All',
  unread: 'Unread',
  loading: 'Loading your notifications',
  notLoaded: 'Your notifications could not be loaded',
  markAllRead: 'Mark all read',
  markRead: 'Mark as read',
  markTitleRead: (title: string) => `Mark "${title}" as read`,
  allStillUnread: (problem: string) => `They are still unread. ${problem}`,
  stillUnread: (title: string, problem: string) => `"${title}" is still unread. ${problem}`,
  allRead: { title: 'You have read everything', text: 'What arrives from now on appears here by itself.' },
  empty: {
    title: 'Nothing yet',
    text: 'When somebody announces something to you, it appears here the moment it is published.',
  },
  bell: (unread: number) =>
    unread === 0
      ? 'Inbox, nothing unread'
      : counted(unread, { one: 'Inbox, # unread', other: 'Inbox, # unread' }),
};
