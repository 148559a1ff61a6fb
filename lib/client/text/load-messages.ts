import type { Locale } from '@/lib/contracts/http/locale';
import type { messages } from './en/messages';

/** English says what there is to be said; every other language says all of it. */
export type Messages = typeof messages;

const load: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('./en/messages'),
  de: () => import('./de/messages'),
};

/** The catalogue of one language, for what the server says; a component has `useText`. */
export const loadMessages = async (locale: Locale): Promise<Messages> => (await load[locale]()).messages;
