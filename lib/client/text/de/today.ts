import type { today as english } from '../en/today';

export const today = {
  title: 'Heute',
  week: 'Meine Woche',
  loading: 'Ihre Veranstaltungen werden geladen',
  notLoaded: 'Ihre Veranstaltungen konnten nicht geladen werden',
  list: 'Veranstaltungen heute',
  none: 'Heute keine Veranstaltungen',
  noneText: 'Was geplant, verlegt oder abgesagt wird, erscheint hier von selbst.',
  next: 'Nächste Veranstaltung',
  now: 'Jetzt',
  until: (time: string) => `bis ${time}`,
  inMinutes: (minutes: number) => (minutes < 1 ? 'in weniger als einer Minute' : `in ${minutes} Min.`),
  inHours: (hours: number, minutes: number) =>
    minutes === 0 ? `in ${hours} Std.` : `in ${hours} Std. ${minutes} Min.`,
  cancelled: 'Abgesagt',
  changed: 'Geändert',
  was: (what: string) => `statt ${what}`,
  noRoom: 'noch kein Raum',
} satisfies typeof english;
