'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, ArrowLeft, Check, MailOpen, SearchX, X } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { sitePath } from '@/lib/client/http/site-path';
import { notificationOptions } from '@/lib/client/notification/get-notification';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { OpenedTools } from './opened-tools';
import { useNotificationActions } from './use-notification-actions';

const fetchTrail = () => import('./notification-trail').then((module) => module.NotificationTrail);

/** The opened one: beside the list on a wide screen, over it on a narrow one. Opening reads it. */
export function OpenNotification({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText().inbox;
  const { data, error, refetch } = useQuery(notificationOptions(useQueryClient(), id));
  const { read } = useNotificationActions();
  const panel = useRef<HTMLElement>(null);
  const readFor = useRef('');
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
    void id;
  }, [id]);
  useEffect(() => {
    // Once: what is marked unread while it is open stays so.
    if (!data || readFor.current === data.id) return;
    readFor.current = data.id;
    if (data.read_at === null) read(data);
  }, [data, read]);
  const isMissing = error instanceof ApiProblem && error.status === 404;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={text.opened}
      className={
        'fixed inset-x-0 top-14 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 ' +
        'overflow-y-auto overscroll-contain bg-surface px-4 pt-[calc(var(--under-header)-3rem)] pb-4 ' +
        'outline-none md:bottom-0 md:px-6 lg:sticky lg:inset-auto lg:top-[calc(var(--under-header)+1rem)] ' +
        'lg:max-h-[calc(100dvh-2.5rem-var(--under-header))] lg:border-l lg:bg-transparent lg:py-0 lg:pr-0'
      }
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="mb-3 flex lg:justify-end">
        <Button look="quiet" className="-ml-4 md:-ml-3 lg:hidden" onClick={onClose}>
          <Icon of={ArrowLeft} /> {text.title}
        </Button>
        <Button
          look="quiet"
          size="icon"
          className="max-lg:hidden"
          aria-label={text.close}
          title={text.close}
          onClick={onClose}
        >
          <Icon of={X} />
        </Button>
      </div>
      {!data && !error && <ListSkeleton label={text.loadingOne} rows={1} />}
      {!data && error && !isMissing && (
        <ErrorState title={text.oneNotLoaded} error={error} onRetry={() => void refetch()} />
      )}
      {!data && isMissing && (
        <EmptyState icon={SearchX} title={text.oneNotFound.title}>
          {text.oneNotFound.text}
        </EmptyState>
      )}
      {data && <Opened notification={data} onClose={onClose} />}
    </section>
  );
}

function Opened({ notification, onClose }: { notification: NotificationView; onClose: () => void }) {
  const text = useText().inbox;
  const { toggleRead, toggleArchived } = useNotificationActions();
  const Trail = useFetchedPart(fetchTrail, { isWanted: true });
  const { kind, title, message, priority, created_at, action_url, read_at, archived_at, withdrawn_at } =
    notification;
  const kinds: Readonly<Record<string, string>> = text.kinds;
  const href = sitePath(action_url, '');
  return (
    <article className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {kinds[kind] !== undefined && <Badge>{kinds[kind]}</Badge>}
        <PriorityBadge priority={priority} />
        {withdrawn_at !== null && <Badge>{text.withdrawn}</Badge>}
        <RelativeTime at={created_at} className="text-sm text-ink-3" />
      </div>
      <h2 className="text-md wrap-anywhere" dir="auto">
        {withdrawn_at === null ? title : <s>{title}</s>}
      </h2>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere text-ink-2" dir="auto">
        {withdrawn_at === null ? message : <s>{message}</s>}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        {href !== '' && (
          <Button asChild look="primary">
            <Link href={href}>
              {href.startsWith('/announcements/') ? text.openPage.announcement : text.openPage.other}
            </Link>
          </Button>
        )}
        <Button onClick={() => toggleRead(notification)}>
          <Icon of={read_at === null ? Check : MailOpen} />
          {read_at === null ? text.markRead : text.markUnread}
        </Button>
        <Button
          onClick={() => {
            toggleArchived(notification);
            if (archived_at === null) onClose();
          }}
        >
          <Icon of={archived_at === null ? Archive : ArchiveRestore} />
          {archived_at === null ? text.archive : text.restore}
        </Button>
      </div>
      <Suspense fallback={null}>
        <OpenedTools key={notification.id} notification={notification} onClose={onClose} />
      </Suspense>
      {Trail && (
        <Suspense>
          <Trail id={notification.id} />
        </Suspense>
      )}
    </article>
  );
}
