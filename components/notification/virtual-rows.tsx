'use client';

import { Suspense } from 'react';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useWindowRows } from '@/lib/client/keyboard/use-window-rows';
import type { DrawnRow } from '@/lib/client/notification/group-rows';
import { inboxHref } from '@/lib/client/notification/inbox-place';
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

/** The notifications of a list, however many, or that there are none. */
export function InboxRows(props: VirtualRowsProps) {
  if (props.rows.length > 0) return <VirtualRows {...props} />;
  return props.hasMore ? null : <NothingHere moves={props.moves} />;
}

function VirtualRows({ rows, name, hasMore, onNearEnd, moves, actions }: VirtualRowsProps) {
  const text = useText().inbox;
  const selection = useSelection(rows);
  const { drawn, openKey, toggle } = useDrawnRows(rows, {
    isGrouped: moves.place.query === '' && !selection.isOn,
    isFromTop: true,
    isToEnd: !hasMore,
  });
  const changeGroup = useGroupActions();
  const begin = useKeptScroll(name, () => virtualizer.measurementsCache);
  const { items, virtualizer, focused, focusRow, listProps, rowProps } = useWindowRows({
    rows: drawn,
    rowPx: 76,
    overscan: 6,
    hasMore,
    onNearEnd,
    openId: moves.place.open,
    measured: begin?.measured ?? [],
  });

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

  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const isNew = useReportSeen(drawn.slice(startIndex, endIndex + 1).map(({ row }) => row));
  return (
    <>
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
              <Suspense key={id} fallback={null}>
                <GroupRow
                  {...place}
                  group={group}
                  newest={row}
                  isOpen={group.key === openKey}
                  isNew={isNew(row)}
                  toggle={toggle}
                  changeGroup={changeGroup}
                />
              </Suspense>
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
