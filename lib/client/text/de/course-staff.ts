import type { courseStaff as english } from '../en/course-staff';

export const courseStaff: typeof english = {
  enroll: {
    title: 'Studierende anmelden',
    one: 'Eine Person',
    table: 'Aus einer Tabelle',
    find: 'Studierende suchen',
    findHint: 'Name oder E-Mail',
    student: 'Person',
    choose: 'Person wählen',
    nobody: 'Niemand gefunden',
    looking: 'Es wird geprüft, was dagegen spricht',
    notLooked: 'Was dagegen spricht, konnte nicht geprüft werden',
    already: 'Ist schon in diesem Kurs oder wurde schon benotet.',
    inactive: 'Der Kurs ist nicht aktiv: Aktivieren Sie ihn zuerst.',
    seat: 'Ein Platz ist frei.',
    line: (place) =>
      `Der Kurs ist voll: Platz ${place} auf der Warteliste. Damit die Person sofort einen Platz hat, geben Sie dem Kurs mehr Plätze.`,
    closed: 'Studierende können sich jetzt nicht selbst anmelden. Die Verwaltung kann es.',
    obstacles: 'Sie würden es erlauben, obwohl:',
    missing: (subject) => `${subject} nicht abgeschlossen ist`,
    clash: (course, when) => `${course} zur selben Zeit stattfindet, ${when}`,
    reason: 'Warum es trotzdem erlaubt wird',
    reasonHint: 'Steht bei der Anmeldung, für Lehrende und Verwaltung.',
    do: 'Anmelden',
    doLine: 'Auf die Warteliste setzen',
    doNevertheless: 'Trotzdem anmelden',
    doLineNevertheless: 'Trotzdem auf die Warteliste setzen',
    done: (name) => `${name} ist eingetragen`,
  },
  table: {
    file: 'CSV-Datei',
    fileHint:
      'Eine Person je Zeile, mit einer Spalte email oder register_no. Es wird nichts geschrieben, bevor Sie gesehen haben, was geschieht.',
    looking: 'Die Datei wird geprüft',
    refused: {
      header: 'Die erste Zeile muss eine Spalte email oder register_no nennen.',
      malformed:
        'Die Datei ist keine CSV-Tabelle: Ein Anführungszeichen wird nicht geschlossen oder steht mitten in einer Zelle.',
      too_long: 'Die Datei hat mehr als 2.000 Zeilen. Teilen Sie sie.',
      too_big: 'Die Datei ist zu groß. Teilen Sie sie.',
      empty: 'Die Datei hat keine Zeilen.',
    },
    counts: { enrolled: 'bekommen einen Platz', waitlisted: 'auf die Warteliste', error: 'mit Fehlern' },
    fixFirst:
      'Solange eine Zeile einen Fehler hat, wird nichts geschrieben. Korrigieren Sie die Datei und wählen Sie sie noch einmal.',
    changed: 'Der Kurs hat sich seither geändert. Es wurde nichts geschrieben; so wäre es jetzt.',
    write: (seats, line) =>
      line === 0 ? `${seats} anmelden` : `${seats} anmelden, ${line} auf die Warteliste`,
    writing: 'Wird angemeldet',
    done: (seats, line) =>
      line === 0
        ? `${seats} sind angemeldet.`
        : `${seats} sind angemeldet, ${line} stehen auf der Warteliste.`,
    another: 'Weitere Datei',
    rows: 'Zeilen der Datei',
    row: (line) => `Zeile ${line}`,
    outcomes: { enrolled: 'Platz', waitlisted: 'Warteliste' },
    unknown: 'Das hat kein aktives Konto.',
    twice: 'Steht zweimal in der Datei.',
  },
  people: {
    grades: 'Noten eintragen',
    noGrades: 'Fertig mit den Noten',
    outcome: (name) => `Ergebnis von ${name}`,
    outcomes: { completed: 'Abgeschlossen', failed: 'Nicht bestanden' },
    grade: (name) => `Note von ${name}`,
    gradeHint: 'Note',
    points: (name) => `Punkte von ${name}, 0 bis 10`,
    pointsHint: '0–10',
    save: 'Speichern',
    saveOf: (name) => `Note von ${name} speichern`,
    saved: (name, grade) => `${name}: ${grade}`,
    allowed: (reason) => `Trotzdem erlaubt: ${reason}`,
    takeOut: 'Abmelden',
    takeOutOf: (name) => `${name} abmelden`,
    takeOutTitle: (name) => `${name} von diesem Kurs abmelden?`,
    takeOutAbout:
      'Der Platz geht sofort an die nächste Person der Warteliste. Die Person erfährt davon, mit dem Grund.',
    reason: 'Grund',
    takenOut: (name) => `${name} ist abgemeldet`,
  },
};
