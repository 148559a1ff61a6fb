'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { LiveRow } from '@/components/realtime/live-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { RowText } from '@/components/ui/row-text';
import { toast } from '@/components/ui/toast';
import { sitePath } from '@/lib/client/http/site-path';
import { useReadNotification } from '@/lib/client/notification/read-notification';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';

/** A notification in a list: opening it reads it, and so does its button. */
export function NotificationRow({ notification }: { notification: NotificationView }) {
  const { inbox, problem } = useText();
  const { mutate: markRead } = useReadNotification();
  const isUnread = notification.read_at === null;
  const read = () =>
    markRead(notification.id, {
      onError: (error) => toast.error(inbox.stillUnread(notification.title, describeProblem(problem, error))),
    });
  return (
    <LiveRow id={notification.id} className="relative flex items-start gap-3 py-3.5 pr-1 hover:bg-sunken/60">
      <span
        aria-hidden="true"
        className={clsx(
          'mt-1.75 ml-1 size-2 shrink-0 rounded-full',
          isUnread ? 'bg-accent' : 'bg-transparent',
        )}
      />
      <RowText
        title={notification.title}
        text={notification.message}
        at={notification.created_at}
        priority={notification.priority}
        href={sitePath(notification.action_url, '/inbox')}
        strong={isUnread}
        prefix={isUnread ? inbox.unread : undefined}
        onOpen={isUnread ? read : undefined}
      />
      {isUnread && (
        <Button
          look="quiet"
          size="icon"
          className="relative -my-2.5 md:-my-1.5"
          aria-label={inbox.markTitleRead(notification.title)}
          title={inbox.markRead}
          onClick={read}
        >
          <Icon of={Check} />
        </Button>
      )}
    </LiveRow>
  );
}
