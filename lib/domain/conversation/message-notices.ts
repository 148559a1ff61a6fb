import type { Locale } from '@/lib/contracts/http/locale';
import type { Notice } from '../notification/tell-people';

interface MessageTexts {
  /** `title`: what the conversation is called; empty of a direct one. */
  waiting(about: { count: number; sender: string; text: string; title: string }): Notice;
  mentioned(about: { sender: string; text: string; title: string }): Notice;
}

/** What the bell says of messages; kept as it is written, so in the language of the reader. */
const texts: Readonly<Record<Locale, MessageTexts>> = {
  en: {
    waiting: ({ count, sender, text, title }) => ({
      title:
        title === ''
          ? `${count === 1 ? 'New message' : `${count} new messages`} from ${sender}`
          : `${count === 1 ? 'New message' : `${count} new messages`} in ${title}`,
      message: text === '' ? `${sender} sent a file.` : `${sender}: ${text}`,
    }),
    mentioned: ({ sender, text, title }) => ({
      title: title === '' ? `${sender} mentioned you` : `${sender} mentioned you in ${title}`,
      message: text,
    }),
  },
  de: {
    waiting: ({ count, sender, text, title }) => ({
      title:
        title === ''
          ? `${count === 1 ? 'Neue Nachricht' : `${count} neue Nachrichten`} von ${sender}`
          : `${count === 1 ? 'Neue Nachricht' : `${count} neue Nachrichten`} in ${title}`,
      message: text === '' ? `${sender} hat eine Datei geschickt.` : `${sender}: ${text}`,
    }),
    mentioned: ({ sender, text, title }) => ({
      title: title === '' ? `${sender} hat Sie erwähnt` : `${sender} hat Sie in ${title} erwähnt`,
      message: text,
    }),
  },
};

export const messageNotices = (locale: Locale | null): MessageTexts => texts[locale ?? 'en'];
