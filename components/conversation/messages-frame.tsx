'use client';

import { clsx } from 'clsx';
import { useSelectedLayoutSegment } from 'next/navigation';
import type { ReactNode } from 'react';
import { ConversationPane } from './conversation-pane';

/** The list and what is open, side by side; on a narrow screen one of them. */
export function MessagesFrame({ children }: { children: ReactNode }) {
  const open = useSelectedLayoutSegment();
  return (
    <div className="lg:grid lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-8">
      <div className={clsx('min-w-0', open !== null && 'max-lg:hidden')}>
        <ConversationPane openId={open} />
      </div>
      <div className={clsx('min-w-0 lg:border-l lg:pl-8', open === null && 'max-lg:hidden')}>{children}</div>
    </div>
  );
}
