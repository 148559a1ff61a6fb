'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';

interface Anchor {
  readonly key: string | number | bigint;
  readonly start: number;
}

/**
 * Keeps what is on screen in its place when the list lets go of rows above it, or loads them again: what is not there is
 * space. `start` names the first page that is kept; the space is gone where that is the first of all.
 */
export function useKeptPlace(
  virtualizer: Virtualizer<Window, HTMLLIElement>,
  { start, space, setSpace }: { start: string | null; space: number; setSpace: (px: number) => void },
): void {
  const last = useRef<{ start: string | null; shown: readonly Anchor[] }>({ start, shown: [] });
  useLayoutEffect(() => {
    const { shown, start: before } = last.current;
    const places = new Map(virtualizer.measurementsCache.map((item) => [item.key, item.start]));
    const anchor = start === before ? undefined : shown.find(({ key }) => places.has(key));
    const moved = anchor ? (places.get(anchor.key) ?? 0) - anchor.start : 0;
    const wanted = space - moved;
    const next = start === null ? 0 : Math.max(0, wanted);
    if (anchor && next !== space) setSpace(next);
    // What the space cannot take up, the page scrolls.
    if (anchor && next !== wanted) window.scrollBy({ top: next - wanted });
    if (anchor && next !== space) {
      last.current = { start, shown: [] };
      return;
    }
    const from = virtualizer.range?.startIndex ?? 0;
    last.current = {
      start,
      shown: virtualizer.measurementsCache
        .slice(from, from + 40)
        .map(({ key, start: top }) => ({ key, start: top })),
    };
  });
}

const nearStart = 12;

/** Loads what is newer when one comes near it; who has gone to the very top, past what is not kept, begins there anew. */
export function useNearStart({
  list: { hasPreviousPage, isFetching, isFetchPreviousPageError, fetchPreviousPage },
  space,
  at,
  toTop,
}: {
  list: {
    readonly hasPreviousPage: boolean;
    readonly isFetching: boolean;
    readonly isFetchPreviousPageError: boolean;
    fetchPreviousPage: () => unknown;
  };
  space: number;
  /** The first row on screen. */
  at: number;
  toTop: () => void;
}): void {
  const isNear = hasPreviousPage && at <= nearStart && !isFetching && !isFetchPreviousPageError;
  useEffect(() => {
    if (!isNear) return;
    if (window.scrollY < window.innerHeight && space > window.innerHeight * 4) toTop();
    else fetchPreviousPage();
  }, [isNear, space, toTop, fetchPreviousPage]);
}
