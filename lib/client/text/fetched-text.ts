import { use } from 'react';
import type { Locale } from '@/lib/contracts/http/locale';
import { useFormat } from './text-context';

/**
 * A part of the catalogue in a chunk of its own, for pages that few visit: a hook that gives it in the language spoken now.
 * What uses it suspends until it has come.
 */
export function createFetchedText<T>(load: Readonly<Record<Locale, () => Promise<T>>>): () => T {
  const loading = new Map<Locale, Promise<T>>();
  return function useFetchedText() {
    const { locale } = useFormat();
    let text = loading.get(locale);
    if (!text) {
      text = load[locale]();
      loading.set(locale, text);
      // A chunk that could not be fetched may come the next time.
      text.catch(() => loading.delete(locale));
    }
    return use(text);
  };
}
