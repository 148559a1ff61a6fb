'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { StaleNote } from '@/components/realtime/stale-note';
import { Badge } from '@/components/ui/badge';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { announcementOptions } from '@/lib/client/announcement/get-announcement';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { Acknowledge } from './acknowledge';
import { AnnouncementBody } from './announcement-body';

/** One announcement, to read. */
export function AnnouncementPage({ id, listHref }: { id: string; listHref: string }) {
  const text = useText().announcement;
  const { data, error, isPending, refetch } = useQuery(announcementOptions(id));
  const isMissing = error instanceof ApiProblem && error.code === 'resource.not_found';
  return (
    <>
      <Link
        href={listHref}
        className="-mt-2.5 mb-1.5 inline-block rounded-sm py-2.5 text-accent hover:underline"
      >
        {text.all}
      </Link>
      <StaleNote />
      {isPending && <ListSkeleton label={text.loadingOne} rows={2} />}
      {isMissing && !data && (
        <EmptyState icon={FileQuestion} title={text.missing.title}>
          {text.missing.text}
        </EmptyState>
      )}
      {error && !isMissing && !data && (
        <ErrorState title={text.oneNotLoaded} error={error} onRetry={() => void refetch()} />
      )}
      {data && <Announcement announcement={data} />}
    </>
  );
}

function Announcement({ announcement }: { announcement: AnnouncementView }) {
  const text = useText().announcement;
  const format = useFormat();
  return (
    <article className="max-w-prose">
      <h1 className="text-xl wrap-anywhere" dir="auto">
        {announcement.title}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
        {announcement.status === 'draft' && <Badge>{text.draft}</Badge>}
        <PriorityBadge priority={announcement.priority} />
        <bdi>{announcement.created_by.name}</bdi>
        <span aria-hidden="true">·</span>
        <RelativeTime at={announcement.published_at ?? announcement.created_at} />
        {announcement.expires_at !== null && (
          <>
            <span aria-hidden="true">·</span>
            <time dateTime={announcement.expires_at}>
              {text.until(format.dateTime(announcement.expires_at))}
            </time>
          </>
        )}
      </p>
      <div className="mt-5 text-md">
        <AnnouncementBody text={announcement.content} />
      </div>
      <div className="mt-6">
        <Acknowledge announcement={announcement} look="primary" />
      </div>
    </article>
  );
}
