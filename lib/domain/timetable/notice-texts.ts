import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';
import type { EntryRow } from './entry-row';

export interface TimetableTexts {
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** Of "2026-11-24": "Tue 24 Nov". */
  day(date: string): string;
  times(start: string, end: string): string;
  week(letter: string): string;
  from(date: string): string;
  until(date: string): string;
  readonly kinds: Readonly<Record<EntryRow['entry_type'], string>>;
  readonly noRoom: string;
  readonly nobody: string;

  /** What a change of one day says; `when` and `times` in words. */
  cancelled(code: string, when: string): string;
  notHeld(what: { name: string; day: string; times: string }): string;
  readonly heldAgain: string;
  moved(code: string, when: string): string;
  inRoom(code: string, room: string | null, when: string): string;
  changed(code: string, when: string): string;
  /** What somebody has written to it. */
  quote(words: string): string;
  clashesWith(code: string, times: string): string;
  /** What is another, at the begin of a sentence. */
  readonly labels: Readonly<Record<'time' | 'room' | 'teacher', string>>;

  /** What a publication says; `span` and `place` in words. */
  published(term: string, count: number): Notice;
  manyChanged(count: number): string;
  isNew(code: string, span: string): string;
  isGone(code: string, span: string): string;
  newLine(code: string, place: string): string;
  goneLine(code: string, place: string): string;
  more(count: number): string;
  clash(one: string, other: string, span: string): string;
  /** What is another, within a sentence. */
  readonly inLine: Readonly<Record<'room' | 'teacher' | 'course', string>>;

  holiday(day: string, name: string): Notice;
  holidayGone(day: string, name: string): Notice;
}

const shortDay = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const englishDay = new Intl.DateTimeFormat('en-GB', shortDay);
const germanDay = new Intl.DateTimeFormat('de-DE', shortDay);

/**
 * What the bell says of the timetable; kept as it is written, so in the language of the reader. Times are the
 * university's, whoever reads of them.
 */
const texts: Readonly<Record<Locale, TimetableTexts>> = {
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    day: (date) => englishDay.format(Date.parse(date)).replace(',', ''),
    times: (start, end) => `${start} to ${end}`,
    week: (letter) => `week ${letter}`,
    from: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    kinds: { lecture: 'lecture', lab: 'lab', tutorial: 'tutorial', exam: 'exam' },
    noRoom: 'none',
    nobody: 'nobody',
    cancelled: (code, when) => `${code} cancelled: ${when}`,
    notHeld: ({ name, day, times }) => `${name} is not held on ${day}, ${times}.`,
    heldAgain: 'It is held again.',
    moved: (code, when) => `${code} moved to ${when}`,
    inRoom: (code, room, when) => `${code} moved to ${room ?? 'no room'}, ${when}`,
    changed: (code, when) => `${code} changed: ${when}`,
    quote: (words) => `“${words}”`,
    clashesWith: (code, times) => `It clashes with ${code}, ${times}.`,
    labels: { time: 'Time', room: 'Room', teacher: 'Taught by' },
    published: (term, count) => ({
      title: `The timetable of ${term} is published`,
      message: `Classes a week: ${count}.`,
    }),
    manyChanged: (count) => `${count} of your classes have changed`,
    isNew: (code, span) => `${code} is new: ${span}`,
    isGone: (code, span) => `${code} is no longer held: ${span}`,
    newLine: (code, place) => `${code}: new, ${place}.`,
    goneLine: (code, place) => `${code}: ${place} is no longer held.`,
    more: (count) => `And ${count} more.`,
    clash: (one, other, span) => `It clashes: ${one} and ${other}, ${span}.`,
    inLine: { room: 'room', teacher: 'taught by', course: 'course' },
    holiday: (day, name) => ({
      title: `No classes on ${day}: ${name}`,
      message: 'Your classes of this day are not held.',
    }),
    holidayGone: (day, name) => ({
      title: `Classes are held on ${day} after all`,
      message: `It was a holiday: ${name}.`,
    }),
  },
  de: {
    weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    day: (date) => germanDay.format(Date.parse(date)).replace('.,', ','),
    times: (start, end) => `${start} bis ${end}`,
    week: (letter) => `Woche ${letter}`,
    from: (date) => `ab ${germanDate(date)}`,
    until: (date) => `bis ${germanDate(date)}`,
    kinds: { lecture: 'Vorlesung', lab: 'Labor', tutorial: 'Übung', exam: 'Prüfung' },
    noRoom: 'keiner',
    nobody: 'niemand',
    cancelled: (code, when) => `${code} entfällt: ${when}`,
    notHeld: ({ name, day, times }) => `${name} findet nicht statt: ${day}, ${times}.`,
    heldAgain: 'Der Termin findet doch statt.',
    moved: (code, when) => `${code} verlegt auf ${when}`,
    inRoom: (code, room, when) =>
      room === null ? `${code} ohne Raum: ${when}` : `${code} verlegt nach ${room}: ${when}`,
    changed: (code, when) => `${code} geändert: ${when}`,
    quote: (words) => `„${words}“`,
    clashesWith: (code, times) => `Überschneidung mit ${code}, ${times}.`,
    labels: { time: 'Zeit', room: 'Raum', teacher: 'Lehrperson' },
    published: (term, count) => ({
      title: `Der Stundenplan für ${term} ist veröffentlicht`,
      message: `Termine pro Woche: ${count}.`,
    }),
    manyChanged: (count) => `${count} Ihrer Termine haben sich geändert`,
    isNew: (code, span) => `${code} ist neu: ${span}`,
    isGone: (code, span) => `${code} findet nicht mehr statt: ${span}`,
    newLine: (code, place) => `${code}: neu, ${place}.`,
    goneLine: (code, place) => `${code}: ${place} findet nicht mehr statt.`,
    more: (count) => `Und ${count} weitere.`,
    clash: (one, other, span) => `Überschneidung: ${one} und ${other}, ${span}.`,
    inLine: { room: 'Raum', teacher: 'Lehrperson', course: 'Kurs' },
    holiday: (day, name) => ({
      title: `Frei am ${day}: ${name}`,
      message: 'Ihre Termine dieses Tages finden nicht statt.',
    }),
    holidayGone: (day, name) => ({
      title: `Am ${day} wird doch unterrichtet`,
      message: `Der Tag war frei: ${name}.`,
    }),
  },
};

/** "2026-10-01" as "01.10.2026" */
const germanDate = (date: string) => date.split('-').reverse().join('.');

export const timetableTexts = (locale: Locale | null): TimetableTexts => texts[locale ?? 'en'];
