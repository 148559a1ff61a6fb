import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { chooseLocale, knownTimeZone } from '@/lib/client/text/choose-locale';
import { localeCookie, timeZoneCookie } from '@/lib/client/text/language-cookies';
import { type AllMessages, loadMessages } from '@/lib/client/text/load-messages';
import type { Locale } from '@/lib/contracts/http/locale';
import { currentUser } from './current-user';

/** The language and the time zone of who asks. */
export const requestLanguage = cache(async (): Promise<{ locale: Locale; timeZone: string | null }> => {
  // The page below asks the same and tells of an outage; what it then says needs a language all the same.
  const user = await currentUser().catch(() => null);
  const [jar, head] = [await cookies(), await headers()];
  return {
    locale: chooseLocale({
      user: user?.locale,
      cookie: jar.get(localeCookie)?.value,
      acceptLanguage: head.get('accept-language'),
    }),
    timeZone: user?.timeZone ?? knownTimeZone(jar.get(timeZoneCookie)?.value),
  };
});

/** All that is said, for what the server renders; components of the browser use `useText`. */
export async function requestText(): Promise<AllMessages> {
  const { locale } = await requestLanguage();
  return loadMessages(locale);
}

/** `generateMetadata` of a page: its title in the language of who asks. */
export function titled(title: (text: AllMessages) => string): () => Promise<Metadata> {
  return async () => ({ title: title(await requestText()) });
}
