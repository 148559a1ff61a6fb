'use client';

import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useListKeys } from './use-list-keys';

interface WindowRows<T> {
  rows: readonly T[];
  /** How tall a row is before it is measured. */
  rowPx: number;
  overscan: number;
  hasMore: boolean;
  onNearEnd: () => void;
  /** The row that `j` and `k` go from while none has the focus. */
  openId?: string | null;
  /** What stands above the first row, px: rows that are not kept. */
  spaceAbove?: number;
  /** How tall the rows were when the list was left. */
  measured?: VirtualItem[];
}

const nearEnd = 12;

/**
 * Of a list of any length only the rows about the screen are in the page; the row with the focus always is. The list
 * takes `listProps`, each of `items` what `rowProps` gives; in each row the link with `data-row` takes the focus.
 */
export function useWindowRows<T extends { readonly id: string }>(options: WindowRows<T>) {
  const { rows, hasMore, onNearEnd, openId = null, spaceAbove = 0 } = options;
  const [focused, setFocused] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);
  const [above, setAbove] = useState(0);
  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const focusedAt = indexOf(focused);

  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: rows.length,
    estimateSize: () => options.rowPx,
    overscan: options.overscan,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollMargin: above + spaceAbove,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 80,
    initialMeasurementsCache: options.measured ?? [],
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focusedAt === -1 || shown.includes(focusedAt)
        ? shown
        : [...shown, focusedAt].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();

  const list = useListKeys<HTMLUListElement>((step) => {
    const from = focusedAt !== -1 ? focusedAt : indexOf(openId);
    focusRow(from === -1 ? (virtualizer.range?.startIndex ?? 0) : from + step);
  });
  useLayoutEffect(() => {
    if (list.current) setAbove(list.current.getBoundingClientRect().top + window.scrollY);
  }, [list]);

  function focusRow(index: number): void {
    const at = Math.min(Math.max(index, 0), rows.length - 1);
    const row = rows[at];
    if (!row) return;
    focusNext.current = row.id;
    setFocused(row.id);
    virtualizer.scrollToIndex(at, { align: 'auto' });
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

  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= rows.length - nearEnd) onNearEnd();
  }, [last, rows.length, hasMore, onNearEnd]);

  return {
    items,
    virtualizer,
    focused,
    focusRow,
    listProps: {
      ref: list,
      className: 'relative border-t',
      style: { height: virtualizer.getTotalSize() + spaceAbove + 1 },
      onFocus: (event: FocusEvent<HTMLElement>) => setFocused(event.target.closest('li')?.dataset.id ?? null),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget) && focusNext.current === null)
          setFocused(null);
      },
    },
    rowProps: ({ index, start }: VirtualItem) => ({
      ref: virtualizer.measureElement,
      'data-index': index,
      'data-id': rows[index]?.id,
      'aria-posinset': spaceAbove > 0 ? undefined : index + 1,
      'aria-setsize': hasMore || spaceAbove > 0 ? -1 : rows.length,
      className: 'absolute inset-x-0 top-0',
      style: { transform: `translateY(${start - above}px)` },
    }),
  };
}
