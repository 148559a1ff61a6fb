import type { Locale } from '@/lib/contracts/http/locale';
import type { messages } from './en/messages';

/** English says what there is to be said; every other language says all of it. */
export type Messages = typeof messages;

const load: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('./en/messages'),
  de: () => import('./de/messages'),
};

const loading = new Map<Locale, Promise<Messages>>();

/** The catalogue of one language; a chunk of its own, loaded once. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loading.get(locale);
  if (known !== undefined) return known;
  const promise = load[locale]().then((module) => module.messages);
  loading.set(locale, promise);
  // A chunk that could not be fetched may come the next time.
  promise.catch(() => loading.delete(locale));
  return promise;
}
