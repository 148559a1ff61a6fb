import { tagOf } from '@/lib/client/text/locale-tag';
import { useFormat } from '@/lib/client/text/text-context';

/** Days of the calendar, which nobody's clock moves, and moments on the university's clock. */
export function useTermTimes(zone: string): { day(date: string): string; moment(at: string): string } {
  const { locale } = useFormat();
  const days = new Intl.DateTimeFormat(tagOf[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moments = new Intl.DateTimeFormat(tagOf[locale], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  });
  return {
    day: (date) => days.format(Date.parse(`${date}T00:00:00Z`)),
    moment: (at) => moments.format(Date.parse(at)),
  };
}
