import type { attendanceProblem as english } from '../en/attendance-problem';

export const attendanceProblem: typeof english = {
  'attendance.not_held': 'Der Termin findet an diesem Tag nicht statt.',
  'attendance.cancelled': 'Der Termin fällt aus.',
  'attendance.too_early': 'Der Termin hat noch nicht begonnen.',
  'attendance.frozen': 'Die Anwesenheit dieses Tages kann nicht mehr geändert werden.',
  'attendance.not_in_course': 'Nicht alle sind in diesem Kurs.',
  'attendance.reason_needed': 'Der Termin ist abgeschlossen: Sag, warum sich etwas ändert.',
  'attendance.status_taken': 'Ein anderer Status hat diesen Code.',
  'attendance.status_in_use': 'Einträge haben diesen Status: Schalten Sie ihn stattdessen ab.',
  'attendance.too_many_statuses': 'Es gibt schon 50 Status. Löschen Sie einen, den kein Eintrag hat.',
  'attendance.request_open': 'Zu diesem Termin gibt es schon einen offenen Antrag.',
  'attendance.request_over': 'Der Antrag ist schon entschieden oder zurückgezogen.',
  'attendance.marked_so': 'Das ist schon so eingetragen.',
  'attendance.report_too_long': 'Das ist zu viel für einen Bericht. Wählen Sie weniger Tage.',
};
