'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { ownProblem } from '@/lib/client/http/api-problem';
import { pageItems } from '@/lib/client/http/page-items';
import { filterOfPlace, inboxHref } from '@/lib/client/notification/inbox-place';
import { inboxListOptions } from '@/lib/client/notification/list-notifications';
import { useText } from '@/lib/client/text/text-context';
import type { InboxMoves } from './use-inbox-place';
import { useNotificationActions } from './use-notification-actions';
import type { VirtualRowsProps } from './virtual-rows';

const fetchRows = () => import('./virtual-rows').then((module) => module.InboxRows);

/** One tab of the inbox, or what is found in it; older rows come as one scrolls to them. */
export function InboxList({ moves }: { moves: InboxMoves }) {
  const { tab, query } = moves.place;
  const list = useInfiniteQuery(inboxListOptions(filterOfPlace({ tab, query })));
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
      {(list.isPending || isEmptied || (list.data && !Rows && !hasFailed)) && (
        <ListSkeleton label={text.loading} rows={8} />
      )}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && !Rows && hasFailed && (
        <ErrorState title={text.notLoaded} error={ownProblem('network.unreachable')} onRetry={retry} />
      )}
      {list.data && !isEmptied && Rows && (
        <Rows
          rows={shown}
          list={list}
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
