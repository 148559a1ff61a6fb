import type { attendanceProblem as english } from '../en/attendance-problem';

export const attendanceProblem: typeof english = {
  'attendance.not_held': 'Der Termin findet an diesem Tag nicht statt.',
  'attendance.cancelled': 'Der Termin fällt aus.',
  'attendance.too_early': 'Der Termin hat noch nicht begonnen.',
  'attendance.frozen': 'Die Anwesenheit dieses Tages kann nicht mehr geändert werden.',
  'attendance.not_in_course': 'Nicht alle sind in diesem Kurs.',
  'attendance.reason_needed': 'Der Termin ist abgeschlossen: Sag, warum sich etwas ändert.',
};
