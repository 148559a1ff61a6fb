import type { personImport as english } from '../en/person-import';

/** Der Import von Personen. */
export const personImport: typeof english = {
  title: 'Personen importieren',
  what: 'Was importiert wird',
  ofPeople: 'Eine Liste von Personen',
  ofRoster: 'OneRoster-Dateien',
  file: 'CSV-Datei',
  fileHint:
    'Spalten: email, name, role (student, faculty oder admin), department (das Kürzel) und register_no. Geschrieben wird erst, wenn Sie gesehen haben, was geschähe.',
  looking: 'Die Datei wird geprüft',
  encoding: (name, encoding) =>
    `${name} ist in ${encoding} geschrieben, nicht in UTF-8. Noch wurde nichts gelesen.`,
  readAnyway: (encoding) => `Als ${encoding} lesen`,
  columns: 'Spalten',
  columnsText: 'Welche Spalte der Datei welche ist. Was nicht aus der Datei kommt, bleibt, wie es ist.',
  notTaken: 'Nicht in der Datei',
  refused: {
    encoding:
      'Die Datei ist nicht in UTF-8 geschrieben. Speichern Sie sie als „CSV UTF-8“ und wählen Sie sie noch einmal.',
    malformed:
      'Die Datei ist keine CSV-Tabelle: Ein Anführungszeichen wird nicht geschlossen oder steht mitten in einer Zelle.',
    header:
      'Die Überschriften sind nicht bekannt, oder eine steht zweimal da. Sagen Sie unten, welche Spalte welche ist.',
    too_big: 'Die Datei hat mehr als 20.000 Zeilen. Teilen Sie sie.',
    mapping: 'Jede Spalte der Datei kann nur einmal stehen, und die E-Mail-Adresse muss aus einer kommen.',
    tooLong: 'Die Datei ist zu groß. Teilen Sie sie.',
  },
  counts: { create: 'neu', change: 'geändert', unchanged: 'unverändert', error: 'mit Fehlern' },
  kinds: { create: 'Neu', change: 'Geändert', unchanged: 'Unverändert', error: 'Fehler' },
  row: (row) => `Zeile ${row}`,
  more: (count) => (count === 1 ? 'und noch eine Zeile' : `und noch ${count} Zeilen`),
  columnNames: {
    email: 'E-Mail',
    name: 'Name',
    role: 'Rolle',
    department: 'Fachbereich',
    register_no: 'Matrikelnummer',
  },
  problems: {
    invalid_format: 'ist nicht so geschrieben, wie es sein muss',
    missing: 'fehlt',
    unknown: 'ist nicht bekannt',
    twice: 'steht zweimal in der Datei',
    taken: 'gehört jemand anderem',
    deleted: 'gehört zu einem gelöschten Konto',
    is_self: 'ist Ihre eigene, und niemand ändert die eigene Rolle',
    other: 'kann so nicht übernommen werden',
  },
  nothing: 'keine',
  errorList: 'Fehlerliste herunterladen',
  fixFirst:
    'Solange eine Zeile einen Fehler hat, wird nichts geschrieben. Berichtigen Sie die Datei und wählen Sie sie noch einmal.',
  nothingToDo: 'Die Konten sind schon so, wie sie in der Datei stehen.',
  import: (create, change) =>
    [create > 0 ? `${create} anlegen` : '', change > 0 ? `${change} ändern` : ''].filter(Boolean).join(', '),
  importing: 'Wird geschrieben',
  lookAgain: 'Datei noch einmal prüfen',
  done: (created, changed) => `${created} angelegt, ${changed} geändert.`,
  doneText: 'Wer neu ist, setzt das Passwort über „Passwort vergessen“ auf der Anmeldeseite.',
  toList: 'Zu den Personen',
  another: 'Eine weitere Datei importieren',
};
