'use client';

import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

interface Kept {
  top: number;
  /** How tall the rows were: without it the same distance is another row. */
  measured: VirtualItem[];
  /** What stood above them, px. */
  space: number;
}

/** Where each list was left, for the way back to it. */
const kept = new Map<string, Kept>();
const justNow = 2_000;
let wentBackAt = Number.NEGATIVE_INFINITY;
let isWatching = false;

function watchHistory(): void {
  if (isWatching) return;
  isWatching = true;
  window.addEventListener('popstate', () => {
    wentBackAt = performance.now();
  });
}

/** Where to begin in a list that one comes back to; and keeps where it is left. `undefined` begins at the top. */
export function useKeptScroll(list: string, measure: () => Omit<Kept, 'top'>): Kept | undefined {
  const [begin] = useState(() =>
    typeof window !== 'undefined' && performance.now() - wentBackAt < justNow ? kept.get(list) : undefined,
  );
  const latest = useRef(measure);
  useEffect(() => {
    latest.current = measure;
  });
  useEffect(() => {
    watchHistory();
    if (begin) window.scrollTo({ top: begin.top });
    let top = window.scrollY;
    const onScroll = () => {
      top = window.scrollY;
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      kept.set(list, { top, ...latest.current() });
    };
  }, [list, begin]);
  return begin;
}
