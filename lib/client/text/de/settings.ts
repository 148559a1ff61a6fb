import type { settings as english } from '../en/settings';

export const settings = {
  title: 'Einstellungen',
  loading: 'Die Einstellungen werden geladen',
  notLoaded: 'Die Einstellungen konnten nicht geladen werden',
  announcements: 'Mitteilungen',
  facultyMayAnnounce: 'Lehrende dürfen ihrem Fachbereich mitteilen',
  facultyMayAnnounceHint:
    'Den Kursen, die sie halten, dürfen sie es immer. Was sie veröffentlicht haben, bleibt bestehen, wenn Sie dies ausschalten.',
  signIn: 'Anmelden',
  secondFactor: 'Verwaltung und Lehrende brauchen einen zweiten Faktor',
  secondFactorHint: 'Wer keinen hat, wird vor allem anderen dorthin geführt, auch Sie.',
  messages: 'Nachrichten',
  messagingScope: 'Außer dem Personal dürfen Studierende schreiben',
  messagingScopes: {
    course_mates: 'denen in ihren Kursen',
    staff_only: 'niemandem',
    everyone: 'allen',
  },
  messagingScopeHint: 'Gilt, wenn eine Unterhaltung begonnen wird. Bestehende gehen weiter.',
  saved: 'Gespeichert',
  notSaved: (problem) => `Das konnte nicht gespeichert werden. ${problem}`,
} satisfies typeof english;
