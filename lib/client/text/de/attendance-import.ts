import type { attendanceImport as english } from '../en/attendance-import';

export const attendanceImport: typeof english = {
  title: 'Scans importieren',
  course: 'Kurs',
  findCourse: 'Code oder Name',
  courses: 'Kurse',
  noCourse: 'Kein Kurs heißt so',
  choose: 'Wählen',
  file: 'CSV-Datei',
  fileHint:
    'Spalten: student (E-Mail oder Matrikelnummer), scanned_at (etwa 2026-11-27 10:02, die Zeit auf dem Campus) und, wo nicht die Zeit entscheiden soll, status. Nichts wird geschrieben, bevor Sie gesehen haben, was geschehen würde.',
  looking: 'Die Datei wird geprüft',
  encoding: (name, encoding) =>
    `${name} ist in ${encoding} geschrieben, nicht in UTF-8. Noch wurde nichts gelesen.`,
  readAnyway: (encoding) => `Als ${encoding} lesen`,
  refused: {
    encoding:
      'Die Datei ist nicht in UTF-8 geschrieben. Speichern Sie sie als „CSV UTF-8“ und wählen Sie sie neu.',
    malformed:
      'Die Datei ist keine CSV-Tabelle: ein Anführungszeichen wird nie geschlossen oder steht mitten in einer Zelle.',
    header:
      'Die Überschriften sind nicht bekannt, oder eine steht zweimal da: student, scanned_at und vielleicht status.',
    too_big: 'Die Datei ist zu groß. Teilen Sie sie.',
    other: 'Die Datei ist zu groß. Teilen Sie sie.',
  },
  counts: { create: 'neu', change: 'geändert', unchanged: 'unverändert', error: 'mit Fehlern' },
  kinds: { create: 'Neu', change: 'Geändert', unchanged: 'Unverändert', error: 'Fehler' },
  classes: (count) => (count === 1 ? 'in einem Termin' : `in ${count} Terminen`),
  row: (row) => `Zeile ${row}`,
  more: (count) => (count === 1 ? 'und eine weitere Zeile' : `und ${count} weitere Zeilen`),
  nothing: 'nicht erfasst',
  mark: 'Eintrag',
  columnNames: { student: 'Person', scanned_at: 'Scan', status: 'Status' },
  statuses: { present: 'anwesend', late: 'verspätet', excused: 'entschuldigt', absent: 'abwesend' },
  problems: {
    missing: 'fehlt',
    unknown: 'ist nicht bekannt',
    not_in_course: 'ist nicht in diesem Kurs',
    invalid_format: 'ist keine Zeit wie 2026-11-27 10:02',
    no_class: 'fällt in keinen Termin dieses Kurses',
    too_early: 'fällt in einen Termin, der noch nicht begonnen hat',
    frozen: 'fällt in einen Termin, dessen Einträge sich nicht mehr ändern lassen',
    twice: 'steht für diesen Termin zweimal in der Datei',
    other: 'kann so nicht übernommen werden',
  },
  fixFirst:
    'Solange eine Zeile einen Fehler hat, wird nichts geschrieben. Korrigieren Sie die Datei und wählen Sie sie neu.',
  nothingToDo: 'Die Einträge sind schon, wie die Datei sie hat.',
  import: (marks) => (marks === 1 ? '1 Eintrag schreiben' : `${marks} Einträge schreiben`),
  importing: 'Wird geschrieben',
  lookAgain: 'Die Datei neu prüfen',
  done: (created, changed) => `${created} eingetragen, ${changed} geändert.`,
  another: 'Weitere Datei importieren',
  toAttendance: 'Zur Anwesenheit',
};
