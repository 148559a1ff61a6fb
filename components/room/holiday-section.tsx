'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { termListOptions } from '@/lib/client/course/list-terms';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { holidayListOptions } from '@/lib/client/room/list-holidays';
import { useRoomText } from '@/lib/client/room/room-text';
import { tagOf } from '@/lib/client/text/locale-tag';
import { useFormat } from '@/lib/client/text/text-context';
import type { HolidayView } from '@/lib/contracts/http/timetable';
import { HolidayForm } from './holiday-form';

const fetchRemove = () => import('./remove-holiday-dialog').then((module) => module.RemoveHolidayDialog);

/** The days of a term without classes. */
export function HolidaySection() {
  const text = useRoomText();
  const terms = useQuery(termListOptions());
  const { get, set } = useAddressFilter();
  return (
    <section aria-labelledby="holidays">
      <h2 id="holidays" className="text-md font-strong">
        {text.holidays}
      </h2>
      <p className="mb-4 text-ink-2">{text.holidaysText}</p>
      {chosen()}
    </section>
  );
  function chosen() {
    if (terms.isPending) return <ListSkeleton label={text.holidaysLoading} rows={3} />;
    if (!terms.data)
      return (
        <ErrorState title={text.holidaysNotLoaded} error={terms.error} onRetry={() => void terms.refetch()} />
      );
    const { items } = terms.data;
    const term =
      items.find(({ id }) => id === get('term')) ?? items.find(({ is_current }) => is_current) ?? items[0];
    if (!term)
      return (
        <EmptyState icon={CalendarOff} title={text.noTerms}>
          {text.noTermsText}
        </EmptyState>
      );
    return (
      <>
        <div className="mb-4 md:max-w-md">
          <Field label={text.term}>
            {(control) => (
              <Select {...control} value={term.id} onChange={(event) => set({ term: event.target.value })}>
                {items.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <HolidayForm key={term.id} term={term} />
        <HolidayList termId={term.id} />
      </>
    );
  }
}

function HolidayList({ termId }: { termId: string }) {
  const text = useRoomText();
  const list = useQuery(holidayListOptions());
  const showDay = useDay();
  const [asked, setAsked] = useState<HolidayView | null>(null);
  const Remove = useFetchedPart(fetchRemove, { isWanted: asked !== null, onFailed: () => setAsked(null) });
  if (list.isPending) return <ListSkeleton label={text.holidaysLoading} rows={3} />;
  if (!list.data)
    return (
      <ErrorState title={text.holidaysNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
    );
  const days = list.data.items
    .filter(({ term_id }) => term_id === termId)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (days.length === 0)
    return (
      <EmptyState icon={CalendarOff} title={text.noHolidays}>
        {text.noHolidaysText}
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={text.holidays} className="max-w-2xl border-t">
        {days.map((holiday) => (
          <li key={holiday.id} className="flex items-center gap-x-4 border-b py-1.5">
            <span className="min-w-0 grow md:flex md:gap-4">
              <span className="block text-ink-2 tabular-nums md:w-44 md:shrink-0">
                {showDay(holiday.day)}
              </span>
              <span className="font-strong wrap-anywhere">{holiday.name}</span>
            </span>
            <Button
              look="quiet"
              size="small"
              aria-label={text.removeOne(holiday.name)}
              onClick={() => setAsked(holiday)}
            >
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
      {asked && Remove && <Remove holiday={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** A day of the university's calendar, in no zone: nobody's clock moves it. */
function useDay(): (day: string) => string {
  const { locale } = useFormat();
  const format = new Intl.DateTimeFormat(tagOf[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
}
