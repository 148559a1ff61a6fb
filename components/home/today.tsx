'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { dateIn, nextClass, timedClasses } from '@/lib/client/timetable/class-times';
import { weekOptions } from '@/lib/client/timetable/get-week';
import { useTodayText } from '@/lib/client/timetable/today-text';
import type { Week } from '@/lib/contracts/http/timetable';
import { HomeSection } from './home-section';
import { NextClass } from './next-class';
import { TodayRow } from './today-row';

/** What stands on one's own timetable today, live, and how long it is until the next class. */
export function Today() {
  const text = useTodayText();
  const week = useQuery(weekOptions({ of: 'me' }));
  return (
    <HomeSection title={text.title} href="/timetable" all={text.week}>
      {week.isPending && <ListSkeleton label={text.loading} rows={2} />}
      {week.isError && !week.data && (
        <ErrorState title={text.notLoaded} error={week.error} onRetry={() => void week.refetch()} />
      )}
      {week.data && <Classes week={week.data} />}
    </HomeSection>
  );
}

function Classes({ week }: { week: Week }) {
  const text = useTodayText();
  const now = useNow();
  const date = dateIn(week.time_zone, now);
  const classes = timedClasses(week);
  const today = classes.filter(({ meeting }) => meeting.date === date || meeting.day === date);
  const left = nextClass(classes, now);
  // At the end of a week the next class is one of the week after.
  const coming = useQuery({
    ...weekOptions({ of: 'me', day: dateIn(week.time_zone, now, 7) }),
    enabled: left === null,
  });
  const next = left ?? (coming.data ? nextClass(timedClasses(coming.data), now) : null);
  return (
    <>
      {next && <NextClass next={next} now={now} />}
      {today.length === 0 && (
        <EmptyState icon={CalendarOff} title={text.none}>
          {text.noneText}
        </EmptyState>
      )}
      {today.length > 0 && (
        <ul aria-label={text.list}>
          {today.map((each) => (
            <TodayRow key={each.meeting.id} today={each} date={date} isOver={each.endsAt <= now} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Often enough for minutes; a tab that is looked at again is right at once. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, 10_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
