import type { inbox as english } from '../en/inbox';
import { counted } from './counted';

export const inbox = {
  title: 'Posteingang',
  list: 'Nachrichten',
  show: 'Anzeigen',
  all: 'Alle',
  unread: 'Ungelesen',
  loading: 'Ihre Nachrichten werden geladen',
  notLoaded: 'Ihre Nachrichten konnten nicht geladen werden',
  markAllRead: 'Alle als gelesen markieren',
  markRead: 'Als gelesen markieren',
  markTitleRead: (title) => `„${title}“ als gelesen markieren`,
  allStillUnread: (problem) => `Die Nachrichten sind noch ungelesen. ${problem}`,
  stillUnread: (title, problem) => `„${title}“ ist noch ungelesen. ${problem}`,
  allRead: { title: 'Sie haben alles gelesen', text: 'Was ab jetzt eintrifft, erscheint hier von selbst.' },
  empty: {
    title: 'Noch nichts da',
    text: 'Wird etwas für Sie veröffentlicht, erscheint es im selben Moment hier.',
  },
  bell: (unread) =>
    unread === 0
      ? 'Posteingang, nichts ungelesen'
      : counted(unread, { one: 'Posteingang, # ungelesen', other: 'Posteingang, # ungelesen' }),
} satisfies typeof english;
