'use client';

import { clsx } from 'clsx';
import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { useIsWide } from '@/components/ui/use-is-wide';
import { whenIdle } from '@/components/ui/when-idle';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { inboxHref } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import { InboxList } from './inbox-list';
import { InboxTools } from './inbox-tools';
import { MarkAllRead } from './mark-all-read';
import { useInboxPlace } from './use-inbox-place';

const fetchOpened = () => import('./open-notification').then((module) => module.OpenNotification);
/** Not needed for the list; there before somebody opens one. */
const OpenNotification = dynamic(fetchOpened);

/** All notifications of the user, live. Tab, search and what is open are in the address. */
export function Inbox() {
  const moves = useInboxPlace();
  const { open, tab, query } = moves.place;
  const text = useText().inbox;
  const isWide = useIsWide('lg', true);
  const list = useReturnedFocus(open);
  useShortcuts([{ keys: 'Escape', label: text.keys.close, group: 'lists', run: moves.close }]);
  // Fetched anew when it is opened, should it fail now.
  useEffect(() => whenIdle(() => void fetchOpened().catch(() => {})), []);
  // What the opened one covers is out of reach.
  const isCovered = open !== null && !isWide;
  return (
    <>
      <div inert={isCovered}>
        <PageHeader title={text.title}>
          <MarkAllRead />
        </PageHeader>
        <InboxTools moves={moves} />
        <StaleNote />
      </div>
      <div
        className={clsx(
          open !== null && 'lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-6',
        )}
      >
        <div ref={list} inert={isCovered} className="min-w-0">
          <InboxList key={inboxHref({ tab, query, open: null })} moves={moves} />
        </div>
        {open !== null && <OpenNotification id={open} onClose={moves.close} />}
      </div>
    </>
  );
}

/** What was open closes: the focus returns to its row, if it is still there. */
function useReturnedFocus(open: string | null) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const closed = open === null ? last.current : null;
    last.current = open;
    if (closed !== null && document.activeElement === document.body)
      list.current
        ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(closed)}"] [data-row]`)
        ?.focus({ preventScroll: true });
  }, [open]);
  return list;
}
