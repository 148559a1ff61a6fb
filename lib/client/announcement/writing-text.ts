import { use } from 'react';
import type { Locale } from '@/lib/contracts/http/locale';
import type { writing } from '../text/en/writing';
import { useFormat } from '../text/text-context';

export type WritingText = typeof writing;

const load: Record<Locale, () => Promise<WritingText>> = {
  en: () => import('../text/en/writing').then((module) => module.writing),
  de: () => import('../text/de/writing').then((module) => module.writing),
};

const loading = new Map<Locale, Promise<WritingText>>();

/** What the page says where announcements are written. A chunk of its own: who only reads does not load it. */
export function useWritingText(): WritingText {
  const { locale } = useFormat();
  let text = loading.get(locale);
  if (!text) {
    text = load[locale]();
    loading.set(locale, text);
    // A chunk that could not be fetched may come the next time.
    text.catch(() => loading.delete(locale));
  }
  return use(text);
}
