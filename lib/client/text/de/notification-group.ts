import type { NotificationCategory } from '@/lib/contracts/http/notification-category';
import type { notificationGroup as english } from '../en/notification-group';
import { counted } from './counted';

const named: Readonly<Record<NotificationCategory, (count: number) => string>> = {
  announcement: (count) => counted(count, { one: '# neue Mitteilung', other: '# neue Mitteilungen' }),
  timetable: (count) =>
    counted(count, { one: '# Änderung am Stundenplan', other: '# Änderungen am Stundenplan' }),
  attendance: (count) =>
    counted(count, { one: '# Mal Neues zur Anwesenheit', other: '# Mal Neues zur Anwesenheit' }),
  course: (count) => counted(count, { one: '# neue', other: '# neue' }),
  material: (count) => counted(count, { one: '# neue Unterlage', other: '# neue Unterlagen' }),
  message: (count) => counted(count, { one: '# Mal neue Nachrichten', other: '# Mal neue Nachrichten' }),
  discussion: (count) => counted(count, { one: '# neuer Beitrag', other: '# neue Beiträge' }),
  security: (count) => counted(count, { one: '# neue', other: '# neue' }),
  other: (count) => counted(count, { one: '# neue', other: '# neue' }),
};

/** Ungelesene Benachrichtigungen, die als eine erscheinen. */
export const notificationGroup: typeof english = {
  title: (count, category, course) => {
    if (count === 0) return 'Alles gelesen';
    return course === null ? named[category](count) : `${named[category](count)}, ${course}`;
  },
  open: (title) => `Einzeln zeigen: ${title}`,
  close: (title) => `Als eine zeigen: ${title}`,
  read: 'Alle als gelesen markieren',
  archive: 'Alle archivieren',
  snooze: 'Alle zurückstellen',
  archived: (count) => counted(count, { one: '# archiviert', other: '# archiviert' }),
  loading: 'Was dazugehört, wird geladen',
};
