'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';

/** A list row that shows when it has just come or changed live. */
export function LiveRow({
  id,
  className,
  children,
}: {
  id: string;
  className?: string;
  children: ReactNode;
}) {
  const isFresh = useIsFresh(id);
  return (
    <li className={clsx('border-b', isFresh && 'washed', className)} data-fresh={isFresh || undefined}>
      {children}
    </li>
  );
}
