'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import { authorListHref, reachHref } from '@/components/announcement/author-places';
import { StatusBadge } from '@/components/announcement/status-badge';
import { ReachInShort } from '@/components/reach/reach-in-short';
import { LiveRow } from '@/components/realtime/live-row';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { pageItems } from '@/lib/client/http/page-items';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { HomeSection } from './home-section';

const mostRows = 5;

/** What a faculty member announced, with how far it has come, live. */
export function OwnAnnouncements() {
  const { home, announcement: words } = useText();
  const reach = useReachText();
  const list = useInfiniteQuery(announcementListOptions({ scope: 'authored' }));
  const rows = pageItems(list.data).slice(0, mostRows);
  return (
    <HomeSection title={home.own} href={authorListHref('faculty')} all={reach.all}>
      {list.isPending && <ListSkeleton label={home.loadingOwn} rows={2} />}
      {list.isError && !list.data && (
        <ErrorState title={words.manyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={SquarePen} title={home.noneOwn}>
          {home.noneOwnText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={home.own}>
          {rows.map((announcement) => (
            <OwnRow key={announcement.id} announcement={announcement} />
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

function OwnRow({ announcement }: { announcement: AnnouncementView }) {
  const wasPublished = announcement.published_at !== null;
  return (
    <LiveRow id={announcement.id} className="relative px-1 py-3 hover:bg-sunken/60">
      <p className="font-strong wrap-anywhere">
        <Link href={reachHref(announcement.id)} className="after:absolute after:inset-0">
          <bdi>{announcement.title}</bdi>
        </Link>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
        {announcement.status !== 'published' && <StatusBadge status={announcement.status} />}
        {wasPublished && <ReachInShort id={announcement.id} />}
        <RelativeTime at={announcement.published_at ?? announcement.created_at} />
      </p>
    </LiveRow>
  );
}
