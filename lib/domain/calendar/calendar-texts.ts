import type { Locale } from '@/lib/contracts/http/locale';
import type { CalendarClass } from './calendar-class';

interface CalendarTexts {
  readonly name: string;
  readonly cancelled: string;
  readonly kinds: Readonly<Record<CalendarClass['entryType'], string>>;
}

/** What stands in a calendar file; it is read where no browser's catalogue is. */
const texts: Readonly<Record<Locale, CalendarTexts>> = {
  en: {
    name: 'NimbusU timetable',
    cancelled: 'Cancelled',
    kinds: { lecture: 'Lecture', lab: 'Lab', tutorial: 'Tutorial', exam: 'Exam' },
  },
  de: {
    name: 'Stundenplan NimbusU',
    cancelled: 'Entfällt',
    kinds: { lecture: 'Vorlesung', lab: 'Praktikum', tutorial: 'Übung', exam: 'Prüfung' },
  },
};

export const calendarTexts = (locale: Locale | null): CalendarTexts => texts[locale ?? 'en'];
