'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { weekOptions } from '@/lib/client/timetable/get-week';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';
import type { Meeting } from '@/lib/contracts/http/timetable';
import type { WeekQuery } from '@/lib/contracts/http/timetable-requests';
import { DayColumn } from './day-column';
import { addDays, clockIn } from './zone-clock';

const fetchForm = () => import('./change-form').then((module) => module.ChangeForm);

/** One week: days beside each other where there is room, one below the other on a phone. It moves by itself. */
export function WeekView({ of, id }: Pick<WeekQuery, 'of' | 'id'>) {
  const text = useTimetableText();
  const filter = useAddressFilter();
  const day = filter.get('day') || undefined;
  const week = useQuery({
    ...weekOptions({ day, of, id }),
    // While another week is asked for this one stays.
    placeholderData: keepPreviousData,
  });
  const [changing, setChanging] = useState<Meeting | null>(null);
  const Form = useFetchedPart(fetchForm, {
    isWanted: changing !== null,
    onFailed: () => setChanging(null),
  });
  if (week.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  if (!week.data)
    return <ErrorState title={text.notLoaded} error={week.error} onRetry={() => void week.refetch()} />;
  const { days, meetings, from, letter, term, time_zone } = week.data;
  const now = clockIn(time_zone);
  const go = (to: string) => filter.set({ day: to });
  const shown = days.filter(
    ({ date }, index) => index < 5 || meetings.some((meeting) => meeting.date === date),
  );
  return (
    <section aria-label={text.title}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button
          size="icon"
          aria-label={text.previous}
          className="print:hidden"
          onClick={() => go(addDays(from, -7))}
        >
          <Icon of={ChevronLeft} />
        </Button>
        <Button
          size="icon"
          aria-label={text.next}
          className="print:hidden"
          onClick={() => go(addDays(from, 7))}
        >
          <Icon of={ChevronRight} />
        </Button>
        <Button className="print:hidden" onClick={() => go('')}>
          {text.today}
        </Button>
        <p className="text-ink-2">
          {term?.name ?? text.noTerm}
          {letter && `, ${text.week(letter.toUpperCase())}`}
        </p>
      </div>
      {meetings.length === 0 && (
        <EmptyState icon={CalendarDays} title={text.empty.title}>
          {text.empty.text}
        </EmptyState>
      )}
      <div className="grid gap-4 lg:auto-cols-fr lg:grid-flow-col lg:gap-2">
        {shown.map((each) => (
          <DayColumn
            key={each.date}
            day={each}
            now={each.date === now.date ? now.time : null}
            meetings={meetings.filter((meeting) => meeting.date === each.date)}
            onChange={setChanging}
          />
        ))}
      </div>
      <p className="mt-4 text-sm text-ink-3">{text.times(time_zone)}</p>
      {Form && changing && <Form meeting={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}
