import type { home as english } from '../en/home';

export const home = {
  title: 'Start',
  unread: 'Ungelesen',
  unreadList: 'Ungelesene Nachrichten',
  loadingUnread: 'Ungelesenes wird geladen',
  latest: 'Neueste Mitteilungen',
  allAnnouncements: 'Alle Mitteilungen',
} satisfies typeof english;
