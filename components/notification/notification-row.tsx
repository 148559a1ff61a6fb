'use client';

import { Check } from 'lucide-react';
import { LiveRow } from '@/components/realtime/live-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { RowText } from '@/components/ui/row-text';
import { sitePath } from '@/lib/client/http/site-path';
import { inboxHref } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { NewDot, useReadingState } from './reading-state';
import { useNotificationActions } from './use-notification-actions';

interface NotificationRowProps {
  notification: NotificationView;
  isNew?: boolean;
  onOpen?: () => void;
}

/** A notification in a short list: opening it reads it, and so does its button. */
export function NotificationRow({ notification, isNew, onOpen }: NotificationRowProps) {
  const { inbox } = useText();
  const { read } = useNotificationActions();
  const { id, title, message, created_at, priority, action_url } = notification;
  const isUnread = notification.read_at === null;
  const showsNew = isNew ?? notification.seen_at === null;
  const prefix = useReadingState(showsNew, isUnread);
  return (
    <LiveRow id={id} className="relative flex items-start gap-3 py-3.5 pr-1 hover:bg-sunken/60">
      <NewDot isNew={showsNew} />
      <RowText
        title={title}
        text={message}
        at={created_at}
        priority={priority}
        href={sitePath(action_url, inboxHref({ tab: 'all', query: '', open: id }))}
        strong={isUnread}
        prefix={prefix}
        withdrawn={notification.withdrawn_at ? inbox.withdrawn : undefined}
        onOpen={() => {
          if (isUnread) read(notification);
          onOpen?.();
        }}
      />
      {isUnread && (
        <Button
          look="quiet"
          size="icon"
          className="relative -my-2.5 md:-my-1.5"
          aria-label={inbox.markTitleRead(title)}
          title={inbox.markRead}
          onClick={() => read(notification)}
        >
          <Icon of={Check} />
        </Button>
      )}
    </LiveRow>
  );
}
