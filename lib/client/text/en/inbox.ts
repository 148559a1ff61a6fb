import { MOST_UNREAD_COUNTED } from '@/lib/contracts/http/most-unread';
import { counted } from './counted';

export const inbox = {
  title: 'Inbox',
  list: 'Notifications',
  show: 'Show',
  tabs: {
    all: 'All',
    unread: 'Unread',
    urgent: 'Urgent',
    announcements: 'Announcements',
    updates: 'Updates',
    reminders: 'Reminders',
    archived: 'Archived',
  },
  search: 'Search notifications',
  unread: 'Unread',
  unseen: 'New',
  withdrawn: 'Withdrawn',
  loading: 'Loading your notifications',
  notLoaded: 'Your notifications could not be loaded',
  markAllRead: 'Mark all read',
  markThisManyRead: (count: number) => `Mark ${atMost(count)} as read`,
  pressAgain: (count: number) => `This cannot be taken back. Press again to mark ${atMost(count)} as read.`,
  allMarkedRead: (count: number) => counted(count, { one: '# marked as read', other: '# marked as read' }),
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  archive: 'Archive',
  restore: 'Move to inbox',
  markTitleRead: (title: string) => `Mark "${title}" as read`,
  markTitleUnread: (title: string) => `Mark "${title}" as unread`,
  archiveTitle: (title: string) => `Archive "${title}"`,
  restoreTitle: (title: string) => `Move "${title}" to the inbox`,
  archived: (title: string) => `"${title}" is in the archive`,
  restored: (title: string) => `"${title}" is in the inbox again`,
  allStillUnread: (problem: string) => `They are still unread. ${problem}`,
  stillUnread: (title: string, problem: string) => `"${title}" is still unread. ${problem}`,
  notChanged: (title: string, problem: string) => `"${title}" is as it was. ${problem}`,
  allRead: { title: 'You have read everything', text: 'What arrives from now on appears here by itself.' },
  empty: {
    title: 'Nothing yet',
    text: 'When somebody announces something to you, it appears here the moment it is published.',
  },
  emptyTabs: {
    announcements: { title: 'No announcements', text: 'What is announced to you appears here by itself.' },
    updates: {
      title: 'No updates',
      text: 'When an announcement changes in what it says, you are told here.',
    },
    reminders: { title: 'No reminders', text: 'When you are asked again for an answer, it appears here.' },
    urgent: { title: 'Nothing urgent', text: 'What cannot wait appears here the moment it is published.' },
    archived: { title: 'The archive is empty', text: 'What you archive is kept here, out of the way.' },
  },
  nothingFound: (query: string) => `Nothing with "${query}"`,
  showEverything: 'Clear the search',
  kinds: {
    announcement: 'Announcement',
    announcement_update: 'Update',
    reminder: 'Reminder',
  },
  opened: 'Opened notification',
  close: 'Close',
  loadingOne: 'Loading the notification',
  oneNotLoaded: 'The notification could not be loaded',
  oneNotFound: {
    title: 'This notification is not there',
    text: 'It may be another person’s, or it was deleted.',
  },
  openPage: { announcement: 'Open the announcement', other: 'Open' },
  keys: {
    archive: 'Archive, or move back',
    unread: 'Mark as unread or read',
    search: 'Search',
    close: 'Close what is open',
    latest: 'Latest notifications',
  },
  bell: (unread: number) => `Notifications, ${unread === 0 ? 'nothing' : atMost(unread)} unread`,
  bellTitle: 'Latest notifications',
  latest: 'Latest notifications',
  toInbox: 'Open inbox',
};

/** The server counts no further than this. */
function atMost(count: number): string {
  return counted(count, { one: '#', other: count < MOST_UNREAD_COUNTED ? '#' : '# or more' });
}
