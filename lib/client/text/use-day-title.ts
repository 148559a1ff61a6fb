import { useMemo } from 'react';
import { tagOf } from './locale-tag';
import { useFormat } from './text-context';

/** `2026-11-27` as "Fri 27 Nov": a day of the university, the same day whatever the reader's zone. */
export function useDayTitle(): (date: string) => string {
  const { locale } = useFormat();
  return useMemo(() => {
    const written = new Intl.DateTimeFormat(tagOf[locale], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    return (date) => written.format(Date.parse(`${date}T00:00:00Z`));
  }, [locale]);
}
