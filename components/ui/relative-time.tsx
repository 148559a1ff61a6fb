'use client';

import { useSyncExternalStore } from 'react';
import { useFormat } from '@/lib/client/text/text-context';

/** "4 min ago", with the exact time on hover and for screen readers. Keeps itself up to date. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const format = useFormat();
  const now = useSyncExternalStore(everyHalfMinute, halfMinute, halfMinute);
  // The clock of the page steps by half minutes; what is newer than its last step is told by the real time.
  const text = format.relative(at, Math.max(now, Date.now()));
  return (
    <time dateTime={at} title={format.exact(at)} className={className} suppressHydrationWarning>
      {text}
      <span className="sr-only"> ({format.exact(at)})</span>
    </time>
  );
}

const step = 30_000;

function halfMinute(): number {
  return Math.floor(Date.now() / step) * step;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all times on the page. */
function everyHalfMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, step);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
