import type { NotificationCategory } from '@/lib/contracts/http/notification-category';
import { counted } from './counted';

const named: Readonly<Record<NotificationCategory, (count: number) => string>> = {
  announcement: (count) => counted(count, { one: '# new announcement', other: '# new announcements' }),
  timetable: (count) =>
    counted(count, { one: '# change of the timetable', other: '# changes of the timetable' }),
  attendance: (count) => counted(count, { one: '# new about attendance', other: '# new about attendance' }),
  course: (count) => counted(count, { one: '# new', other: '# new' }),
  material: (count) => counted(count, { one: '# new material', other: '# new materials' }),
  message: (count) => counted(count, { one: '# new about messages', other: '# new about messages' }),
  discussion: (count) => counted(count, { one: '# new in the discussion', other: '# new in the discussion' }),
  security: (count) => counted(count, { one: '# new', other: '# new' }),
  other: (count) => counted(count, { one: '# new', other: '# new' }),
};

/** Unread notifications that are shown as one. */
export const notificationGroup = {
  title: (count: number, category: NotificationCategory, course: string | null) => {
    if (count === 0) return 'All read';
    return course === null ? named[category](count) : `${named[category](count)}, ${course}`;
  },
  open: (title: string) => `Show what is in: ${title}`,
  close: (title: string) => `Show as one: ${title}`,
  read: 'Mark all as read',
  archive: 'Archive all',
  snooze: 'Put all off',
  archived: (count: number) => counted(count, { one: '# archived', other: '# archived' }),
  loading: 'Loading what is in it',
};
