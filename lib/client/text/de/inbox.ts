import { MOST_UNREAD_COUNTED } from '@/lib/contracts/http/most-unread';
import type { inbox as english } from '../en/inbox';
import { counted } from './counted';

export const inbox = {
  title: 'Posteingang',
  list: 'Nachrichten',
  show: 'Anzeigen',
  tabs: {
    all: 'Alle',
    unread: 'Ungelesen',
    urgent: 'Dringend',
    announcements: 'Mitteilungen',
    timetable: 'Stundenplan',
    attendance: 'Anwesenheit',
    courses: 'Kurse',
    materials: 'Materialien',
    messages: 'Chats',
    forums: 'Foren',
    snoozed: 'Aufgeschoben',
    archived: 'Archiv',
  },
  search: 'Nachrichten durchsuchen',
  unread: 'Ungelesen',
  unseen: 'Neu',
  withdrawn: 'Zurückgenommen',
  loading: 'Ihre Nachrichten werden geladen',
  notLoaded: 'Ihre Nachrichten konnten nicht geladen werden',
  markAllRead: 'Alle als gelesen markieren',
  markThisManyRead: (count) => `${atMost(count)} als gelesen markieren`,
  pressAgain: (count) =>
    `Das lässt sich nicht zurücknehmen. Drücken Sie noch einmal, um ${atMost(count)} als gelesen zu markieren.`,
  allMarkedRead: (count) =>
    counted(count, { one: '# als gelesen markiert', other: '# als gelesen markiert' }),
  markRead: 'Als gelesen markieren',
  markUnread: 'Als ungelesen markieren',
  archive: 'Archivieren',
  restore: 'Zurück in den Posteingang',
  markTitleRead: (title) => `„${title}“ als gelesen markieren`,
  markTitleUnread: (title) => `„${title}“ als ungelesen markieren`,
  archiveTitle: (title) => `„${title}“ archivieren`,
  restoreTitle: (title) => `„${title}“ zurück in den Posteingang legen`,
  archived: (title) => `„${title}“ liegt im Archiv`,
  restored: (title) => `„${title}“ liegt wieder im Posteingang`,
  allStillUnread: (problem) => `Die Nachrichten sind noch ungelesen. ${problem}`,
  stillUnread: (title, problem) => `„${title}“ ist noch ungelesen. ${problem}`,
  notChanged: (title, problem) => `An „${title}“ hat sich nichts geändert. ${problem}`,
  allRead: { title: 'Sie haben alles gelesen', text: 'Was ab jetzt eintrifft, erscheint hier von selbst.' },
  empty: {
    title: 'Noch nichts da',
    text: 'Wird etwas für Sie veröffentlicht, erscheint es im selben Moment hier.',
  },
  emptyTabs: {
    other: { title: 'Nichts davon', text: 'Was kommt, erscheint hier von selbst.' },
    urgent: {
      title: 'Nichts Dringendes',
      text: 'Was nicht warten kann, erscheint hier, sobald es veröffentlicht ist.',
    },
    archived: { title: 'Das Archiv ist leer', text: 'Was Sie archivieren, bleibt hier aufgehoben.' },
  },
  nothingFound: (query) => `Nichts mit „${query}“ gefunden`,
  showEverything: 'Suche zurücksetzen',
  kinds: {
    announcement: 'Mitteilung',
    announcement_update: 'Aktualisierung',
    reminder: 'Erinnerung',
  },
  opened: 'Geöffnete Nachricht',
  close: 'Schließen',
  loadingOne: 'Die Nachricht wird geladen',
  oneNotLoaded: 'Die Nachricht konnte nicht geladen werden',
  oneNotFound: {
    title: 'Diese Nachricht gibt es hier nicht',
    text: 'Sie gehört vielleicht jemand anderem oder wurde gelöscht.',
  },
  openPage: { announcement: 'Mitteilung öffnen', other: 'Öffnen' },
  keys: {
    archive: 'Archivieren oder zurücklegen',
    unread: 'Als ungelesen oder gelesen markieren',
    search: 'Suchen',
    close: 'Geöffnetes schließen',
    latest: 'Neueste Nachrichten',
  },
  bell: (unread) => `Nachrichten, ${unread === 0 ? 'nichts' : atMost(unread)} ungelesen`,
  bellTitle: 'Neueste Nachrichten',
  latest: 'Neueste Nachrichten',
  toInbox: 'Posteingang öffnen',
} satisfies typeof english;

/** The server counts no further than this. */
function atMost(count: number): string {
  return counted(count, { one: '#', other: count < MOST_UNREAD_COUNTED ? '#' : '# oder mehr' });
}
