import { use } from 'react';
import type { Locale } from '@/lib/contracts/http/locale';
import type { eventDesk } from '../text/en/event-desk';
import { useFormat } from '../text/text-context';

export type DeskText = typeof eventDesk;

const load: Record<Locale, () => Promise<DeskText>> = {
  en: () => import('../text/en/event-desk').then((module) => module.eventDesk),
  de: () => import('../text/de/event-desk').then((module) => module.eventDesk),
};

const loading = new Map<Locale, Promise<DeskText>>();

/** What the event desk says. A chunk of its own: nobody else has to load it. */
export function useDeskText(): DeskText {
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
