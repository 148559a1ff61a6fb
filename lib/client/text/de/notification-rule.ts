import type { notificationRule as english } from '../en/notification-rule';

export const notificationRule: typeof english = {
  title: 'Was niemand abschalten kann',
  back: 'Gesendete Mitteilungen',
  hint: 'Auch das halten Ruhezeiten zurück; nur Dringendes kommt durch.',
  loading: 'Die Regeln werden geladen',
  notLoaded: 'Die Regeln konnten nicht geladen werden',
  category: 'Worum es geht',
  cell: (category: string, channel: string) => `${category}, ${channel}`,
  never: 'Noch nie wurde etwas zur Pflicht gemacht.',
  changed: 'Zuletzt geändert',
  by: (name: string) => `von ${name}`,
  history: 'Alle Änderungen',
  save: 'Speichern',
  discard: 'Zurücknehmen',
  saved: 'Die Regeln sind gespeichert; sie gelten für alles, was ab jetzt gesendet wird',
  newer: {
    title: 'Jemand anderes aus der Verwaltung hat inzwischen andere Regeln gespeichert.',
    theirs: 'Die anderen',
    nothing: 'nichts ist Pflicht',
    take: 'Die anderen übernehmen',
    keep: 'Meine speichern',
  },
};
