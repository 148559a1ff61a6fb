'use client';

import { type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useWindowRows } from '@/lib/client/keyboard/use-window-rows';
import type { DrawnRow } from '@/lib/client/notification/group-rows';
import { filterOfPlace, inboxHref } from '@/lib/client/notification/inbox-place';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { GroupRow } from './group-row';
import { InboxRow } from './inbox-row';
import { useKeptScroll } from './kept-scroll';
import { NothingHere } from './nothing-here';
import { SelectBox, SelectionBar } from './selection-bar';
import { useDrawnRows } from './use-drawn-rows';
import { useGroupActions } from './use-group-actions';
import type { InboxMoves } from './use-inbox-place';
import { useKeptPlace, useNearStart } from './use-kept-place';
import type { NotificationActions } from './use-notification-actions';
import { useReportSeen } from './use-report-seen';
import { useSelection } from './use-selection';
import { WaitingAbove } from './waiting-above';

export interface VirtualRowsProps {
  rows: NotificationView[];
  /** What is newer than the rows that are kept. */
  list: Pick<UseInfiniteQueryResult, 'hasPreviousPage' | 'isFetching' | 'isFetchPreviousPageError'> & {
    readonly data: { readonly pageParams: readonly unknown[] } | undefined;
    fetchPreviousPage: () => unknown;
  };
  /** Tells one list from another when one comes back to it. */
  name: string;
  hasMore: boolean;
  onNearEnd: () => void;
  moves: InboxMoves;
  actions: NotificationActions;
}

/** The notifications of a list, however many, or that there are none. */
export function InboxRows(props: VirtualRowsProps) {
  const { rows, list, hasMore, moves } = props;
  const toTop = useToTop(moves);
  // All that was kept has left the list, and there is more above it.
  const isLost = rows.length === 0 && !hasMore && list.hasPreviousPage;
  useEffect(() => {
    if (isLost) toTop();
  }, [isLost, toTop]);
  if (rows.length > 0) return <VirtualRows {...props} toTop={toTop} />;
  return hasMore || isLost ? null : <NothingHere moves={moves} />;
}

/** Begins the list anew. */
function useToTop({ place: { tab, query } }: InboxMoves): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    void queryClient.resetQueries({ queryKey: notificationKeys.inbox(filterOfPlace({ tab, query })) });
  }, [queryClient, tab, query]);
}

function VirtualRows({
  rows,
  list,
  name,
  hasMore,
  onNearEnd,
  moves,
  actions,
  toTop,
}: VirtualRowsProps & { toTop: () => void }) {
  const text = useText().inbox;
  const selection = useSelection(rows);
  const { drawn, openKey, toggle } = useDrawnRows(rows, {
    isGrouped: moves.place.query === '' && !selection.isOn,
    isFromTop: !list.hasPreviousPage,
    isToEnd: !hasMore,
  });
  const changeGroup = useGroupActions();
  const begin = useKeptScroll(name, () => ({ measured: virtualizer.measurementsCache, space }));
  const [space, setSpace] = useState(begin?.space ?? 0);
  const { items, virtualizer, focused, focusRow, listProps, rowProps } = useWindowRows({
    rows: drawn,
    rowPx: 76,
    overscan: 6,
    hasMore,
    onNearEnd,
    openId: moves.place.open,
    measured: begin?.measured ?? [],
    spaceAbove: space,
  });
  const start = list.hasPreviousPage ? `${list.data?.pageParams[0]}` : null;
  useKeptPlace(virtualizer, { start, space, setSpace });
  useNearStart({ list, space, at: virtualizer.range?.startIndex ?? 0, toTop });

  const onTarget = (act: (target: DrawnRow, index: number) => void) => () => {
    const id = focused ?? moves.place.open;
    const index = drawn.findIndex((each) => each.id === id);
    const target = drawn[index];
    if (target) act(target, index);
  };
  useShortcuts([
    {
      keys: 'u',
      label: text.keys.unread,
      group: 'lists',
      run: onTarget(({ row, group }) => (group ? changeGroup(group, 'read') : actions.toggleRead(row))),
    },
    {
      keys: 'e',
      label: text.keys.archive,
      group: 'lists',
      run: onTarget(({ row, group }, index) => {
        // The row goes, so the focus goes to the one that takes its place.
        focusRow(index + 1 < drawn.length ? index + 1 : index - 1);
        if (group) changeGroup(group, 'archived');
        else actions.toggleArchived(row);
      }),
    },
  ]);

  // Whether what arrives belongs to another part, only the server knows.
  const isOfAll = ['all', 'unread'].includes(moves.place.tab) && moves.place.query === '';
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const isNew = useReportSeen(drawn.slice(startIndex, endIndex + 1).map(({ row }) => row));
  return (
    <>
      {isOfAll && <WaitingAbove isAbove={list.hasPreviousPage} toTop={toTop} />}
      <Suspense fallback={null}>
        <SelectionBar
          rows={rows}
          selection={selection}
          onKey={onTarget(({ row }) => selection.toggle(row.id))}
        />
      </Suspense>
      <ul {...listProps} aria-label={text.list}>
        {items.map((item) => {
          const { id, row, group, isMember } = drawn[item.index] ?? {};
          if (id === undefined || !row) return null;
          const place = rowProps(item);
          if (group)
            return (
              <GroupRow
                key={id}
                {...place}
                group={group}
                newest={row}
                isOpen={group.key === openKey}
                isNew={isNew(row)}
                toggle={toggle}
                changeGroup={changeGroup}
              />
            );
          return (
            <InboxRow
              key={id}
              {...place}
              className={isMember ? `${place.className} pl-6` : place.className}
              row={row}
              href={inboxHref({ ...moves.place, open: row.id })}
              isOpen={row.id === moves.place.open}
              isNew={isNew(row)}
              onOpen={moves.open}
              actions={actions}
              selection={
                selection.isOn && (
                  <Suspense fallback={null}>
                    <SelectBox
                      row={row}
                      isSelected={selection.ids.has(row.id)}
                      onSelect={(isRange) => selection.toggle(row.id, isRange)}
                    />
                  </Suspense>
                )
              }
            />
          );
        })}
      </ul>
    </>
  );
}
