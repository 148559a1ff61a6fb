'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Badge } from '@/components/ui/badge';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { announcementOptions } from '@/lib/client/announcement/get-announcement';
import { reachOptions } from '@/lib/client/announcement/get-reach';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView, Reach } from '@/lib/contracts/http/announcement';
import { AnnouncementActions } from './announcement-actions';
import { ReachBars } from './reach-bars';
import { ReachedPeople } from './reached-people';
import { ReminderPanel } from './reminder-panel';

/** What has become of an announcement, for its author: how far it has come, live, and what can be done about it. */
export function ReachPage({ id, listHref }: { id: string; listHref: string }) {
  const { announcement: text, reach: words } = useText();
  const { data, error, isPending, refetch } = useQuery(announcementOptions(id));
  const reach = useQuery({ ...reachOptions(id), enabled: data !== undefined });
  const problem = error ?? reach.error;
  const isMissing = problem instanceof ApiProblem && problem.code === 'resource.not_found';
  return (
    <>
      <Link
        href={listHref}
        className="-mt-2.5 mb-1.5 inline-block rounded-sm py-2.5 text-accent hover:underline"
      >
        {text.all}
      </Link>
      <StaleNote />
      {isMissing && (
        <EmptyState icon={FileQuestion} title={text.missing.title}>
          {text.missing.text}
        </EmptyState>
      )}
      {!isMissing && (isPending || reach.isPending) && <ListSkeleton label={words.loading} rows={3} />}
      {problem && !isMissing && !(data && reach.data) && (
        <ErrorState
          title={words.notLoaded}
          error={problem}
          onRetry={() => void (error ? refetch() : reach.refetch())}
        />
      )}
      {!isMissing && data && reach.data && (
        <Board announcement={data} reach={reach.data} listHref={listHref} />
      )}
    </>
  );
}

interface BoardProps {
  announcement: AnnouncementView;
  reach: Reach;
  listHref: string;
}

function Board({ announcement, reach, listHref }: BoardProps) {
  const { reach: text } = useText();
  const format = useFormat();
  const { id, title, status, priority, scheduled_for, published_at, created_at } = announcement;
  return (
    <>
      <PageHeader title={title}>
        <AnnouncementActions announcement={announcement} listHref={listHref} />
      </PageHeader>
      <p className="-mt-2 mb-6 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
        <Badge tone={status === 'published' ? 'accent' : 'neutral'}>{text.status[status]}</Badge>
        <PriorityBadge priority={priority} />
        <RelativeTime at={published_at ?? created_at} />
        <Link href={`/announcements/${id}`} className="rounded-sm text-accent hover:underline">
          {text.read}
        </Link>
      </p>
      {published_at === null ? (
        <p role="status" className="text-ink-2">
          {status === 'scheduled' && scheduled_for !== null
            ? text.willPublish(format.dateTime(scheduled_for))
            : text.notPublished}
        </p>
      ) : (
        <div className="grid gap-9">
          <ReachBars reach={reach} />
          {status === 'published' && <ReminderPanel reach={reach} />}
          <ReachedPeople reach={reach} />
        </div>
      )}
    </>
  );
}
