'use client';

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { inboxHref } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { InboxRow } from './inbox-row';
import { useKeptScroll } from './kept-scroll';
import type { InboxMoves } from './use-inbox-place';
import type { NotificationActions } from './use-notification-actions';
import { useReportSeen } from './use-report-seen';

export interface VirtualRowsProps {
  rows: NotificationView[];
  /** Tells one list from another when one comes back to it. */
  name: string;
  hasMore: boolean;
  onNearEnd: () => void;
  moves: InboxMoves;
  actions: NotificationActions;
}

const nearEnd = 12;

/** Of a list of any length only the rows about the screen are in the page; the row with the focus always is. */
export function VirtualRows({ rows, name, hasMore, onNearEnd, moves, actions }: VirtualRowsProps) {
  const text = useText().inbox;
  const [focused, setFocused] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);
  const [above, setAbove] = useState(0);
  const focusedAt = focused === null ? -1 : rows.findIndex((row) => row.id === focused);
  const begin = useKeptScroll(name, () => virtualizer.measurementsCache);

  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: rows.length,
    estimateSize: () => 76,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollMargin: above,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 80,
    initialMeasurementsCache: begin?.measured ?? [],
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focusedAt === -1 || shown.includes(focusedAt)
        ? shown
        : [...shown, focusedAt].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();

  const list = useListKeys<HTMLUListElement>((step) => {
    const first = virtualizer.range?.startIndex ?? 0;
    const from = focusedAt !== -1 ? focusedAt : rows.findIndex((row) => row.id === moves.place.open);
    focusRow(from === -1 ? first : from + step);
  });
  useLayoutEffect(() => {
    if (list.current) setAbove(list.current.getBoundingClientRect().top + window.scrollY);
  }, [list]);

  function focusRow(index: number): void {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!row) return;
    focusNext.current = row.id;
    setFocused(row.id);
    virtualizer.scrollToIndex(rows.indexOf(row), { align: 'auto' });
  }
  useEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-id="${id}"] [data-row]`);
    if (!link) return;
    focusNext.current = null;
    link.focus({ preventScroll: true });
    // Clear of what stands above and below: the page knows how much that is.
    link.closest('li')?.scrollIntoView({ block: 'nearest' });
  });

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
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - nearEnd) onNearEnd();
  }, [last, rows.length, onNearEnd]);

  return (
    <ul
      ref={list}
      aria-label={text.list}
      className="relative border-t"
      style={{ height: virtualizer.getTotalSize() + 1 }}
      onFocus={(event) => setFocused(event.target.closest('li')?.dataset.id ?? null)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && focusNext.current === null)
          setFocused(null);
      }}
    >
      {items.map(({ index, start }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <InboxRow
            key={row.id}
            ref={virtualizer.measureElement}
            data-index={index}
            data-id={row.id}
            aria-posinset={index + 1}
            aria-setsize={hasMore ? -1 : rows.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - above}px)` }}
            row={row}
            href={inboxHref({ ...moves.place, open: row.id })}
            isOpen={row.id === moves.place.open}
            isNew={isNew(row)}
            onOpen={moves.open}
            actions={actions}
          />
        );
      })}
    </ul>
  );
}
