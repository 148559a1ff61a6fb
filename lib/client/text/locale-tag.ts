import type { Locale } from '@/lib/contracts/http/locale';

/** How each language writes dates and numbers. English of this university counts the hours to 24 and the day first. */
export const tagOf: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' };
