import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';

/** What is known when a line is crossed; what another service does not say is left out of the words. */
export interface AlertFacts {
  readonly course: string;
  /** Of the student, where it is told to somebody else; empty: to the student. */
  readonly student: string;
  readonly isCritical: boolean;
  /** Above 0: it is about so many absences in a row. */
  readonly absentInRow: number;
  readonly percentage: number;
  readonly threshold: number;
  readonly counted: number;
  readonly attended: number;
  /** `YYYY-MM-DD` and `HH:MM` of the class that tipped it, or empty. */
  readonly day: string;
  readonly time: string;
  readonly outlook: Outlook | null;
}

/** What is still possible. */
export interface Outlook {
  /** The share that is to be reached at the end of the term. */
  readonly goal: number;
  readonly canMiss: number;
  readonly best: number;
}

export interface EndedFacts {
  readonly course: string;
  readonly student: string;
  /** By a correction; otherwise the student has attended. */
  readonly wasCorrected: boolean;
  /** `null`: no class counts any more. */
  readonly percentage: number | null;
  readonly outlook: Outlook;
}

interface AlertTexts {
  alert(facts: AlertFacts): Notice;
  ended(facts: EndedFacts): Notice;
}

const shortDay = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const of = (tag: string) => ({
  day: new Intl.DateTimeFormat(tag, shortDay),
  number: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
});
const english = of('en-GB');
const german = of('de-DE');

const sentences = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
const about = (student: string, rest: string) => (student === '' ? rest : `${student}, ${rest}`);

const texts: Readonly<Record<Locale, AlertTexts>> = {
  en: {
    alert: (facts) => {
      const percent = (value: number) => `${english.number.format(value)} %`;
      const share = `attendance ${percent(facts.percentage)}, below ${percent(facts.threshold)}`;
      const what = facts.absentInRow > 0 ? `absent ${facts.absentInRow} times in a row` : share;
      const when = facts.day && english.day.format(Date.parse(facts.day)).replace(',', '');
      return {
        title: about(facts.student, `${facts.course}: ${what}`),
        message: sentences(
          when && `After the class of ${[when, facts.time].filter(Boolean).join(', ')}:`,
          `${facts.attended} of ${facts.counted} classes attended${facts.absentInRow > 0 ? ` (${percent(facts.percentage)})` : ''}.`,
          facts.outlook ? outlookInEnglish(facts.outlook, facts.student) : '',
        ),
      };
    },
    ended: ({ course, student, wasCorrected, percentage, outlook }) => {
      const now = percentage === null ? 'no class counts' : `${english.number.format(percentage)} %`;
      return {
        title: about(
          student,
          wasCorrected ? `${course}: warning withdrawn, ${now}` : `${course}: above the line again, ${now}`,
        ),
        message: sentences(
          wasCorrected ? 'After a correction the warning does not hold any more.' : '',
          outlookInEnglish(outlook, student),
        ),
      };
    },
  },
  de: {
    alert: (facts) => {
      const percent = (value: number) => `${german.number.format(value)} %`;
      const share = `Anwesenheit ${percent(facts.percentage)}, unter ${percent(facts.threshold)}`;
      const what = facts.absentInRow > 0 ? `${facts.absentInRow}-mal in Folge abwesend` : share;
      const when = facts.day && german.day.format(Date.parse(facts.day));
      return {
        title: about(facts.student, `${facts.course}: ${what}`),
        message: sentences(
          when && `Nach dem Termin ${[when, facts.time].filter(Boolean).join(', ')}:`,
          `${facts.attended} von ${facts.counted} Terminen besucht${facts.absentInRow > 0 ? ` (${percent(facts.percentage)})` : ''}.`,
          facts.outlook ? outlookInGerman(facts.outlook, facts.student) : '',
        ),
      };
    },
    ended: ({ course, student, wasCorrected, percentage, outlook }) => {
      const now = percentage === null ? 'kein Termin zählt' : `${german.number.format(percentage)} %`;
      return {
        title: about(
          student,
          wasCorrected
            ? `${course}: Warnung zurückgenommen, ${now}`
            : `${course}: wieder über der Grenze, ${now}`,
        ),
        message: sentences(
          wasCorrected ? 'Nach einer Korrektur gilt die Warnung nicht mehr.' : '',
          outlookInGerman(outlook, student),
        ),
      };
    },
  },
};

function outlookInEnglish({ goal, canMiss, best }: Outlook, student: string): string {
  const end = `${english.number.format(goal)} %`;
  if (canMiss < 0)
    return `${end} cannot be reached any more; at best it is ${english.number.format(best)} %.`;
  const who = student === '' ? 'You' : student;
  const can = canMiss === 0 ? 'can miss no more' : `can miss ${canMiss} more`;
  return `${who} ${can} to end at ${end} or above.`;
}

function outlookInGerman({ goal, canMiss, best }: Outlook, student: string): string {
  const end = `${german.number.format(goal)} %`;
  if (canMiss < 0) return `${end} sind nicht mehr zu erreichen; bestenfalls ${german.number.format(best)} %.`;
  const who = student === '' ? 'Sie können' : `${student} kann`;
  const can = canMiss === 0 ? 'keinen Termin mehr' : `noch ${canMiss}`;
  return `${who} ${can} versäumen und mindestens ${end} erreichen.`;
}

/** What the bell and the mail to a guardian say of alerts; kept as it is written, so in the language of its reader. */
export const alertTexts = (locale: Locale | null): AlertTexts => texts[locale ?? 'en'];
