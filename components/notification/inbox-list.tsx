'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Archive, CheckCheck, Inbox as InboxIcon, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { ownProblem } from '@/lib/client/http/api-problem';
import { pageItems } from '@/lib/client/http/page-items';
import { filterOfPlace, type InboxTab, inboxHref } from '@/lib/client/notification/inbox-place';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useText } from '@/lib/client/text/text-context';
import type { InboxMoves } from './use-inbox-place';
import { useNotificationActions } from './use-notification-actions';
import type { VirtualRowsProps } from './virtual-rows';

const fetchRows = () => import('./virtual-rows').then((module) => module.VirtualRows);

/** One tab of the inbox, or what is found in it; older rows come as one scrolls to them. */
export function InboxList({ moves }: { moves: InboxMoves }) {
  const { tab, query } = moves.place;
  const list = useInfiniteQuery(notificationListOptions(filterOfPlace({ tab, query })));
  const rows = useMemo(() => pageItems(list.data), [list.data]);
  const { shown, waiting, release } = useHoldBack(rows);
  const actions = useNotificationActions();
  const text = useText().inbox;
  const { Rows, hasFailed, retry } = useRows();
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  // All that was loaded has left the list, as by "mark all read": there may be more behind it.
  const isEmptied = list.data !== undefined && shown.length === 0 && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isEmptied) onNearEnd();
  }, [isEmptied, onNearEnd]);
  return (
    <>
      <NewPill waiting={waiting} onShow={release} />
      {(list.isPending || isEmptied || (shown.length > 0 && !Rows && !hasFailed)) && (
        <ListSkeleton label={text.loading} rows={8} />
      )}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && !Rows && hasFailed && (
        <ErrorState title={text.notLoaded} error={ownProblem('network.unreachable')} onRetry={retry} />
      )}
      {list.data && shown.length === 0 && !hasNextPage && <NothingHere moves={moves} />}
      {shown.length > 0 && Rows && (
        <Rows
          rows={shown}
          name={inboxHref({ tab, query, open: null })}
          hasMore={hasNextPage}
          onNearEnd={onNearEnd}
          moves={moves}
          actions={actions}
        />
      )}
      <LoadMore
        list={{
          hasNextPage: hasNextPage && !isEmptied,
          isFetchingNextPage: list.isFetchingNextPage,
          isFetchNextPageError,
          fetchNextPage,
        }}
      />
    </>
  );
}

/** What draws the rows is fetched beside what they say. */
function useRows() {
  const [hasFailed, setHasFailed] = useState(false);
  const Rows = useFetchedPart<VirtualRowsProps>(fetchRows, {
    isWanted: !hasFailed,
    onFailed: () => setHasFailed(true),
  });
  return { Rows, hasFailed, retry: () => setHasFailed(false) };
}

function NothingHere({ moves: { place, show } }: { moves: InboxMoves }) {
  const text = useText().inbox;
  if (place.query !== '')
    return (
      <EmptyState icon={SearchX} title={text.nothingFound(place.query)}>
        <Button size="small" className="mt-1" onClick={() => show({ query: '' })}>
          {text.showEverything}
        </Button>
      </EmptyState>
    );
  const other = { icon: InboxIcon, words: text.emptyTabs.other };
  const told: Partial<Record<InboxTab, typeof other>> = {
    all: { icon: InboxIcon, words: text.empty },
    unread: { icon: CheckCheck, words: text.allRead },
    urgent: { icon: CheckCheck, words: text.emptyTabs.urgent },
    archived: { icon: Archive, words: text.emptyTabs.archived },
  };
  const { icon, words } = told[place.tab] ?? other;
  return (
    <EmptyState icon={icon} title={words.title}>
      {words.text}
    </EmptyState>
  );
}
