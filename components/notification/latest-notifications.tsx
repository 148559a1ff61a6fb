'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type RefObject, useRef } from 'react';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { pageItems } from '@/lib/client/http/page-items';
import { moveFocus } from '@/lib/client/keyboard/use-list-keys';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useText } from '@/lib/client/text/text-context';
import { MarkAllRead } from './mark-all-read';
import { NotificationRow } from './notification-row';
import { useReportSeen } from './use-report-seen';

export interface LatestProps {
  /** What it hangs from, and what gets the focus back. */
  bell: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

const mostRows = 10;
const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** The latest notifications below the bell; what is shown here was seen. */
export function LatestNotifications({ bell, onClose }: LatestProps) {
  const text = useText().inbox;
  const list = useRef<HTMLUListElement>(null);
  const isOnBell = (event: { target: EventTarget | null }) =>
    event.target instanceof Node && bell.current?.contains(event.target);
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={bell} />
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={text.latest}
          className={
            'z-40 flex max-h-[min(40rem,var(--radix-popover-content-available-height))] w-104 ' +
            'max-w-[calc(100vw-1rem)] flex-col rounded-lg border bg-raised shadow-over outline-none'
          }
          // No button of its own: enter must not do what nobody chose.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (!step || !list.current) return;
            event.preventDefault();
            moveFocus(list.current, step);
          }}
          // The bell closes it by itself: without this it would close here and open again there.
          onInteractOutside={(event) => isOnBell(event) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) bell.current?.focus();
          }}
        >
          <h2 className="border-b px-4 py-2.5 font-strong">{text.latest}</h2>
          <div className="min-h-0 grow overflow-y-auto px-3">
            <StaleNote />
            <Latest listRef={list} onClose={onClose} />
          </div>
          <div className="flex items-center justify-between gap-3 border-t px-3 py-2">
            <Button asChild look="quiet" size="small">
              <Link href="/inbox" onClick={onClose}>
                {text.toInbox}
              </Link>
            </Button>
            <MarkAllRead />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Latest({ listRef, onClose }: { listRef: RefObject<HTMLUListElement | null>; onClose: () => void }) {
  const text = useText().inbox;
  const list = useInfiniteQuery(notificationListOptions({}));
  const rows = pageItems(list.data).slice(0, mostRows);
  const isNew = useReportSeen(rows);
  if (list.isPending) return <ListSkeleton label={text.loading} rows={5} />;
  if (!list.data)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={Inbox} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    );
  return (
    <ul ref={listRef} aria-label={text.latest} className="[&>li:last-child]:border-b-0">
      {rows.map((row) => (
        <NotificationRow key={row.id} notification={row} isNew={isNew(row)} onOpen={onClose} />
      ))}
    </ul>
  );
}
