'use client';

import { useCallback, useMemo } from 'react';
import { toast } from '@/components/ui/toast';
import { useChangeNotification } from '@/lib/client/notification/change-notification';
import { useReadNotification } from '@/lib/client/notification/read-notification';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';

export interface NotificationActions {
  read: (row: NotificationView) => void;
  markUnread: (row: NotificationView) => void;
  toggleRead: (row: NotificationView) => void;
  /** Into the archive or out of it, with a way back in the toast. */
  toggleArchived: (row: NotificationView) => void;
}

/** What can be done with a notification; each is shown at once, and what fails is put back and said. */
export function useNotificationActions(): NotificationActions {
  const { inbox, problem } = useText();
  const { mutate: markRead } = useReadNotification();
  const { mutate: change } = useChangeNotification();

  const read = useCallback(
    (row: NotificationView) =>
      markRead(row.id, {
        onError: (error) => toast.error(inbox.stillUnread(row.title, describeProblem(problem, error))),
      }),
    [markRead, inbox, problem],
  );
  const put = useCallback(
    ({ id, title }: NotificationView, what: 'unread' | 'archived' | 'restored') =>
      change(
        { id, change: what },
        { onError: (error) => toast.error(inbox.notChanged(title, describeProblem(problem, error))) },
      ),
    [change, inbox, problem],
  );
  return useMemo(
    () => ({
      read,
      markUnread: (row) => put(row, 'unread'),
      toggleRead: (row) => (row.read_at === null ? read(row) : put(row, 'unread')),
      toggleArchived: (row) => {
        const [to, back] =
          row.archived_at === null
            ? (['archived', 'restored'] as const)
            : (['restored', 'archived'] as const);
        put(row, to);
        toast.undo(inbox[to](row.title), () => put(row, back));
      },
    }),
    [read, put, inbox],
  );
}
