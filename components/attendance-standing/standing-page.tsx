'use client';

import { useQuery } from '@tanstack/react-query';
import { BookOpen, QrCode } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useStandingText } from '@/lib/client/attendance/attendance-standing-text';
import { standingOptions } from '@/lib/client/attendance/get-standing';
import { StandingSummary } from './standing-summary';

/** A student's own attendance, course by course. It moves as soon as somebody marks. */
export function StandingPage() {
  const text = useStandingText();
  const { data, error, isPending, refetch } = useQuery(standingOptions());
  return (
    <>
      <PageHeader title={text.title}>
        <div className="flex flex-wrap gap-2">
          <Button asChild size="small">
            <Link href="/attendance/requests">{text.requests}</Link>
          </Button>
          <Button asChild size="small">
            <Link href="/check-in">
              <Icon of={QrCode} /> {text.checkIn}
            </Link>
          </Button>
        </div>
      </PageHeader>
      <StaleNote />
      {isPending && <ListSkeleton label={text.loading} rows={4} />}
      {error && !data && <ErrorState title={text.notLoaded} error={error} onRetry={() => void refetch()} />}
      {data?.courses.length === 0 && (
        <EmptyState icon={BookOpen} title={text.none.title}>
          {text.none.text}
        </EmptyState>
      )}
      <ul aria-label={text.title}>
        {data?.courses.map((standing) => (
          <li key={standing.course.id} className="grid gap-2 border-b py-4">
            <h2 className="text-md wrap-anywhere">
              <Link
                href={`/attendance/courses/${standing.course.id}`}
                className="-my-2.5 inline-block rounded-sm py-2.5 hover:underline"
              >
                <span className="tabular-nums">{standing.course.code}</span> <bdi>{standing.course.name}</bdi>
              </Link>
            </h2>
            <StandingSummary standing={standing} goal={data.goal} />
          </li>
        ))}
      </ul>
    </>
  );
}
