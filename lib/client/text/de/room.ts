import type { room as english } from '../en/room';
import { counted } from './counted';

export const room = {
  title: 'Räume und freie Tage',
  rooms: 'Räume',
  new: 'Neuer Raum',
  find: 'Räume suchen',
  findHint: 'Kürzel, Name, Gebäude oder Ausstattung',
  loading: 'Räume werden geladen',
  notLoaded: 'Die Räume konnten nicht geladen werden',
  none: 'Kein Raum passt',
  noneText: 'Versuchen Sie andere Wörter.',
  empty: 'Noch keine Räume',
  emptyText: 'Veranstaltungen werden in Räumen geplant: Legen Sie den ersten an.',
  seats: (count) => counted(count, { one: '# Platz', other: '# Plätze' }),
  fields: {
    code: 'Kürzel',
    name: 'Name',
    building: 'Gebäude',
    capacity: 'Plätze',
    features: 'Ausstattung',
  },
  featuresHint: 'Durch Kommas getrennt: Beamer, Labor, barrierefrei',
  newTitle: 'Neuer Raum',
  edit: 'Bearbeiten',
  editOne: (code) => `${code} bearbeiten`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  saved: (code) => `${code} ist gespeichert`,
  delete: 'Löschen',
  deleteOne: (code) => `${code} löschen`,
  deleteTitle: (code) => `Raum ${code} löschen?`,
  deleteText: 'Das geht nur, wenn keine Veranstaltung darin geplant ist.',
  inUse: (count) =>
    counted(count, {
      one: '# Veranstaltung ist in diesem Raum geplant, im Entwurf oder veröffentlicht. Geben Sie ihr zuerst einen anderen Raum.',
      other:
        '# Veranstaltungen sind in diesem Raum geplant, im Entwurf oder veröffentlicht. Geben Sie ihnen zuerst andere Räume.',
    }),
  deleted: (code) => `${code} ist gelöscht`,
  newer: {
    title: 'Jemand hat diesen Raum inzwischen geändert.',
    theirs: 'Die andere Fassung',
    take: 'Andere übernehmen',
    keep: 'Meine behalten',
  },
  holidays: 'Freie Tage',
  holidaysText:
    'An diesen Tagen finden keine Veranstaltungen statt. Wer an einem davon welche hat, erfährt es.',
  holidaysLoading: 'Freie Tage werden geladen',
  holidaysNotLoaded: 'Die freien Tage konnten nicht geladen werden',
  noTerms: 'Es gibt noch keine Semester',
  noTermsText: 'Freie Tage gehören zu einem Semester.',
  noHolidays: 'Keine freien Tage in diesem Semester',
  noHolidaysText: 'Tragen Sie den ersten Tag ohne Veranstaltungen ein.',
  term: 'Semester',
  day: 'Tag',
  holidayName: 'Bezeichnung',
  outsideTerm: 'Dieser Tag liegt nicht im Semester.',
  add: 'Freien Tag eintragen',
  added: (name, count) =>
    count === 0
      ? `${name} ist eingetragen`
      : `${name} ist eingetragen: ${counted(count, { one: '# Veranstaltung entfällt', other: '# Veranstaltungen entfallen' })}`,
  remove: 'Entfernen',
  removeOne: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} entfernen?`,
  removeText: 'Die Veranstaltungen dieses Tages finden wieder statt, und wer sie hat, erfährt es.',
  removed: (name) => `${name} ist entfernt`,
} satisfies typeof english;
