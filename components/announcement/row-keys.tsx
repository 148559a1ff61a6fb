'use client';

import { type ReactNode, useRef } from 'react';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';

/** `j` and `k` through the rows of all lists inside, as if they were one. */
export function RowKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useListKeys((step) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
    const next = rows[at === -1 && step === -1 ? rows.length - 1 : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
  return <div ref={box}>{children}</div>;
}
