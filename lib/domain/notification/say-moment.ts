import type { Locale } from '@/lib/contracts/http/locale';

/** English of this university counts the hours to 24 and says the day first. */
const tagOf: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' };
const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/**
 * An instant on the reader's clock: "Friday 27 November, 14:00". Whose zone is not known is told which it is:
 * "Friday 27 November, 14:00 UTC".
 */
export function sayMoment(
  at: string,
  { locale, timeZone }: { locale: Locale | null; timeZone: string | null },
): string {
  const language = locale ?? 'en';
  const inZone = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tagOf[language], { ...parts, timeZone: timeZone ?? 'UTC' }).format(
      Date.parse(at),
    );
  const time = language === 'de' ? `${inZone(clock)} Uhr` : inZone(clock);
  return `${inZone(day)}, ${time}${timeZone === null ? ' UTC' : ''}`;
}
