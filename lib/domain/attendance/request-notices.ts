import type { WantedStatus } from '@/lib/contracts/http/attendance-correction';
import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';

/** What a notice says of the class: its course, and its day and time in words. */
interface About {
  readonly code: string;
  readonly when: string;
}

interface RequestTexts {
  asked(about: About & { student: string; wanted: WantedStatus; note: string }): Notice;
  accepted(about: About & { from: string; to: WantedStatus; by: string; answer: string }): Notice;
  refused(about: About & { wanted: WantedStatus; by: string; answer: string }): Notice;
  refusedByOther(about: About & { student: string; by: string }): Notice;
  withdrawn(about: About & { student: string }): Notice;
}

const english: Readonly<Record<string, string>> = {
  present: 'present',
  late: 'late',
  excused: 'excused',
  absent: 'absent',
  unmarked: 'not marked',
};
const german: Readonly<Record<string, string>> = {
  present: 'anwesend',
  late: 'verspätet',
  excused: 'entschuldigt',
  absent: 'abwesend',
  unmarked: 'nicht erfasst',
};
const quoted = (words: string, [open, close]: readonly [string, string]) =>
  words === '' ? '' : ` ${open}${words}${close}`;
const en = ['“', '”'] as const;
const de = ['„', '“'] as const;

/** What the bell says of requests for a correction; kept as it is written, so in the language of the reader. */
const texts: Readonly<Record<Locale, RequestTexts>> = {
  en: {
    asked: ({ student, code, when, wanted, note }) => ({
      title: `${student} asks to be ${english[wanted]}: ${code}, ${when}`,
      message: note,
    }),
    accepted: ({ code, when, from, to, by, answer }) => ({
      title: `${code}, ${when}: ${english[from]} → ${english[to]}`,
      message: `${by} accepted your request.${quoted(answer, en)}`,
    }),
    refused: ({ code, when, wanted, by, answer }) => ({
      title: `${code}, ${when}: not changed to ${english[wanted]}`,
      message: `${by} refused your request.${quoted(answer, en)}`,
    }),
    refusedByOther: ({ student, code, when, by }) => ({
      title: `Request of ${student} refused: ${code}, ${when}`,
      message: `Decided by ${by}.`,
    }),
    withdrawn: ({ student, code, when }) => ({
      title: `${student} took a request back: ${code}, ${when}`,
      message: 'Nothing is left to decide.',
    }),
  },
  de: {
    asked: ({ student, code, when, wanted, note }) => ({
      title: `${student} möchte als ${german[wanted]} gelten: ${code}, ${when}`,
      message: note,
    }),
    accepted: ({ code, when, from, to, by, answer }) => ({
      title: `${code}, ${when}: ${german[from]} → ${german[to]}`,
      message: `${by} hat Ihrem Antrag zugestimmt.${quoted(answer, de)}`,
    }),
    refused: ({ code, when, wanted, by, answer }) => ({
      title: `${code}, ${when}: nicht in ${german[wanted]} geändert`,
      message: `${by} hat Ihren Antrag abgelehnt.${quoted(answer, de)}`,
    }),
    refusedByOther: ({ student, code, when, by }) => ({
      title: `Antrag von ${student} abgelehnt: ${code}, ${when}`,
      message: `Entschieden von ${by}.`,
    }),
    withdrawn: ({ student, code, when }) => ({
      title: `${student} hat einen Antrag zurückgezogen: ${code}, ${when}`,
      message: 'Es ist nichts mehr zu entscheiden.',
    }),
  },
};

export const requestNotices = (locale: Locale | null): RequestTexts => texts[locale ?? 'en'];

const shortDay = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const days: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', shortDay),
  de: new Intl.DateTimeFormat('de-DE', shortDay),
};

/** "Fri 27 Nov, 10:00": the university's local day and time. */
export const sayClass = (locale: Locale | null, date: string, startTime: string): string =>
  `${days[locale ?? 'en'].format(Date.parse(date)).replace(/[.,]+ /, locale === 'de' ? ', ' : ' ')}, ${startTime}`;
