import type { announcement as english } from '../en/announcement';
import { counted } from './counted';

export const announcement = {
  many: 'Mitteilungen',
  one: 'Mitteilung',
  all: 'Alle Mitteilungen',
  loadingMany: 'Die Mitteilungen werden geladen',
  loadingOne: 'Die Mitteilung wird geladen',
  manyNotLoaded: 'Die Mitteilungen konnten nicht geladen werden',
  oneNotLoaded: 'Die Mitteilung konnte nicht geladen werden',
  none: 'Noch keine Mitteilungen',
  noneForReader: 'Was für Sie veröffentlicht wird, erscheint im selben Moment hier.',
  noneForAuthor:
    'Verfassen Sie die erste: Sie erscheint auf den richtigen Bildschirmen, sobald Sie sie veröffentlichen.',
  missing: {
    title: 'Diese Mitteilung gibt es für Sie nicht',
    text: 'Vielleicht ist sie abgelaufen, oder der Link ist unvollständig.',
  },
  draft: 'Entwurf',
  until: (time) => `bis ${time}`,
  to: (audience) => `An ${audience}`,
  write: 'Mitteilung verfassen',
  edit: 'Mitteilung bearbeiten',
  publish: 'Veröffentlichen',
  publishTitle: (title) => `„${title}“ veröffentlichen`,
  audience: {
    everyone: 'alle',
    roles: (names) => `alle ${names}`,
    roleNames: { student: 'Studierenden', faculty: 'Lehrenden', admin: 'Administratoren' },
    aDepartment: 'einen Fachbereich',
    courses: (count) => counted(count, { one: '# Kurs', other: '# Kursen' }),
    inCourses: (people, courses) => `${people}, aus ${courses}`,
    people: (count) => counted(count, { one: '# Person', other: '# Personen' }),
    rolesIn: (roles: string, departments: string) => `${roles} in ${departments}`,
  },
  count: {
    label: 'Empfänger',
    reaches: (count) =>
      count === 0
        ? 'Erreicht niemanden.'
        : counted(count, { one: 'Erreicht # Person.', other: 'Erreicht # Personen.' }),
    counting: 'Wird gezählt …',
    failed: 'Die Zahl der Empfänger konnte nicht ermittelt werden.',
  },
  confirm: {
    title: (audience) => `An ${audience} veröffentlichen?`,
    text: (title) => `„${title}“ erscheint sofort auf deren Bildschirmen und kann nicht zurückgeholt werden.`,
    notYet: 'Noch nicht',
    publish: (audience) => `An ${audience} veröffentlichen`,
    publishing: 'Wird veröffentlicht …',
    stillDraft: (problem) => `Die Mitteilung ist noch ein Entwurf. ${problem}`,
  },
  told: {
    published: (title, audience) => `„${title}“ ist an ${audience} veröffentlicht`,
  },
} satisfies typeof english;
