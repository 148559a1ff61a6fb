import type { Locale } from '@/lib/contracts/http/locale';
import type { allMessages } from './en/all-messages';
import type { messages } from './en/messages';

/** English says what there is to be said; every other language says all of it. */
export type Messages = typeof messages;

/** With the parts that a component fetches when it is shown. */
export type AllMessages = typeof allMessages;

const load: Record<Locale, () => Promise<{ allMessages: AllMessages }>> = {
  en: () => import('./en/all-messages'),
  de: () => import('./de/all-messages'),
};

/** All of one language, for what the server says; a component has `useText`. */
export const loadMessages = async (locale: Locale): Promise<AllMessages> =>
  (await load[locale]()).allMessages;
