import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { ReportType } from '@/lib/contracts/http/attendance-report';
import type { Locale } from '@/lib/contracts/http/locale';

interface ReportTexts {
  readonly titles: Readonly<Record<ReportType, (subject: string) => string>>;
  dates(from: string, to: string): string;
  marks(count: number): string;
  page(number: number): string;
  readonly none: string;
  readonly headings: Readonly<
    Record<'date' | 'time' | 'course' | 'student' | 'number' | 'status' | 'remark', string>
  >;
  readonly statuses: Readonly<Record<AttendanceStatus, string>>;
}

const texts: Readonly<Record<Locale, ReportTexts>> = {
  en: {
    titles: {
      course: (code) => `Attendance in ${code}`,
      student: (name) => `Attendance of ${name}`,
      department: (code) => `Attendance in the department ${code}`,
    },
    dates: (from, to) => `${from} to ${to}`,
    marks: (count) => (count === 1 ? '1 mark' : `${count} marks`),
    page: (number) => `Page ${number}`,
    none: 'No marks on these dates.',
    headings: {
      date: 'Date',
      time: 'Time',
      course: 'Course',
      student: 'Student',
      number: 'Number',
      status: 'Status',
      remark: 'Remark',
    },
    statuses: { present: 'present', late: 'late', excused: 'excused', absent: 'absent' },
  },
  de: {
    titles: {
      course: (code) => `Anwesenheit in ${code}`,
      student: (name) => `Anwesenheit von ${name}`,
      department: (code) => `Anwesenheit im Fachbereich ${code}`,
    },
    dates: (from, to) => `${from} bis ${to}`,
    marks: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
    page: (number) => `Seite ${number}`,
    none: 'Keine Einträge an diesen Tagen.',
    headings: {
      date: 'Datum',
      time: 'Zeit',
      course: 'Kurs',
      student: 'Name',
      number: 'Nummer',
      status: 'Status',
      remark: 'Bemerkung',
    },
    statuses: { present: 'anwesend', late: 'verspätet', excused: 'entschuldigt', absent: 'abwesend' },
  },
};

/** What a printed report says, in the language of whoever asked for it. */
export const reportTexts = (locale: Locale | null): ReportTexts => texts[locale ?? 'en'];
