import { useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useCoursePageText } from '@/lib/client/course/course-page-text';
import { dateIn, timedClasses } from '@/lib/client/timetable/class-times';
import { weekOptions } from '@/lib/client/timetable/get-week';
import type { Week } from '@/lib/contracts/http/timetable';
import { ComingClass } from './coming-class';
import { PageSection } from './page-section';

const mostRows = 6;
const minute = 60_000;

/**
 * The next classes of a course, of this week and the next one. Who is in it, waits or teaches is told when one changes;
 * who only looks at it asks now and then.
 */
export function ComingClasses({ courseId, isTold }: { courseId: string; isTold: boolean }) {
  const { classes: text } = useCoursePageText();
  const now = useNow();
  const asked = { of: 'course', id: courseId } as const;
  const often = { refetchInterval: isTold ? (false as const) : minute };
  const week = useQuery({ ...weekOptions(asked), ...often });
  const zone = week.data?.time_zone;
  const next = useQuery({
    ...weekOptions({ ...asked, day: zone && dateIn(zone, now, 7) }),
    ...often,
    enabled: zone !== undefined,
  });
  return (
    <PageSection title={text.title} more={{ href: `/timetable?of=course&id=${courseId}`, label: text.week }}>
      {(week.isPending || (week.data && next.isPending)) && <ListSkeleton label={text.loading} rows={2} />}
      {week.isError && !week.data && (
        <ErrorState title={text.notLoaded} error={week.error} onRetry={() => void week.refetch()} />
      )}
      {next.isError && !next.data && (
        <ErrorState title={text.notLoaded} error={next.error} onRetry={() => void next.refetch()} />
      )}
      {week.data && next.data && (
        <Classes weeks={[week.data, next.data]} zone={week.data.time_zone} now={now} />
      )}
    </PageSection>
  );
}

function Classes({ weeks, zone, now }: { weeks: readonly Week[]; zone: string; now: number }) {
  const { classes: text } = useCoursePageText();
  const coming = weeks
    .flatMap(timedClasses)
    .filter(({ endsAt }) => endsAt > now)
    .slice(0, mostRows);
  if (coming.length === 0)
    return (
      <EmptyState icon={CalendarDays} title={text.none}>
        {text.noneText}
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={text.title}>
        {coming.map(({ meeting }) => (
          <ComingClass key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-3">{text.times(zone)}</p>
    </>
  );
}

/** Often enough for what is over to go. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
