'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { loadedUnread } from '@/lib/client/notification/place-notification';
import { useReadAllNotifications } from '@/lib/client/notification/read-all-notifications';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { useNotificationActions } from './use-notification-actions';

/** As many as can be taken back one by one. */
const mostToUndo = 20;

/** A few are read at once, with a way back; of many it says the number first, since there is none. */
export function MarkAllRead() {
  const { inbox, problem } = useText();
  const queryClient = useQueryClient();
  const { data } = useQuery(unreadCountOptions());
  const { mutateAsync, isPending } = useReadAllNotifications();
  const { markUnread } = useNotificationActions();
  const [isAsking, setIsAsking] = useState(false);
  const unread = data?.unread_count ?? 0;

  function press(): void {
    const rows = loadedUnread(queryClient);
    const canUndo = rows.length === unread && unread <= mostToUndo;
    setIsAsking(!canUndo && !isAsking);
    if (!canUndo && !isAsking) return;
    mutateAsync().then(
      ({ read_count }) => {
        const done = inbox.allMarkedRead(read_count);
        if (canUndo && read_count === rows.length) toast.undo(done, () => rows.forEach(markUnread));
        else toast.success(done);
      },
      (error: Error) => toast.error(inbox.allStillUnread(describeProblem(problem, error))),
    );
  }
  return (
    <>
      <Button
        size="small"
        look={isAsking ? 'primary' : 'secondary'}
        disabled={isPending || unread === 0}
        // The second click of a double one is no answer.
        onClick={(event) => event.detail < 2 && press()}
        onBlur={() => setIsAsking(false)}
        onKeyDown={(event) => {
          if (!isAsking || event.key !== 'Escape') return;
          event.stopPropagation();
          setIsAsking(false);
        }}
      >
        <Icon of={CheckCheck} /> {isAsking ? inbox.markThisManyRead(unread) : inbox.markAllRead}
      </Button>
      <span role="status" className="sr-only">
        {isAsking && inbox.pressAgain(unread)}
      </span>
    </>
  );
}
