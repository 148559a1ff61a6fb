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
  publish: 'Veröffentlichen',
  publishTitle: (title) => `„${title}“ veröffentlichen`,
  acknowledge: {
    ask: 'Bestätigen',
    askedFor: (title) => `„${title}“ bestätigen`,
    done: (time) => `Bestätigt ${time}`,
    failed: (title, problem) => `„${title}“ ist noch nicht bestätigt. ${problem}`,
  },
  urgent: {
    label: 'Dringende Mitteilungen',
    alert: (title, count) =>
      count === 1 ? `Dringend: ${title}` : `${count} dringende Mitteilungen. Die neueste: ${title}`,
    many: (count) => `${count} dringende, alle zeigen`,
    fold: 'Nur die neueste zeigen',
  },
  audience: {
    everyone: 'alle',
    roles: (names) => `alle ${names}`,
    roleNames: { student: 'Studierenden', faculty: 'Lehrenden', admin: 'Administratoren' },
    aDepartment: 'einen Fachbereich',
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
  form: {
    to: 'An',
    audiences: { all: 'Alle', role: 'Rollen', department: 'Fachbereiche', users: 'Personen' },
    roles: { student: 'Studierende', faculty: 'Lehrende', admin: 'Administratoren' },
    loadingDepartments: 'Die Fachbereiche werden geladen …',
    departmentsNotLoaded: 'Die Fachbereiche konnten nicht geladen werden.',
    title: 'Titel',
    text: 'Text',
    textHint: 'Einfacher Text; eine Leerzeile beginnt einen Absatz',
    priority: 'Priorität',
    priorities: { low: 'Niedrig', normal: 'Normal', high: 'Wichtig', urgent: 'Dringend' },
    until: 'Bis',
    untilHint: 'Danach ist sie für niemanden mehr zu finden',
    saveDraft: 'Entwurf speichern',
    nothingSaved: (problems) => `Es wurde nichts gespeichert; Ihr Text ist noch da. ${problems}`,
  },
  wrong: {
    noTitle: 'Geben Sie einen Titel an',
    longTitle: 'Höchstens 200 Zeichen',
    noText: 'Schreiben Sie, worum es geht',
    longText: 'Höchstens 20.000 Zeichen',
    manyPeople: 'Höchstens 10.000 Personen',
    past: 'Wählen Sie einen Zeitpunkt in der Zukunft',
    noRole: 'Wählen Sie mindestens eine Rolle',
    noDepartment: 'Wählen Sie mindestens einen Fachbereich',
    noPerson: 'Wählen Sie mindestens eine Person',
  },
  people: {
    find: 'Personen suchen',
    hint: 'Nach Name oder E-Mail-Adresse',
    found: 'Gefundene Personen',
    chosen: 'Gewählte Personen',
    remove: (name) => `${name} entfernen`,
    failed: 'Die Suche hat nicht geklappt. Tippen Sie weiter, um es erneut zu versuchen.',
    searching: 'Suche läuft …',
    nobody: 'Niemand gefunden',
    count: (count) => counted(count, { one: '# gefunden', other: '# gefunden' }),
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
    saved: (title) => `„${title}“ ist als Entwurf gespeichert`,
    published: (title, audience) => `„${title}“ ist an ${audience} veröffentlicht`,
    savedOnly: (title, problem) =>
      `„${title}“ ist als Entwurf gespeichert, aber nicht veröffentlicht. ${problem}`,
  },
} satisfies typeof english;
