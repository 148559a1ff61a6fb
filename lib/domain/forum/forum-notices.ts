import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';
import { shortenWords } from '../shorten-words';

interface About {
  /** Of the course. */
  readonly code: string;
  /** Of the thread. */
  readonly title: string;
  readonly by: string;
  /** What was written, as Markdown. */
  readonly content: string;
}

interface ForumTexts {
  posted(about: About): Notice;
  replied(about: About): Notice;
  accepted(about: About): Notice;
}

/** As much as a bell shows, in one line and without the marks of Markdown that stand at its beginning. */
const beginning = (content: string) => shortenWords(content.replace(/[#>*`_~\s]+/g, ' ').trim(), 140);

/** What the bell says of a forum; kept as it is written, so in the language of the reader. */
const texts: Readonly<Record<Locale, ForumTexts>> = {
  en: {
    posted: ({ code, title, by, content }) => ({
      title: `${code}: ${title}`,
      message: `${by}: ${beginning(content)}`,
    }),
    replied: ({ code, title, by, content }) => ({
      title: `${by} replied in ${code}: ${title}`,
      message: beginning(content),
    }),
    accepted: ({ code, title, content }) => ({
      title: `Your answer in ${code} was accepted: ${title}`,
      message: beginning(content),
    }),
  },
  de: {
    posted: ({ code, title, by, content }) => ({
      title: `${code}: ${title}`,
      message: `${by}: ${beginning(content)}`,
    }),
    replied: ({ code, title, by, content }) => ({
      title: `${by} hat in ${code} geantwortet: ${title}`,
      message: beginning(content),
    }),
    accepted: ({ code, title, content }) => ({
      title: `Ihre Antwort in ${code} wurde angenommen: ${title}`,
      message: beginning(content),
    }),
  },
};

export const forumNotices = (locale: Locale | null): ForumTexts => texts[locale ?? 'en'];
