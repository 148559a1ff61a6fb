'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { toast } from 'sonner';
import { LiveRow } from '@/components/realtime/live-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { sitePath } from '@/lib/client/http/site-path';
import { useReadNotification } from '@/lib/client/notification/read-notification';
import type { NotificationView } from '@/lib/contracts/http/notification';

export function NotificationRow({ notification }: { notification: NotificationView }) {
  const { mutate: markRead } = useReadNotification();
  const isUnread = notification.read_at === null;
  const read = () =>
    markRead(notification.id, {
      onError: (error) => toast.error(`"${notification.title}" is still unread. ${error.message}.`),
    });
  return (
    <LiveRow
      id={notification.id}
      className="group relative flex items-start gap-3 py-3.5 pr-1 hover:bg-sunken/60"
    >
      <span
        aria-hidden="true"
        className={clsx('mt-2 ml-1 size-2 shrink-0 rounded-full', isUnread ? 'bg-accent' : 'bg-transparent')}
      />
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-3">
          <h3
            className={clsx('min-w-0 grow wrap-anywhere', isUnread ? 'text-ink' : 'font-normal text-ink-2')}
          >
            <Link
              href={sitePath(notification.action_url, '/inbox')}
              // The whole row opens it.
              className="after:absolute after:inset-0"
              onClick={isUnread ? read : undefined}
            >
              {isUnread && <span className="sr-only">Unread: </span>}
              <bdi>{notification.title}</bdi>
            </Link>
          </h3>
          <RelativeTime at={notification.created_at} className="shrink-0 text-sm text-ink-3" />
        </div>
        <div className="mt-0.5 flex items-center gap-2">
          <PriorityBadge priority={notification.priority} />
          <p className="line-clamp-2 min-w-0 max-w-prose text-ink-2 wrap-anywhere md:line-clamp-1" dir="auto">
            {notification.message}
          </p>
        </div>
      </div>
      {isUnread && (
        <Button
          look="quiet"
          size="icon"
          className="relative -my-2 md:-my-1"
          aria-label={`Mark "${notification.title}" as read`}
          title="Mark as read"
          onClick={read}
        >
          <Icon of={Check} />
        </Button>
      )}
    </LiveRow>
  );
}
