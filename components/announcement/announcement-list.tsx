'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import type { AnnouncementFilter } from '@/lib/client/announcement/announcement-keys';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

interface AnnouncementListProps {
  filter: AnnouncementFilter;
  row: (announcement: AnnouncementView) => ReactNode;
  /** What will appear here while there is nothing. */
  empty: { title: string; text: string };
}

/** The announcements of a reader or an author, live; those of a search are counted for who does not see them come. */
export function AnnouncementList({ filter, row, empty }: AnnouncementListProps) {
  const { announcement: text, reading } = useText();
  const { query } = filter;
  const list = useInfiniteQuery({
    ...announcementListOptions(filter),
    // While the next words are searched the last answer stays.
    ...(query && { placeholderData: keepPreviousData }),
  });
  const { shown, waiting, release } = useHoldBack(pageItems(list.data));
  return (
    <>
      <NewPill waiting={waiting} onShow={release} />
      <p role="status" className="sr-only">
        {query && list.data && !list.isPlaceholderData && reading.found(shown.length, list.hasNextPage)}
      </p>
      {list.isPending && <ListSkeleton label={text.loadingMany} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.manyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && shown.length === 0 && (
        <EmptyState icon={Megaphone} title={query ? reading.noneFound(query) : empty.title}>
          {query ? reading.noneFoundText : empty.text}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul aria-label={text.many} className="border-t">
          {shown.map(row)}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
