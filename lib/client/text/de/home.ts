import type { home as english } from '../en/home';

export const home = {
  title: 'Start',
  unread: 'Ungelesen',
  unreadList: 'Ungelesene Nachrichten',
  loadingUnread: 'Ungelesenes wird geladen',
  latest: 'Neueste Mitteilungen',
  pinned: 'Angepinnt',
  own: 'Ihre Mitteilungen',
  noneOwn: 'Sie haben noch nichts mitgeteilt',
  noneOwnText: 'Was Sie Ihrem Fachbereich mitteilen, steht hier, mit seiner Reichweite.',
  loadingOwn: 'Ihre Mitteilungen werden geladen',
  overview: {
    counters: 'Jetzt',
    loading: 'Die Übersicht wird geladen',
    notLoaded: 'Die Übersicht konnte nicht geladen werden',
    online: 'Personen online',
    published: 'Heute veröffentlichte Mitteilungen',
    delivered: 'Heute zugestellte Nachrichten',
    urgent: 'Dringend, nicht bestätigt',
    changed: 'gerade eben',
    latestEvents: 'Letzte Ereignisse',
    eventList: 'Letzte Ereignisse',
    noEvents: 'Noch keine Ereignisse',
    noEventsText: 'Was in der Hochschule geschieht, erscheint hier von selbst.',
  },
  allAnnouncements: 'Alle Mitteilungen',
} satisfies typeof english;
