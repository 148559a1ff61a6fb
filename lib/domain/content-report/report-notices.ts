import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';
import { shortenWords } from '../shorten-words';

interface ReportTexts {
  /** `course`: its code, or empty. */
  reported(about: { course: string; reason: string }): Notice;
  /** To whoever had reported it. */
  decided(about: { excerpt: string; wasRight: boolean; note: string }): Notice;
  /** To the others who moderate. */
  closed(about: { course: string; by: string; excerpt: string }): Notice;
}

const short = (words: string) => shortenWords(words, 80);

/** What the bell says of reports; kept as it is written, so in the language of the reader. */
const texts: Readonly<Record<Locale, ReportTexts>> = {
  en: {
    reported: ({ course, reason }) => ({
      title: course ? `A contribution was reported in ${course}` : 'A message was reported',
      message: reason,
    }),
    decided: ({ excerpt, wasRight, note }) => ({
      title: wasRight ? 'Your report was followed' : 'Your report was looked at',
      message: note || `It was about “${short(excerpt)}”.`,
    }),
    closed: ({ course, by, excerpt }) => ({
      title: course ? `A report in ${course} is closed` : 'A report is closed',
      message: `${by} decided about “${short(excerpt)}”.`,
    }),
  },
  de: {
    reported: ({ course, reason }) => ({
      title: course ? `In ${course} wurde ein Beitrag gemeldet` : 'Eine Nachricht wurde gemeldet',
      message: reason,
    }),
    decided: ({ excerpt, wasRight, note }) => ({
      title: wasRight ? 'Ihrer Meldung wurde gefolgt' : 'Ihre Meldung wurde geprüft',
      message: note || `Es ging um „${short(excerpt)}“.`,
    }),
    closed: ({ course, by, excerpt }) => ({
      title: course ? `Eine Meldung in ${course} ist erledigt` : 'Eine Meldung ist erledigt',
      message: `${by} hat über „${short(excerpt)}“ entschieden.`,
    }),
  },
};

export const reportNotices = (locale: Locale | null): ReportTexts => texts[locale ?? 'en'];
