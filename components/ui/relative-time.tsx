'use client';

import { useFormat } from '@/lib/client/text/text-context';
import { useClock } from './use-clock';

/** "4 min ago", with the exact time on hover and for screen readers. Keeps itself up to date. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const format = useFormat();
  const now = useClock();
  // The clock of the page steps by half minutes; what is newer than its last step is told by the real time.
  const text = format.relative(at, Math.max(now, Date.now()));
  return (
    <time dateTime={at} title={format.exact(at)} className={className} suppressHydrationWarning>
      {text}
      <span className="sr-only"> ({format.exact(at)})</span>
    </time>
  );
}
