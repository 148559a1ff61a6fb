import { Locale } from '@/lib/contracts/http/locale';
import { isTimeZone } from '@/lib/contracts/http/time-zone';

interface Wishes {
  /** What the signed-in user chose. */
  user: unknown;
  cookie: unknown;
  acceptLanguage: string | null;
}

/** The language to speak: the user's own, else the one of the cookie, else the best the browser asks for, else English. */
export function chooseLocale({ user, cookie, acceptLanguage }: Wishes): Locale {
  for (const wish of [user, cookie, ...wantedLanguages(acceptLanguage ?? '')]) {
    const locale = Locale.safeParse(wish);
    if (locale.success) return locale.data;
  }
  return 'en';
}

/** `de-AT, en;q=0.8` -> de, en: the primary languages, most wanted first. A weight of 0 is a refusal. */
function wantedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const weight = parameters.find((each) => each.startsWith('q='));
      return {
        language: tag.split('-')[0]?.toLowerCase() ?? '',
        weight: weight ? Number(weight.slice(2)) : 1,
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

/** A zone this platform knows, or `null`: a name from a cookie may be anything. */
export function knownTimeZone(name: unknown): string | null {
  return typeof name === 'string' && isTimeZone(name) ? name : null;
}
