'use client';

import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { WriteLink } from '@/components/announcement/write-link';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { overviewOptions } from '@/lib/client/overview/get-overview';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { Overview } from '@/lib/contracts/http/overview';
import { LiveCounter } from './live-counter';

/** Where administrators begin: how the university is doing, live. */
export function AdminHome() {
  const { home } = useText();
  const text = home.overview;
  const { timeZone } = useFormat();
  const overview = useQuery(overviewOptions(timeZone));
  return (
    <>
      <PageHeader title={home.title}>
        <WriteLink />
      </PageHeader>
      <StaleNote />
      <Counters overview={overview.data} />
      {overview.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {overview.isError && !overview.data && (
        <ErrorState title={text.notLoaded} error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && <LastEvents events={overview.data.events} />}
    </>
  );
}

function Counters({ overview }: { overview: Overview | undefined }) {
  const text = useText().home.overview;
  return (
    <dl aria-label={text.counters} className="mb-8 grid grid-cols-2 border-t md:grid-cols-4">
      <LiveCounter label={text.online} value={overview?.people_online} />
      <LiveCounter label={text.published} value={overview?.published_today} />
      <LiveCounter label={text.delivered} value={overview?.delivered_today} />
      <LiveCounter label={text.urgent} value={overview?.urgent_unacknowledged} />
    </dl>
  );
}

function LastEvents({ events }: { events: Overview['events'] }) {
  const text = useText().home.overview;
  return (
    <section aria-label={text.latestEvents}>
      <h2 className="border-b pb-2 text-md">{text.latestEvents}</h2>
      {events.length === 0 && (
        <EmptyState icon={Activity} title={text.noEvents}>
          {text.noEventsText}
        </EmptyState>
      )}
      <ul aria-label={text.eventList}>
        {events.map((event) => (
          <li
            key={event.event_id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b py-2 md:py-1.5"
          >
            <span className="font-mono text-sm wrap-anywhere">{event.event_type}</span>
            <span className="flex gap-x-4 text-sm text-ink-3">
              <span className="font-mono max-md:hidden">{event.topic}</span>
              <RelativeTime at={event.created_at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
