'use client';

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { usePersonText } from '@/lib/client/person/person-text';
import type { PersonView } from '@/lib/contracts/http/person';
import { PersonItem } from './person-item';

export interface PersonRowsProps {
  people: readonly PersonView[];
  hasMore: boolean;
  onNearEnd: () => void;
}

const nearEnd = 12;

/** Of a list of any length only the rows about the screen are in the page; the row with the focus always is. */
export function PersonRows({ people, hasMore, onNearEnd }: PersonRowsProps) {
  const text = usePersonText();
  const [focused, setFocused] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);
  const [above, setAbove] = useState(0);
  const focusedAt = focused === null ? -1 : people.findIndex(({ id }) => id === focused);

  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: people.length,
    estimateSize: () => 47,
    overscan: 10,
    getItemKey: (index) => people[index]?.id ?? index,
    scrollMargin: above,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 80,
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
    const index = Math.min(Math.max(focusedAt === -1 ? first : focusedAt + step, 0), people.length - 1);
    focusNext.current = people[index]?.id ?? null;
    setFocused(focusNext.current);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  });
  useLayoutEffect(() => {
    if (list.current) setAbove(list.current.getBoundingClientRect().top + window.scrollY);
  }, [list]);
  useEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-id="${id}"] [data-row]`);
    if (!link) return;
    focusNext.current = null;
    link.focus({ preventScroll: true });
    link.closest('li')?.scrollIntoView({ block: 'nearest' });
  });

  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= people.length - nearEnd) onNearEnd();
  }, [last, people.length, hasMore, onNearEnd]);

  return (
    <ul
      ref={list}
      aria-label={text.title}
      className="relative border-t"
      style={{ height: virtualizer.getTotalSize() + 1 }}
      onFocus={(event) => setFocused(event.target.closest('li')?.dataset.id ?? null)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && focusNext.current === null)
          setFocused(null);
      }}
    >
      {items.map(({ index, start }) => {
        const person = people[index];
        if (!person) return null;
        return (
          <PersonItem
            key={person.id}
            ref={virtualizer.measureElement}
            data-index={index}
            data-id={person.id}
            aria-posinset={index + 1}
            aria-setsize={hasMore ? -1 : people.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - above}px)` }}
            person={person}
          />
        );
      })}
    </ul>
  );
}
