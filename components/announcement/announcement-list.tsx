'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import type { AnnouncementFilter } from '@/lib/client/announcement/announcement-keys';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

interface AnnouncementListProps {
  filter: AnnouncementFilter;
  row: (announcement: AnnouncementView) => ReactNode;
  /** What will appear here while there is nothing. */
  empty: ReactNode;
}

/** All announcements of a reader or an author, live. */
export function AnnouncementList({ filter, row, empty }: AnnouncementListProps) {
  const text = useText().announcement;
  const rows = useListKeys();
  const list = useInfiniteQuery(announcementListOptions(filter));
  const { shown, waiting, release } = useHoldBack(pageItems(list.data));
  return (
    <>
      <StaleNote />
      <NewPill waiting={waiting} onShow={release} />
      {list.isPending && <ListSkeleton label={text.loadingMany} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.manyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && shown.length === 0 && (
        <EmptyState icon={Megaphone} title={text.none}>
          {empty}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul ref={rows} aria-label={text.many} className="border-t">
          {shown.map(row)}
        </ul>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        hasFailed={list.isFetchNextPageError}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}
