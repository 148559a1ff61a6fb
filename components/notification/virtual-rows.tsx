'use client';

import { Suspense } from 'react';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useWindowRows } from '@/lib/client/keyboard/use-window-rows';
import { inboxHref } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { InboxRow } from './inbox-row';
import { useKeptScroll } from './kept-scroll';
import { SelectBox, SelectionBar } from './selection-bar';
import type { InboxMoves } from './use-inbox-place';
import type { NotificationActions } from './use-notification-actions';
import { useReportSeen } from './use-report-seen';
import { useSelection } from './use-selection';

export interface VirtualRowsProps {
  rows: NotificationView[];
  /** Tells one list from another when one comes back to it. */
  name: string;
  hasMore: boolean;
  onNearEnd: () => void;
  moves: InboxMoves;
  actions: NotificationActions;
}

/** The notifications of a list, however many. */
export function VirtualRows({ rows, name, hasMore, onNearEnd, moves, actions }: VirtualRowsProps) {
  const text = useText().inbox;
  const begin = useKeptScroll(name, () => virtualizer.measurementsCache);
  const { items, virtualizer, focused, focusRow, listProps, rowProps } = useWindowRows({
    rows,
    rowPx: 76,
    overscan: 6,
    hasMore,
    onNearEnd,
    openId: moves.place.open,
    measured: begin?.measured ?? [],
  });

  const selection = useSelection(rows);
  const onTarget = (act: (row: NotificationView, index: number) => void) => () => {
    const id = focused ?? moves.place.open;
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (row) act(row, index);
  };
  useShortcuts([
    { keys: 'u', label: text.keys.unread, group: 'lists', run: onTarget(actions.toggleRead) },
    {
      keys: 'e',
      label: text.keys.archive,
      group: 'lists',
      run: onTarget((row, index) => {
        // The row goes, so the focus goes to the one that takes its place.
        focusRow(index + 1 < rows.length ? index + 1 : index - 1);
        actions.toggleArchived(row);
      }),
    },
  ]);

  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const isNew = useReportSeen(rows.slice(startIndex, endIndex + 1));
  return (
    <>
      <Suspense fallback={null}>
        <SelectionBar rows={rows} selection={selection} onKey={onTarget((row) => selection.toggle(row.id))} />
      </Suspense>
      <ul {...listProps} aria-label={text.list}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <InboxRow
                key={row.id}
                {...rowProps(item)}
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
            )
          );
        })}
      </ul>
    </>
  );
}
