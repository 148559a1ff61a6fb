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
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** One announcement, to read. */
export function AnnouncementPage({ id, listHref }: { id: string; listHref: string }) {
  const { data, error, isPending, refetch } = useQuery(announcementOptions(id));
  const isMissing = error instanceof ApiProblem && error.code === 'resource.not_found';
  return (
    <>
      <Link
        href={listHref}
        className="-mt-2.5 mb-1.5 inline-block rounded-sm py-2.5 text-accent hover:underline"
      >
        All announcements
      </Link>
      <StaleNote />
      {isPending && <ListSkeleton label="Loading the announcement" rows={2} />}
      {isMissing && !data && (
        <EmptyState icon={FileQuestion} title="There is no such announcement for you">
          It may have expired, or the link is not complete.
        </EmptyState>
      )}
      {error && !isMissing && !data && (
        <ErrorState
          title="The announcement could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <Announcement announcement={data} />}
    </>
  );
}

function Announcement({ announcement }: { announcement: AnnouncementView }) {
  return (
    <article className="max-w-prose">
      <h1 className="text-xl wrap-anywhere" dir="auto">
        {announcement.title}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
        {announcement.status === 'draft' && <Badge>Draft</Badge>}
        <PriorityBadge priority={announcement.priority} />
        <bdi>{announcement.created_by.name}</bdi>
        <span aria-hidden="true">·</span>
        <RelativeTime at={announcement.published_at ?? announcement.created_at} />
        {announcement.expires_at !== null && (
          <span>
            · until <ExactDay at={announcement.expires_at} />
          </span>
        )}
      </p>
      <div className="mt-5 grid gap-4 text-md" dir="auto">
        {paragraphsOf(announcement.content).map(({ key, text }) => (
          <p key={key} className="whitespace-pre-line wrap-anywhere">
            {text}
          </p>
        ))}
      </div>
    </article>
  );
}

function ExactDay({ at }: { at: string }) {
  const text = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={at}>{text}</time>;
}

/** Plain text: an empty line parts paragraphs. */
function paragraphsOf(content: string): Array<{ key: string; text: string }> {
  return content
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ key: `${index}`, text: text.trim() }));
}
